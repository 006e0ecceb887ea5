/// Collects the best documents, of all kinds together or of each kind.
struct HitCollector {
  private let order: SortOrder
  private let limit: Int
  private let separatesKinds: Bool
  private var lists: [TopDocuments]
  private static let kinds = 128

  init(limit: Int, order: SortOrder, separatesKinds: Bool) {
    self.order = order
    self.limit = limit
    self.separatesKinds = separatesKinds
    lists = Array(
      repeating: TopDocuments(limit: limit), count: separatesKinds ? Self.kinds : 1)
  }

  @inline(__always)
  mutating func insert(
    _ document: UInt32, score: Float, of segment: SegmentReader, at place: Int
  ) {
    let rank = order.rank(score: score, date: segment.date(of: document))
    let list = separatesKinds ? Int(segment.kind(of: document)) : 0
    lists[list].insert(
      ScoredDocument(segment: place, document: document, score: score, rank: rank))
  }

  /// The best documents, best first; of each kind, the kind with the best document first.
  consuming func finish() -> [ScoredDocument] {
    lists.map { $0.finish() }.filter { !$0.isEmpty }
      .sorted { ScoredDocument.precedes($0[0], $1[0]) }.flatMap { $0 }
  }
}
