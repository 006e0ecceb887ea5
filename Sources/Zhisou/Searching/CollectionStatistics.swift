internal import InvertedIndex

/// What the ranking knows of a collection.
///
/// Parts of one collection that lie in several indexes rank as one when each is given the sum of
/// their statistics; see ``SearchIndex/ranking(by:)``.
public struct CollectionStatistics: Equatable, Sendable {
  /// Documents.
  public let documents: Int
  /// The sum of all document lengths, in positions.
  public let totalLength: UInt64
  /// How many documents have a term, by its text as in ``Query/termTexts``.
  public let documentFrequencies: [String: Int]

  /// Statistics from elsewhere.
  public init(documents: Int, totalLength: UInt64, documentFrequencies: [String: Int]) {
    self.documents = documents
    self.totalLength = totalLength
    self.documentFrequencies = documentFrequencies
  }

  /// The statistics of two collections without common documents as of one.
  public static func + (left: Self, right: Self) -> Self {
    Self(
      documents: left.documents + right.documents,
      totalLength: left.totalLength + right.totalLength,
      documentFrequencies: left.documentFrequencies.merging(
        right.documentFrequencies, uniquingKeysWith: +))
  }
}

extension SearchIndex {
  /// What this index knows of the terms of a query.
  ///
  /// - Complexity: O(terms), but for a single character O(documents).
  public func statistics(for query: Query) -> CollectionStatistics {
    let frequencies = query.terms.map { snapshot.documentFrequency(of: $0) }
    return CollectionStatistics(
      documents: snapshot.documents, totalLength: snapshot.totalLength,
      documentFrequencies: Dictionary(
        zip(query.termTexts, frequencies), uniquingKeysWith: { first, _ in first }))
  }

  /// The same index, whose scores are those of a larger collection that it is a part of.
  public func ranking(by statistics: CollectionStatistics) -> SearchIndex {
    SearchIndex(path: path, snapshot: snapshot, analyzer: analyzer, statistics: statistics)
  }

  /// The scorer of a query.
  func scorer(for query: Query) -> SnapshotScorer {
    guard let collection else { return SnapshotScorer(snapshot) }
    var frequencies: [QueryTerm.Form: Int] = [:]
    for (term, text) in zip(query.terms, query.termTexts) {
      frequencies[term.form] = collection.documentFrequencies[text]
    }
    return SnapshotScorer(
      snapshot,
      statistics: RankingStatistics(
        documents: collection.documents, totalLength: collection.totalLength,
        documentFrequencies: frequencies))
  }
}
