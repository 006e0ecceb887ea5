/// A query as it was understood, or what is wrong with it.
///
/// Any text can be parsed. One that has problems is taken as plain words, so that a caller may search
/// for it all the same, or show the problems and ask.
public struct ParsedQuery: Hashable, Sendable {
  /// The text as it was given.
  public let text: String
  /// What it asks for; the text as plain words when there are problems, empty words when it is blank.
  public let expression: QueryExpression
  /// What is wrong with it, in the order of the text, ``mostProblems`` at most; empty when all is
  /// well.
  public let problems: [QueryProblem]

  /// How long a query may be, in bytes of UTF-8.
  public static let longestText = 65_536
  /// How deep groups, and expressions, may be inside one another.
  public static let deepestNesting = 64
  /// How many runs of words, phrases, prefixes and ranges a query may have.
  public static let mostClauses = 1024
  /// How many times as much a part of a query may count.
  public static let boosts: ClosedRange<Float> = 0.001...1000
  /// How many problems are told.
  public static let mostProblems = 16

  /// Parses a text; see <doc:QueryLanguage>.
  ///
  /// - Complexity: O(length of the text).
  public static func parse(_ text: String) -> ParsedQuery {
    guard text.utf8.count <= longestText else {
      let mistake = QueryMistake(.queryTooLong, 0..<text.unicodeScalars.count)
      return ParsedQuery(text: text, mistakes: [mistake])
    }
    var lexer = QueryLexer(QueryText(text))
    lexer.run()
    var parser = QueryParser(tokens: lexer.tokens, text: lexer.text)
    let expression = parser.parse()
    let mistakes = lexer.mistakes + parser.mistakes
    guard mistakes.isEmpty else { return ParsedQuery(text: text, mistakes: mistakes) }
    return ParsedQuery(text: text, expression: expression, problems: [])
  }

  private init(text: String, expression: QueryExpression, problems: [QueryProblem]) {
    self.text = text
    self.expression = expression
    self.problems = problems
  }

  private init(text: String, mistakes: [QueryMistake]) {
    let ordered = mistakes.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.init(
      text: text, expression: .words(text.trimmed),
      problems: ordered.prefix(Self.mostProblems).map { QueryProblem($0, in: text) })
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(scalars[first...last])
  }
}
