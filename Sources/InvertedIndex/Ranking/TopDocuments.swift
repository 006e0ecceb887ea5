/// A document of a snapshot and its score, in 16 bytes.
package struct ScoredDocument: Equatable, Sendable {
  /// Where it is, in the order of documents: the segment in the high half.
  private let address: UInt64
  /// What it is sorted by, the highest first; see ``SortOrder``.
  ///
  /// Its low half are the bits of the score.
  let rank: UInt64

  @inline(__always)
  init(segment: Int, document: UInt32, rank: UInt64) {
    address = UInt64(truncatingIfNeeded: segment) &<< 32 | UInt64(document)
    self.rank = rank
  }

  /// The place of the segment in the snapshot.
  package var segment: Int { Int(address &>> 32) }
  /// The number of the document in its segment.
  package var document: UInt32 { UInt32(truncatingIfNeeded: address) }
  package var score: Float { Float(bitPattern: UInt32(truncatingIfNeeded: rank)) }

  /// Higher ranks first, among equals the earlier document.
  @inline(__always)
  static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    left.rank != right.rank ? left.rank > right.rank : left.address < right.address
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
  mutating func insert(_ document: UInt32, segment: Int, rank: UInt64) {
    guard rank >= threshold else { return }
    candidates.append(ScoredDocument(segment: segment, document: document, rank: rank))
    if candidates.count == capacity { cut() }
  }

  private mutating func cut() {
    candidates.sort { ScoredDocument.precedes($0, $1) }
    if candidates.count > limit { candidates.removeLast(candidates.count - limit) }
    if candidates.count == limit, let last = candidates.last { threshold = last.rank &+ 1 }
  }

  /// The best documents, best first.
  consuming func finish() -> [ScoredDocument] {
    cut()
    return candidates
  }
}
