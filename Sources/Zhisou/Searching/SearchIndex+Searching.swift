internal import InvertedIndex
internal import Storage

extension SearchIndex {
  /// The documents that match best.
  ///
  /// - Parameters:
  ///   - query: what to look for.
  ///   - limit: how many hits to give.
  ///   - offset: how many to leave out in front of them.
  ///   - kinds: only documents of these kinds; empty for all.
  /// - Returns: the hits, best first, ties in the order of the index, and how many match in all.
  /// - Throws: `.invalidArgument` for numbers out of range, `.damagedIndex`.
  /// - Complexity: O(sum of document frequencies + documents).
  public func search(
    _ query: Query, limit: Int = 10, offset: Int = 0, kinds: Set<DocumentKind> = []
  ) throws(ZhisouError) -> SearchResults {
    var options = SearchOptions()
    options.limit = limit
    options.offset = offset
    options.filter.kinds = kinds
    return try search(query, options)
  }

  /// The documents that match, chosen, sorted and counted as the options say.
  ///
  /// Pages of one query and index follow one another without repeats or gaps.
  ///
  /// - Throws: `.invalidArgument` for options that cannot be, `.damagedIndex`.
  /// - Complexity: O(sum of document frequencies + documents), and the reading of stored text for
  ///   those that must be checked.
  public func search(
    _ query: Query, _ options: SearchOptions
  ) throws(ZhisouError) -> SearchResults {
    try options.check()
    let request = request(for: query, options)
    let scorer = scorer(for: query)
    let outcome: SearchOutcome
    if options.collapse == .family {
      outcome = try collapsing(request, scorer, wanted: options.offset + options.limit)
    } else {
      outcome = try run(request, scorer)
    }
    return SearchResults(
      hits: hits(outcome.top, options), matches: outcome.matches,
      isEstimated: outcome.isEstimated, checks: outcome.checks,
      facets: try counts(
        of: options.facets, in: outcome.matched ?? [], limit: options.facetLimit))
  }

  private func request(for query: Query, _ options: SearchOptions) -> SearchRequest {
    var request = SearchRequest(
      query.terms, limit: options.offset + (options.perKind ?? options.limit))
    request.needsTerm = query.plan.needsTerm
    request.condition = query.plan.condition
    var compiler = QueryCompiler(analyzer: analyzer)
    if let filter = options.filter.expression, let condition = compiler.condition(of: filter) {
      if case .everything = request.condition {
        request.condition = condition
      } else {
        request.condition = .all([request.condition, condition])
      }
    }
    request.order = options.order == .date ? .date : .score
    request.separatesKinds = options.perKind != nil
    request.collectsMatches = !options.facets.isEmpty
    request.mostChecks = max(options.mostChecks, 0)
    request.mostCounted = options.mostCounted
    request.threads = options.threads
    return request
  }

  private func run(
    _ request: SearchRequest, _ scorer: SnapshotScorer
  ) throws(ZhisouError) -> SearchOutcome {
    try ZhisouError.wrap { () throws(StorageError) in try scorer.search(request) }
  }

  /// The hits of a page.
  private func hits(_ top: [ScoredDocument], _ options: SearchOptions) -> [Hit] {
    var hits: [Hit] = []
    var ranks: [UInt8: Int] = [:]
    for scored in top {
      let kind = snapshot.segments[scored.segment].kind(of: scored.document)
      let rank = ranks[options.perKind == nil ? 0 : kind, default: 0] + 1
      ranks[options.perKind == nil ? 0 : kind] = rank
      guard rank > options.offset else { continue }
      hits.append(
        Hit(
          rank: rank, score: scored.score,
          address: DocumentAddress(segment: scored.segment, document: scored.document)))
    }
    return hits
  }

  /// The best documents of so many families.
  ///
  /// More and more of the best documents are looked at until there are enough families in them.
  private func collapsing(
    _ request: SearchRequest, _ scorer: SnapshotScorer, wanted: Int
  ) throws(ZhisouError) -> SearchOutcome {
    var request = request
    request.limit = 2 * wanted
    while true {
      var outcome = try run(request, scorer)
      let isAll = outcome.top.count < request.limit
      var families: Set<String> = []
      var best: [ScoredDocument] = []
      for scored in outcome.top where best.count < wanted {
        let address = DocumentAddress(segment: scored.segment, document: scored.document)
        let family = try document(at: address).family ?? "\(scored.segment) \(scored.document)"
        if families.insert(family).inserted { best.append(scored) }
      }
      if isAll || best.count == wanted {
        outcome.top = best
        return outcome
      }
      request.limit *= 4
    }
  }
}
