internal import Storage

extension SnapshotScorer {
  /// Candidates that are checked together.
  private static let batch = 512

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
    while next < ranked.count, checks < request.mostChecks {
      let batch = ranked[next..<min(next + Self.batch, ranked.count)].filter {
        places[list(of: $0, request), default: 0] < request.limit
      }
      next += Self.batch
      let passed = try check(batch, request.condition)
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
    _ documents: [ScoredDocument], _ condition: Condition
  ) throws(StorageError) -> [ScoredDocument] {
    var sets = snapshot.segments.map { DocumentSet(documents: $0.info.documents) }
    for document in documents { sets[document.segment].insert(document.document) }
    let checked = try check(sets.map { $0.isEmpty ? nil : $0 }, condition)
    return documents.filter { checked[$0.segment]?.contains($0.document) ?? false }
  }
}
