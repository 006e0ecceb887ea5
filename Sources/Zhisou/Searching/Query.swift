internal import Analysis
internal import InvertedIndex

/// What to look for.
public struct Query: Sendable {
  /// The text as it was given, or the expression as the query language writes it.
  public let text: String
  /// What it asks for.
  public let expression: QueryExpression
  /// Why the text was taken as plain words although it seems to be meant otherwise.
  public let problems: [QueryProblem]
  let plan: SearchPlan

  /// What each term that ranks looks like: a bigram, a word, a code in its normal form.
  public var termTexts: [String] { plan.termTexts }
  var terms: [QueryTerm] { plan.terms }

  /// Plain text, ranked by best match over all its terms, whatever signs are in it.
  ///
  /// - Throws: `.emptyQuery` when it has neither a letter, a digit nor a Han character.
  public init(_ text: String) throws(ZhisouError) {
    try self.init(text, analyzer: .standard)
  }

  /// A text in the query language; see <doc:QueryLanguage>.
  ///
  /// A text that does not parse is searched as plain text, and ``problems`` say why, unless the
  /// caller is strict.
  ///
  /// - Throws: `.emptyQuery` when there is nothing to look for, `.badQuery` for the first problem of
  ///   a strict one.
  public init(parsing text: String, isStrict: Bool = false) throws(ZhisouError) {
    try self.init(ParsedQuery.parse(text), isStrict: isStrict)
  }

  /// A text in the query language that was parsed before.
  ///
  /// - Throws: as ``init(parsing:isStrict:)``.
  public init(_ parsed: ParsedQuery, isStrict: Bool = false) throws(ZhisouError) {
    if isStrict, let problem = parsed.problems.first {
      throw ZhisouError(
        code: .badQuery, reason: problem.reasonMessage, advice: problem.adviceMessage)
    }
    try self.init(
      parsed.text, parsed.expression, problems: parsed.problems, analyzer: .standard)
  }

  /// An expression that a program has made.
  ///
  /// - Throws: `.emptyQuery` when there is nothing to look for.
  public init(_ expression: QueryExpression) throws(ZhisouError) {
    try self.init(expression.description, expression, problems: [], analyzer: .standard)
  }

  init(_ text: String, analyzer: Analyzer) throws(ZhisouError) {
    try self.init(text, .words(text), problems: [], analyzer: analyzer)
  }

  private init(
    _ text: String, _ expression: QueryExpression, problems: [QueryProblem], analyzer: Analyzer
  ) throws(ZhisouError) {
    guard let plan = SearchPlan(expression, analyzer: analyzer) else {
      throw ZhisouError(
        code: .emptyQuery, reason: "the query has no word, number or character to look for",
        advice: "give at least one")
    }
    self.text = text
    self.expression = expression
    self.problems = problems
    self.plan = plan
  }
}
