import Testing

@testable import Zhisou

/// Queries that are too long, too deep or too many, and those that only look so.
@Suite struct QueryLimitTests {
  private func codes(_ text: String) -> [QueryProblem.Code] {
    ParsedQuery.parse(text).problems.map(\.code)
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func `a text may have 64 KiB`() {
    let longest = repeated("砂轮 ab", ParsedQuery.longestText / 9) + "abcdefg"
    #expect(longest.utf8.count == ParsedQuery.longestText)
    #expect(codes(longest) == [])
    let longer = longest + "a"
    #expect(codes(longer) == [.queryTooLong])
    #expect(ParsedQuery.parse(longer).expression == .words(longer))
    #expect(ParsedQuery.parse(longer).problems.first?.bytes == 0..<longer.utf8.count)
  }

  @Test func `groups may be 64 deep`() {
    let deepest = repeated("(", 64) + "a" + repeated(")", 64)
    #expect(ParsedQuery.parse(deepest).expression == .words("a") && codes(deepest) == [])
    #expect(codes("(\(deepest))") == [.nestingTooDeep])
    #expect(ParsedQuery.parse("(\(deepest))").problems.first?.bytes == 64..<65)
    #expect(codes(repeated("title:", 63) + "a") == [])
    #expect(codes(repeated("title:", 65) + "a") == [.nestingTooDeep])
  }

  @Test func `trees may be 64 deep, and then can be printed and read`() {
    // Two levels of the tree for one parenthesis: a list and an OR.
    func nested(_ levels: Int) -> String {
      repeated("“x” a OR (", levels) + "b" + repeated(")", levels)
    }
    let deepest = ParsedQuery.parse(nested(31))
    #expect(deepest.problems == [] && deepest.expression.depth == 63)
    #expect(ParsedQuery.parse(deepest.expression.description).expression == deepest.expression)
    #expect(codes(nested(32)) == [.nestingTooDeep])
  }

  @Test func `a query may have 1024 clauses`() {
    #expect(codes(repeated("“a” ", 1024)) == [])
    #expect(codes(repeated("“a” ", 1025)) == [.tooManyClauses])
    #expect(ParsedQuery.parse(repeated("“a” ", 1025)).problems.first?.characters == 4096..<4099)
    #expect(codes(repeated("a OR ", 1023) + "a") == [])
    #expect(codes(repeated("a OR ", 1024) + "a") == [.tooManyClauses])
  }

  @Test func `NOTs side by side are counted, not nested`() {
    #expect(ParsedQuery.parse(repeated("NOT ", 16_000) + "a").expression == .words("a"))
    #expect(ParsedQuery.parse(repeated("NOT ", 16_001) + "a").expression == .not(.words("a")))
  }

  @Test(arguments: [
    "(", ")", "()", ")(", "( ", " )", "a(", "a)", "\"", "“", "“”", "\" ", "“a", "a”", "NOT ",
    "NOT(", "-(", "+",
    "-a ", "*", "* ", "^", "^2", "a^2 ", "a^", "^2 ", "(a)^", "\\", "\\\\", "\\(", "\\AND", "AND ",
    "a AND ",
    "OR", "a OR ", ":", "a:", "title:", "title: ", "tilte:x ", "date:", "date:.. ", "date:1..",
    "..", ". ",
    "kind:a,", ",", "kind:", "1..", "5\"", "5\" ", "\u{301}", "\u{3000}", "👩‍🔧", "e\u{301}\u{302}",
    "m^2",
    "x(a ", "(x a) ", "+(", "title:(", "title:-", "(-", "*^2 ",
  ])
  func `any text repeated is read, and what is printed reads the same`(piece: String) {
    let counts = [ParsedQuery.longestText / piece.utf8.count, 100_000]
    for text in counts.map({ repeated(piece, $0) }) {
      let parsed = ParsedQuery.parse(text)
      let printed = parsed.expression.description
      let again = ParsedQuery.parse(printed)
      #expect(again.expression == parsed.expression)
      #expect(again.expression.description == printed)
    }
  }
}
