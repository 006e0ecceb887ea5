package import Storage

/// What one term of a query adds to the score of one document.
package struct TermContribution: Sendable {
  /// The place of the term in the query.
  package let term: Int
  /// Documents of the index that have the term.
  package let documentFrequency: Int
  package let inverseDocumentFrequency: Double
  /// How often the document has it.
  package let frequency: UInt32
  /// How often it is in those fields that have postings of their own.
  package let fieldFrequencies: [(field: PostingsField, frequency: UInt32)]
  /// What the term counts before the saturation: `idf (k1 + 1)`, times the boost of the query.
  package let weight: Float
  /// `tf / (tf + K)`.
  package let saturation: Float
  /// Weight times saturation.
  ///
  /// What is added: the sum over all terms, in their order, is the score to the last digit.
  package let score: Float
}

extension SnapshotScorer {
  /// The score of one document taken apart; terms that it does not have are left out.
  ///
  /// - Complexity: O(postings of the terms in the document's segment).
  package func contributions(
    _ terms: [QueryTerm], segment place: Int, document: UInt32
  ) throws(StorageError) -> [TermContribution] {
    let segment = snapshot.segments[place]
    var contributions: [TermContribution] = []
    for (number, term) in terms.enumerated() {
      guard let frequency = try frequency(of: term, in: document, of: segment) else { continue }
      let documentFrequency =
        statistics.documentFrequencies[term.form] ?? snapshot.documentFrequency(of: term)
      let weight = weight(of: term, own: documentFrequency)
      let saturation = ranking.saturation(
        frequency: frequency, length: segment.norms.length(of: document))
      contributions.append(
        TermContribution(
          term: number, documentFrequency: documentFrequency,
          inverseDocumentFrequency: ranking.inverseDocumentFrequency(documentFrequency),
          frequency: frequency,
          fieldFrequencies: try fieldFrequencies(of: term, in: document, of: segment),
          weight: weight, saturation: saturation, score: weight * saturation))
    }
    return contributions
  }

  private func frequency(
    of term: QueryTerm, in document: UInt32, of segment: SegmentReader
  ) throws(StorageError) -> UInt32? {
    guard let postings = try TermPostings.find(term, in: segment) else { return nil }
    var stream = PostingsStream(postings, weight: 1, segment: segment)
    return try stream.frequency(in: document)
  }

  private func fieldFrequencies(
    of term: QueryTerm, in document: UInt32, of segment: SegmentReader
  ) throws(StorageError) -> [(field: PostingsField, frequency: UInt32)] {
    var frequencies: [(field: PostingsField, frequency: UInt32)] = []
    for field in PostingsField.allCases where field != .text {
      let term = QueryTerm(term.form, in: field)
      if let frequency = try frequency(of: term, in: document, of: segment) {
        frequencies.append((field, frequency))
      }
    }
    return frequencies
  }
}
