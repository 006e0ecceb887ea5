/// What a search asks of an index: which documents match, and what ranks them.
///
/// The two are apart: the score of a document that matches is the sum over all terms that it has,
/// whatever the condition says of them.
package struct SearchRequest: Sendable {
  /// The distinct terms that score, in the order in which their scores are summed.
  package var terms: [QueryTerm]
  /// What a document must be like.
  package var condition = Condition.everything
  /// Whether it must have one of the terms, too.
  package var needsTerm = true
  /// How many of the best documents are wanted; of each kind where kinds are separated.
  package var limit: Int
  package var order = SortOrder.score
  package var separatesKinds = false
  /// Whether all documents that match are wanted as sets.
  package var collectsMatches = false
  /// Documents with one of several terms are counted where these have so many postings at most, else
  /// estimated; 0 where nobody asks how many match.
  package var mostCounted = Self.usualCounted
  /// How many threads look for the best documents.
  package var threads = 1
  /// Up to so many documents are checked on their stored text.
  package var mostChecks = Self.usualChecks

  /// Postings that are counted in a fraction of a millisecond.
  package static let usualCounted = 100_000
  /// Checks that take about a second.
  package static let usualChecks = 10_000

  package init(_ terms: [QueryTerm], limit: Int) {
    self.terms = terms
    self.limit = limit
  }
}

/// What a search found.
package struct SearchOutcome: Sendable {
  /// The best documents, best first; of each kind where kinds are separated.
  package var top: [ScoredDocument]
  /// How many documents match in all.
  package var matches: Int
  /// Whether `matches` is a guess, from the documents that were checked or from those that have each
  /// term, and `matched` has all documents that may match, since there were too many to check.
  package var isEstimated = false
  /// Documents whose stored text was read.
  package var checks = 0
  /// The documents that match, by segment, where they are wanted.
  package var matched: [DocumentSet]?
}
