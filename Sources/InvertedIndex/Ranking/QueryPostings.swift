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
}
