/// A document of a snapshot and its score.
package struct ScoredDocument: Equatable, Sendable {
  /// The place of the segment in the snapshot.
  package let segment: Int
  /// The number of the document in its segment.
  package let document: UInt32
  package let score: Float
  /// What it is sorted by, the highest first; see ``SortOrder``.
  let rank: UInt64

  init(segment: Int, document: UInt32, score: Float, rank: UInt64) {
    self.segment = segment
    self.document = document
    self.score = score
    self.rank = rank
  }

  /// Higher ranks first, among equals the earlier document.
  static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    return (left.segment, left.document) < (right.segment, right.document)
  }
}

/// The best `limit` of documents that come in document order.
///
/// Candidates are collected up to twice the limit and then cut back, so that one costs O(log limit)
/// on average and the common case, a rank below the threshold, one comparison.
struct TopDocuments {
  private let limit: Int
  private let capacity: Int
  private var candidates: [ScoredDocument] = []
  /// Ranks below this cannot enter: the best of earlier documents are as good.
  private var threshold: UInt64

  init(limit: Int) {
    self.limit = limit
    capacity = max(2 * min(limit, Int(UInt32.max)), 64)
    threshold = limit > 0 ? 0 : .max
  }

  @inline(__always)
  mutating func insert(_ candidate: ScoredDocument) {
    guard candidate.rank >= threshold else { return }
    candidates.append(candidate)
    if candidates.count == capacity { cut() }
  }

  private mutating func cut() {
    candidates.sort(by: ScoredDocument.precedes)
    if candidates.count > limit { candidates.removeLast(candidates.count - limit) }
    if candidates.count == limit, let last = candidates.last { threshold = last.rank &+ 1 }
  }

  /// The best documents, best first.
  consuming func finish() -> [ScoredDocument] {
    cut()
    return candidates
  }
}
