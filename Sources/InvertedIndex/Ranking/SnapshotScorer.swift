package import Storage

/// The door of ranking: the best documents of a snapshot for a request.
///
/// Two ways lead to the same hits: ``RankSafeScorer`` where only the best by score are wanted, else
/// ``ExhaustiveScorer``.
package struct SnapshotScorer {
  let snapshot: IndexSnapshot
  let statistics: RankingStatistics
  package let ranking: BM25
  /// Whether every document is scored, whatever the request.
  let isExhaustive: Bool
  /// What postings count, for each segment.
  private let tables: [SaturationTable]
  /// See ``PostingsFormat/largeSegment``.
  private let largeSegment: Int

  /// A scorer by the statistics of the snapshot, or by those of a larger whole.
  package init(
    _ snapshot: IndexSnapshot, statistics: RankingStatistics? = nil, isExhaustive: Bool = false,
    largeSegment: Int? = nil
  ) {
    self.snapshot = snapshot
    self.statistics = statistics ?? snapshot.statistics
    self.isExhaustive = isExhaustive
    self.largeSegment = largeSegment ?? PostingsFormat.largeSegment
    let ranking = BM25(
      documents: self.statistics.documents, totalLength: self.statistics.totalLength)
    self.ranking = ranking
    tables =
      statistics == nil
      ? snapshot.saturationTables
      : snapshot.segments.map { SaturationTable($0.lengthClasses, ranking: ranking) }
  }

  /// The best documents for a request, ties in the order of documents.
  ///
  /// Where more documents must be checked than the request allows, the best are still exact as far
  /// as checks reach: candidates are checked in their order until the limit is reached.
  ///
  /// - Complexity: O(sum of document frequencies + documents); that is seldom reached where only the
  ///   best by score are wanted.
  package func search(_ request: SearchRequest) throws(StorageError) -> SearchOutcome {
    if !request.condition.needsChecks, let found = try rankSafe(request) { return found }
    if request.condition.isEverything, request.needsTerm { return try score(request, among: nil) }
    let matches = try matches(of: request.condition, for: request)
    let uncertain = matches.map { $0.uncertain }
    let checks = uncertain.reduce(0) { $0 + ($1?.count ?? 0) }
    guard checks > request.mostChecks else {
      let checked = try check(uncertain, request)
      let sets = zip(matches, checked).map { matches, checked in
        checked.map { (matches.certain ?? matches.possible).union($0) } ?? matches.possible
      }
      var outcome = try score(request, among: sets)
      outcome.checks = checks
      return outcome
    }
    return try searchChecking(request, among: matches.map(\.possible))
  }

  /// The documents that match a condition, as far as they are known without being checked.
  ///
  /// Where each must be asked for its values, only those are that have a term, if they must.
  private func matches(
    of condition: Condition, for request: SearchRequest
  ) throws(StorageError) -> [ConditionMatcher.Matches] {
    let hasTerm = Condition.any(request.terms.map { .term($0.form, in: $0.field) })
    return try snapshot.segments.map { (segment) throws(StorageError) in
      let matcher = ConditionMatcher(segment: segment, runsChecks: false)
      var among = DocumentSet(documents: segment.info.documents, isFull: true)
      if request.needsTerm, condition.asksForValues {
        among = try matcher.matches(hasTerm, among: among).possible
      }
      return try matcher.matches(condition, among: among)
    }
  }

  /// Scores the documents of the sets, or of the whole snapshot.
  func score(
    _ request: SearchRequest, among sets: [DocumentSet]?
  ) throws(StorageError) -> SearchOutcome {
    let filters = sets.map { zip($0, snapshot.segments).map { BlockFilter($0, of: $1) } }
    if let found = try rankSafe(request, required: [], filters: filters) { return found }
    let terms = try QueryPostings(request.terms, scorer: self, threads: request.threads)
    return try ExhaustiveScorer(snapshot: snapshot, ranking: ranking, terms: terms).search(
      request, among: sets)
  }

  /// What ``RankSafeScorer`` finds of the documents that a condition without checks leaves; `nil` for a
  /// request that it does not answer.
  private func rankSafe(_ request: SearchRequest) throws(StorageError) -> SearchOutcome? {
    let (required, rest) = request.condition.conjunction(of: request.terms)
    guard !isExhaustive, RankSafeScorer.answers(request, required: required) else { return nil }
    if rest.isEverything { return try rankSafe(request, required: required, filters: nil) }
    let filters = try snapshot.segments.map { (segment) throws(StorageError) in
      try BlockFilter(rest, of: segment)
    }
    return try rankSafe(request, required: required, filters: filters)
  }

  private func rankSafe(
    _ request: SearchRequest, required: Set<Int>, filters: [BlockFilter]?
  ) throws(StorageError) -> SearchOutcome? {
    guard !isExhaustive, RankSafeScorer.answers(request, required: required),
      let scorer = try RankSafeScorer(
        snapshot, ranking: ranking, tables: tables,
        terms: QueryPostings(request.terms, scorer: self, threads: request.threads),
        required: required, filters: filters, limit: request.limit,
        threads: filters?.contains { $0.remembers } == true ? 1 : request.threads,
        largeSegment: largeSegment)
    else { return nil }
    let top = try scorer.run()
    if request.collectsMatches {
      let matched = try scorer.hits()
      return SearchOutcome(
        top: top, matches: matched.reduce(0) { $0 + $1.count }, matched: matched)
    }
    guard request.mostCounted > 0 else {
      return SearchOutcome(top: top, matches: top.count, isEstimated: true)
    }
    let (matches, isEstimated) = try scorer.count(most: request.mostCounted)
    return SearchOutcome(
      top: top, matches: max(top.count, matches), isEstimated: isEstimated)
  }

  /// What a term counts, given how many documents of the snapshot have it.
  func weight(of term: QueryTerm, own documentFrequency: Int) -> Float {
    ranking.weight(
      documentFrequency: statistics.documentFrequencies[term.form] ?? documentFrequency,
      boost: term.boost)
  }
}
