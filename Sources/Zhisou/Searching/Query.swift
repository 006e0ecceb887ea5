internal import Analysis
internal import InvertedIndex

/// What to look for: free text, ranked by best match over all its terms.
public struct Query: Sendable {
  /// The text as it was given.
  public let text: String
  let terms: [QueryTerm]
  /// What each term looks like: a bigram, a word, a code in its normal form.
  public let termTexts: [String]

  /// Analyzes a text as documents are analyzed.
  ///
  /// - Throws: `.emptyQuery` when it has neither a letter, a digit nor a Han character.
  public init(_ text: String) throws(ZhisouError) {
    try self.init(text, analyzer: .standard)
  }

  init(_ text: String, analyzer: Analyzer) throws(ZhisouError) {
    self.text = text
    let distinct = QueryTerms.distinct(in: text, analyzer: analyzer)
    terms = distinct.map(\.term)
    termTexts = distinct.map(\.text)
    if terms.isEmpty {
      throw ZhisouError(
        code: .emptyQuery, reason: "the query has no word, number or character to look for",
        advice: "give at least one")
    }
  }
}
