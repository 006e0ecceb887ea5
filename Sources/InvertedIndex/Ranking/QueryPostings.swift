internal import Storage

/// The postings of a query's terms in each segment, and what each term counts.
struct QueryPostings {
  /// By segment, then by term.
  let found: [[TermPostings?]]
  let weights: [Float]

  init(_ terms: [QueryTerm], scorer: SnapshotScorer, threads: Int) throws(StorageError) {
    let segments = scorer.snapshot.segments
    let wanted = segments.indices.flatMap { place in terms.map { (place: place, term: $0) } }
    let postings = try wanted.map(threads: threads) { (place, term) throws(StorageError) in
      try TermPostings.find(term, in: segments[place])
    }
    let found = segments.indices.map { place in
      Array(postings[(place * terms.count)..<((place + 1) * terms.count)])
    }
    self.found = found
    weights = terms.enumerated().map { place, term in
      scorer.weight(of: term, own: found.reduce(0) { $0 + ($1[place]?.documentFrequency ?? 0) })
    }
  }
}
