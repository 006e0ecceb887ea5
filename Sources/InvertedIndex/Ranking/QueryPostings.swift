internal import Storage

/// The postings of a query's terms in each segment, and what each term counts.
struct QueryPostings {
  /// By segment, then by term.
  let found: [[TermPostings?]]
  let weights: [Float]

  init(_ terms: [QueryTerm], scorer: SnapshotScorer) throws(StorageError) {
    var found: [[TermPostings?]] = []
    for segment in scorer.snapshot.segments {
      var postings: [TermPostings?] = []
      for term in terms { postings.append(try TermPostings.find(term, in: segment)) }
      found.append(postings)
    }
    self.found = found
    weights = terms.enumerated().map { place, term in
      scorer.weight(of: term, own: found.reduce(0) { $0 + ($1[place]?.documentFrequency ?? 0) })
    }
  }

  /// How many postings all terms have.
  var postings: Int { weights.indices.reduce(0) { $0 + documentFrequency(of: $1) } }

  /// How many of so many documents have one of the terms, as if these were independent.
  func estimatedUnion(of documents: Int) -> Int {
    let all = Double(max(documents, 1))
    let none = weights.indices.reduce(1.0) { $0 * (1 - Double(documentFrequency(of: $1)) / all) }
    return Int((all * (1 - none)).rounded())
  }

  /// How many documents have a term.
  func documentFrequency(of term: Int) -> Int {
    found.reduce(0) { $0 + ($1[term]?.documentFrequency ?? 0) }
  }
}
