package import Storage

/// Scores every document that matches and has a query term, a window of documents at a time.
///
/// The plain way, term at a time into an array of scores: obviously right, and the measure for
/// every faster one. Scores are sums of `Float` in the order of the query's terms.
package struct ExhaustiveScorer {
  let snapshot: IndexSnapshot
  let statistics: RankingStatistics
  package let ranking: BM25

  /// A scorer by the statistics of the snapshot, or by those of a larger whole.
  package init(_ snapshot: IndexSnapshot, statistics: RankingStatistics? = nil) {
    let statistics = statistics ?? snapshot.statistics
    self.snapshot = snapshot
    self.statistics = statistics
    ranking = BM25(documents: statistics.documents, totalLength: statistics.totalLength)
  }

  /// The best documents for a request, ties in the order of documents.
  ///
  /// Where more documents must be checked than the request allows, the best are still exact as far
  /// as checks reach: candidates are checked in their order until the limit is reached.
  ///
  /// - Complexity: O(sum of document frequencies + documents).
  package func search(_ request: SearchRequest) throws(StorageError) -> SearchOutcome {
    if case .everything = request.condition, request.needsTerm {
      return try score(request, among: nil)
    }
    var matches: [ConditionMatcher.Matches] = []
    for segment in snapshot.segments {
      matches.append(
        try ConditionMatcher(segment: segment, runsChecks: false).matches(
          request.condition, among: DocumentSet(documents: segment.info.documents, isFull: true)))
    }
    let uncertain = matches.map { $0.uncertain }
    let checks = uncertain.reduce(0) { $0 + ($1?.count ?? 0) }
    guard checks > request.mostChecks else {
      let checked = try check(uncertain, request.condition)
      let sets = zip(matches, checked).map { matches, checked in
        checked.map { (matches.certain ?? matches.possible).union($0) } ?? matches.possible
      }
      var outcome = try score(request, among: sets)
      outcome.checks = checks
      return outcome
    }
    return try searchChecking(request, among: matches.map(\.possible))
  }

  /// The documents of the sets that match when they are checked; `nil` where there is no set.
  func check(
    _ sets: [DocumentSet?], _ condition: Condition
  ) throws(StorageError) -> [DocumentSet?] {
    var checked: [DocumentSet?] = []
    for (segment, set) in zip(snapshot.segments, sets) {
      guard let set else {
        checked.append(nil)
        continue
      }
      checked.append(
        try ConditionMatcher(segment: segment, runsChecks: true).matches(condition, among: set)
          .possible)
    }
    return checked
  }

  /// Scores the documents of the sets, or of the whole snapshot.
  func score(
    _ request: SearchRequest, among sets: [DocumentSet]?
  ) throws(StorageError) -> SearchOutcome {
    var found: [[TermPostings?]] = []
    for segment in snapshot.segments {
      var postings: [TermPostings?] = []
      for term in request.terms { postings.append(try TermPostings.find(term, in: segment)) }
      found.append(postings)
    }
    let weights = request.terms.enumerated().map { place, term in
      weight(of: term, own: found.reduce(0) { $0 + ($1[place]?.documentFrequency ?? 0) })
    }
    var collector = HitCollector(
      limit: request.limit, order: request.order, separatesKinds: request.separatesKinds)
    var matched: [DocumentSet] = []
    var matches = 0
    for (index, segment) in snapshot.segments.enumerated() {
      var streams: [PostingsStream] = []
      for (postings, weight) in zip(found[index], weights) {
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

  /// What a term counts, given how many documents of the snapshot have it.
  func weight(of term: QueryTerm, own documentFrequency: Int) -> Float {
    ranking.weight(
      documentFrequency: statistics.documentFrequencies[term.form] ?? documentFrequency,
      boost: term.boost)
  }
}
