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
  /// What is added: the sum over all terms, in their order, is the score to the last digit.
  package let score: Float
}

extension ExhaustiveScorer {
  /// The score of one document taken apart; terms that it does not have are left out.
  ///
  /// - Complexity: O(postings of the terms in the document's segment).
  package func contributions(
    _ terms: [QueryTerm], segment place: Int, document: UInt32
  ) throws(StorageError) -> [TermContribution] {
    let segment = snapshot.segments[place]
    var contributions: [TermContribution] = []
    for (number, term) in terms.enumerated() {
      guard let postings = try TermPostings.find(term, in: segment) else { continue }
      var stream = PostingsStream(postings, weight: 1, segment: segment)
      guard let frequency = try stream.frequency(in: document) else { continue }
      let documentFrequency =
        statistics.documentFrequencies[term.form] ?? snapshot.documentFrequency(of: term)
      let weight = weight(of: term, own: documentFrequency)
      let saturation = ranking.saturation(
        frequency: frequency, length: segment.norms.length(of: document))
      contributions.append(
        TermContribution(
          term: number, documentFrequency: documentFrequency,
          inverseDocumentFrequency: ranking.inverseDocumentFrequency(documentFrequency),
          frequency: frequency, score: weight * saturation))
    }
    return contributions
  }
}
