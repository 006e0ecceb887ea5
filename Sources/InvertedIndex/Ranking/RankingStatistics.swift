/// What BM25 knows of a collection: that of the index itself, or of a larger whole it is a part of.
package struct RankingStatistics: Sendable {
  package let documents: Int
  /// The sum of all document lengths, in positions.
  package let totalLength: UInt64
  /// How many documents have a term; those of the index itself for a term that is not listed.
  package let documentFrequencies: [QueryTerm.Form: Int]

  package init(
    documents: Int, totalLength: UInt64, documentFrequencies: [QueryTerm.Form: Int] = [:]
  ) {
    self.documents = documents
    self.totalLength = totalLength
    self.documentFrequencies = documentFrequencies
  }
}

extension IndexSnapshot {
  /// The statistics of the snapshot itself.
  package var statistics: RankingStatistics {
    RankingStatistics(documents: documents, totalLength: totalLength)
  }
}
