internal import Analysis
internal import InvertedIndex

/// A query as the index understands it: what ranks documents, and what they must be like.
struct SearchPlan: Sendable {
  /// The distinct terms that score, in the order of the query.
  private(set) var terms: [QueryTerm] = []
  /// What each of them looks like: a bigram, a word, a code in its normal form.
  private(set) var termTexts: [String] = []
  /// What a document must be like.
  private(set) var condition = Condition.everything
  /// Whether it must have one of the terms, too.
  private(set) var needsTerm = false

  /// Compiles an expression; `nil` when it has nothing to look for.
  init?(_ expression: QueryExpression, analyzer: Analyzer) {
    var compiler = QueryCompiler(analyzer: analyzer)
    guard let condition = compiler.condition(of: expression) else { return nil }
    terms = compiler.terms
    termTexts = compiler.termTexts
    (self.condition, needsTerm) = withoutTerms(condition)
  }

  /// A condition that one of all terms is there is met by whatever has a score: ranking alone finds
  /// those documents, so that a plain query needs no sets of documents.
  private func withoutTerms(_ condition: Condition) -> (Condition, Bool) {
    if isAnyOfAllTerms(condition) { return (.everything, true) }
    guard case .all(let conditions) = condition,
      let place = conditions.firstIndex(where: isAnyOfAllTerms)
    else { return (condition, false) }
    var rest = conditions
    rest.remove(at: place)
    return (.all(rest), true)
  }

  private func isAnyOfAllTerms(_ condition: Condition) -> Bool {
    guard case .any(let conditions) = condition, conditions.count == terms.count else {
      return false
    }
    return zip(conditions, terms).allSatisfy { condition, term in
      guard case .term(let form, .text) = condition else { return false }
      return form == term.form
    }
  }
}
