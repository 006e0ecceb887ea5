/// A document of a snapshot and its score.
package struct ScoredDocument: Equatable, Sendable {
  /// The place of the segment in the snapshot.
  package let segment: Int
  /// The number of the document in its segment.
  package let document: UInt32
  package let score: Float

  /// Higher scores first, among equals the earlier document.
  static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return (left.segment, left.document) < (right.segment, right.document)
  }
}

/// The best `limit` of documents that come in document order.
///
/// Candidates are collected up to twice the limit and then cut back, so that one costs O(log limit)
/// on average and the common case, a score below the threshold, one comparison.
struct TopDocuments {
  private let limit: Int
  private let capacity: Int
  private var candidates: [ScoredDocument] = []
  /// Scores up to here cannot enter: the best of earlier documents are as good.
  private(set) var threshold: Float = 0

  init(limit: Int) {
    self.limit = limit
    capacity = max(2 * min(limit, Int(UInt32.max)), 64)
  }

  @inline(__always)
  mutating func insert(_ document: UInt32, segment: Int, score: Float) {
    guard score > threshold else { return }
    candidates.append(ScoredDocument(segment: segment, document: document, score: score))
    if candidates.count == capacity { cut() }
  }

  private mutating func cut() {
    candidates.sort(by: ScoredDocument.precedes)
    if candidates.count > limit { candidates.removeLast(candidates.count - limit) }
    if candidates.count == limit, let last = candidates.last { threshold = last.score }
  }

  /// The best documents, best first.
  consuming func finish() -> [ScoredDocument] {
    cut()
    return candidates
  }
}
