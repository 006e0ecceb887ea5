internal import Storage

extension SnapshotScorer {
  /// Candidates that are checked together: few at first, among which the wanted hits mostly are, then
  /// more and more.
  private static let batches = (first: 64, largest: 512)
  /// Documents that are worth another thread.
  private static let documentsPerThread = 32

  /// The documents of the sets that match when they are checked; `nil` where there is no set.
  func check(
    _ sets: [DocumentSet?], _ request: SearchRequest
  ) throws(StorageError) -> [DocumentSet?] {
    var parts: [(place: Int, set: DocumentSet)] = []
    for (place, set) in sets.enumerated() {
      guard let set else { continue }
      let most = min(request.threads, max(1, set.count / Self.documentsPerThread))
      parts += (most == 1 ? [set] : set.parts(most)).map { (place, $0) }
    }
    let segments = snapshot.segments
    let matches = try parts.map(threads: request.threads) { (place, set) throws(StorageError) in
      try ConditionMatcher(segment: segments[place], runsChecks: true)
        .matches(request.condition, among: set).possible
    }
    var checked = [DocumentSet?](repeating: nil, count: sets.count)
    for ((place, _), set) in zip(parts, matches) {
      checked[place] = checked[place]?.union(set) ?? set
    }
    return checked
  }

  /// The best documents where too many must be checked to check them all.
  ///
  /// Candidates are ranked first and then checked in their order, until the limit is reached or no
  /// more checks are allowed; the share that passed says how many match, about.
  func searchChecking(
    _ request: SearchRequest, among possible: [DocumentSet]
  ) throws(StorageError) -> SearchOutcome {
    var candidates = request
    candidates.limit = min(request.limit, Int(UInt32.max)) + request.mostChecks
    var outcome = try score(candidates, among: possible)
    let ranked = outcome.top
    var places: [UInt8: Int] = [:]
    var top: [ScoredDocument] = []
    var checks = 0
    var passes = 0
    var next = 0
    var size = Self.batches.first
    while next < ranked.count, checks < request.mostChecks {
      let batch = ranked[next..<min(next + size, ranked.count)].filter {
        places[list(of: $0, request), default: 0] < request.limit
      }
      next += size
      size = min(2 * size, Self.batches.largest)
      let passed = try check(batch, request)
      checks += batch.count
      passes += passed.count
      for document in passed where places[list(of: document, request), default: 0] < request.limit {
        places[list(of: document, request), default: 0] += 1
        top.append(document)
      }
      if !request.separatesKinds, top.count == request.limit { break }
    }
    outcome.top = top
    outcome.checks = checks
    outcome.isEstimated = true
    if checks > 0 { outcome.matches = outcome.matches * passes / checks }
    return outcome
  }

  /// Which list of hits a document is for.
  private func list(of document: ScoredDocument, _ request: SearchRequest) -> UInt8 {
    request.separatesKinds
      ? snapshot.segments[document.segment].kind(of: document.document) : 0
  }

  /// Those of some documents that match when they are checked, in their order.
  private func check(
    _ documents: [ScoredDocument], _ request: SearchRequest
  ) throws(StorageError) -> [ScoredDocument] {
    var sets = snapshot.segments.map { DocumentSet(documents: $0.info.documents) }
    for document in documents { sets[document.segment].insert(document.document) }
    let checked = try check(sets.map { $0.isEmpty ? nil : $0 }, request)
    return documents.filter { checked[$0.segment]?.contains($0.document) ?? false }
  }
}
