/// Collects the best documents, of all kinds together or of each kind.
struct HitCollector {
  private let order: SortOrder
  private let separatesKinds: Bool
  /// The best of all kinds.
  private var best: TopDocuments
  /// The best of each kind, by its number.
  private var bestOfKind: [TopDocuments]
  private static let kinds = 128

  init(limit: Int, order: SortOrder, separatesKinds: Bool) {
    self.order = order
    self.separatesKinds = separatesKinds
    best = TopDocuments(limit: limit)
    bestOfKind = separatesKinds ? Array(repeating: best, count: Self.kinds) : []
  }

  @inline(__always)
  mutating func insert(
    _ document: UInt32, score: Float, of segment: SegmentReader, at place: Int
  ) {
    let rank = order.rank(score: score, date: segment.date(of: document))
    if separatesKinds {
      bestOfKind[Int(segment.kind(of: document))].insert(document, segment: place, rank: rank)
    } else {
      best.insert(document, segment: place, rank: rank)
    }
  }

  /// The best documents, best first; of each kind, the kind with the best document first.
  consuming func finish() -> [ScoredDocument] {
    guard separatesKinds else { return best.finish() }
    return bestOfKind.map { $0.finish() }.filter { !$0.isEmpty }
      .sorted { ScoredDocument.precedes($0[0], $1[0]) }.flatMap { $0 }
  }
}
