internal import Storage

/// Scores every document that matches and has a query term, a window of documents at a time.
///
/// The plain way, term at a time into an array of scores: obviously right, and the measure for
/// every faster one. Scores are sums of `Float` in the order of the query's terms.
struct ExhaustiveScorer {
  let snapshot: IndexSnapshot
  let ranking: BM25
  let terms: QueryPostings

  /// Scores the documents of the sets, or of the whole snapshot.
  ///
  /// - Complexity: O(sum of document frequencies + documents).
  func search(
    _ request: SearchRequest, among sets: [DocumentSet]?
  ) throws(StorageError) -> SearchOutcome {
    var collector = HitCollector(
      limit: request.limit, order: request.order, separatesKinds: request.separatesKinds)
    var matched: [DocumentSet] = []
    var matches = 0
    for (index, segment) in snapshot.segments.enumerated() {
      var streams: [PostingsStream] = []
      for (postings, weight) in zip(terms.found[index], terms.weights) {
        if let postings {
          streams.append(PostingsStream(postings, weight: weight, segment: segment))
        }
      }
      var scan = SegmentScan(
        segment: segment, place: index, set: sets?[index], needsTerm: request.needsTerm,
        collectsMatches: request.collectsMatches)
      try scan.run(&streams, ranking: ranking, into: &collector)
      matches += scan.matches
      matched.append(scan.matched)
    }
    return SearchOutcome(
      top: collector.finish(), matches: matches,
      matched: request.collectsMatches ? matched : nil)
  }
}
