import Testing

@testable import Zhisou

@Suite struct QueryProblemTests {
  /// Texts with their problems; the place of each is between ‹ and ›.
  private static let cases: [(String, [QueryProblem.Code])] = [
    ("磨削 ‹“›烧伤", [.unclosedQuote]), ("轴承‹\"›异响", [.unclosedQuote]), ("‹”›烧伤", [.unclosedQuote]),
    ("a ‹\"›", [.unclosedQuote]), (#"“a” ‹“›b\”"#, [.unclosedQuote]),
    ("a ‹“ ”› b", [.emptyPhrase]), ("title:‹\"\"›", [.emptyPhrase]),
    ("磨削 ‹（›烧伤 砂轮", [.unclosedParenthesis]),
    ("‹(›a OR ‹(›b", [.unclosedParenthesis, .unclosedParenthesis]),
    ("‹(›", [.unclosedParenthesis]), ("title:‹(›", [.unclosedParenthesis]),
    ("a ‹)› b", [.unexpectedParenthesis]), ("(a OR b)‹）›", [.unexpectedParenthesis]),
    ("title:‹()›", [.emptyGroup]), ("NOT‹(  )›", [.emptyGroup]),
    ("‹AND› a", [.missingOperand]), ("磨削 ‹ＡＮＤ›", [.missingOperand]),
    ("a ‹OR›  ", [.missingOperand]),
    ("a ‹AND› OR b", [.missingOperand]), ("(a ‹OR›) b", [.missingOperand]),
    ("‹NOT›", [.missingOperand]),
    ("NOT ‹NOT›", [.missingOperand]), ("“a” ‹OR›", [.missingOperand]),
    ("(‹OR› a)", [.missingOperand]),
    ("‹tilte›:砂轮", [.unknownField]), ("a ‹ｔｉｌｔｅ›：砂轮", [.unknownField]),
    ("+‹Inventer›:张三", [.unknownField]),
    ("‹title:›", [.emptyFieldValue]), ("(‹标题：› ) a", [.emptyFieldValue]),
    ("‹date:› AND a", [.emptyFieldValue]),
    ("kind:‹patent,›", [.emptyFieldValue]), ("kind:‹,›", [.emptyFieldValue]),
    ("date:‹2019-13›", [.badDate]), ("date:‹20190229›", [.badDate]),
    ("date:‹2019-2023›", [.badDate]),
    ("date:‹昨天›", [.badDate]), ("date:2019..‹2o23›", [.badDate]),
    ("date:‹2019.02.30›..‹x›", [.badDate, .badDate]),
    ("date:‹..›", [.badDate]), ("date:2019..‹.2020›", [.badDate]), ("date:‹2019*›", [.badDate]),
    ("date:(‹2019 2020›)", [.badDate]), ("date:(‹2019 (2020)›)", [.badDate]),
    ("date:(‹2019 NOT NOT 2020›)", [.badDate]),
    ("date:“‹五月›”", [.badDate]),
    ("date:‹2023..2019›", [.reversedRange]), ("date:‹2019-05..2019-04-30›", [.reversedRange]),
    ("code:‹100..200›", [.rangeWithoutOrder]), ("title:(a OR ‹2019..›)", [.rangeWithoutOrder]),
    ("id:‹..5›", [.rangeWithoutOrder]),
    ("kind:‹patnet›", [.unknownKind]), ("kind:patent，‹书›，course", [.unknownKind]),
    ("kind:‹pat*›", [.unknownKind]),
    ("“砂轮”‹^›", [.badBoost]), ("“砂轮”‹^x› a", [.badBoost]), ("(a b)‹^-1›", [.badBoost]),
    ("砂轮‹^0›", [.badBoost]),
    ("砂轮‹^1001›", [.badBoost]), ("“a”‹^2^3›", [.badBoost]), ("砂轮‹^0.0009›", [.badBoost]),
    ("砂轮‹^99999999999999999999999999999999999999999›", [.badBoost]),
    ("👩‍🔧 ‹AND› ‹OR›", [.missingOperand, .missingOperand]),
    ("date:‹x› AND ‹“›a kind:y", [.badDate, .unclosedQuote]),
  ]

  @Test(arguments: cases)
  func `a problem is found at its place`(marked: String, codes: [QueryProblem.Code]) throws {
    let text = marked.filter { $0 != "‹" && $0 != "›" }
    let parsed = ParsedQuery.parse(text)
    #expect(parsed.problems.map(\.code) == codes, "\(text)")
    #expect(parsed.text == text)
    #expect(parsed.expression == .words(text.trimmingSpace))
    var pieces = marked.split(separator: "‹", omittingEmptySubsequences: false)
    var before = String(pieces.removeFirst())
    // Problems that share a place are marked once.
    let places = Set(parsed.problems.map(\.bytes)).sorted { $0.lowerBound < $1.lowerBound }
    try #require(pieces.count == places.count)
    for (piece, place) in zip(pieces, places) {
      let parts = piece.split(separator: "›", omittingEmptySubsequences: false)
      #expect(place == before.utf8.count..<before.utf8.count + parts[0].utf8.count, "\(text)")
      let problem = try #require(parsed.problems.first { $0.bytes == place })
      #expect(problem.characters == before.count..<before.count + parts[0].count)
      before += parts.joined()
    }
  }

  @Test func `the place of a mark that is part of a character is that character`() throws {
    let problem = try #require(ParsedQuery.parse("é \"\u{301}\u{302}x").problems.first)
    #expect(problem.code == .unclosedQuote && problem.bytes == 3..<4 && problem.characters == 2..<3)
  }

  @Test func `each problem is told in one line each for reason and advice`() {
    let long = String(repeating: "\n甲", count: 100)
    var seen: Set<QueryProblem.Code> = []
    let others = [
      "date:“\(long)”", "kind:“\(long)”", String(repeating: "(", count: 65) + "a",
      String(repeating: "“a” ", count: 1025), String(repeating: "a", count: 65_537),
    ]
    for text in Self.cases.map({ $0.0.filter { $0 != "‹" && $0 != "›" } }) + others {
      for problem in ParsedQuery.parse(text).problems {
        seen.insert(problem.code)
        for line in [problem.reason, problem.advice] {
          #expect(!line.isEmpty && line.count < 160 && !line.contains("\n"), "\(line)")
        }
        #expect(problem.description == "\(problem.reason); \(problem.advice)")
      }
    }
    #expect(seen == Set(QueryProblem.Code.allCases))
  }

  @Test func `what may have been meant is said`() {
    func advice(_ text: String) -> String { ParsedQuery.parse(text).problems.first?.advice ?? "" }
    #expect(advice("tilte:砂轮").contains("title"))
    #expect(advice("kind:patnet").contains("patent"))
    #expect(advice("kind:专力").contains("专利"))
    #expect(advice("kind:书籍").contains("craftsman"))
  }

  @Test func `no more than so many problems are told`() {
    let text = String(repeating: "date:x ", count: 100)
    #expect(ParsedQuery.parse(text).problems.count == ParsedQuery.mostProblems)
    let kinds = "kind:" + String(repeating: "x,", count: 20_000)
    #expect(ParsedQuery.parse(kinds).problems.count == ParsedQuery.mostProblems)
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
