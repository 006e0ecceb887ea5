/// How many documents have the values that most of them have.
package struct ValueCounts: Sendable {
  /// The values, the most frequent first, among equals in the order of their bytes.
  package let top: [(value: [UInt8], documents: Int)]
  /// How many values some document has.
  package let distinct: Int
}

/// The most frequent of values that come in the order of their bytes.
///
/// Candidates are collected up to twice the limit and then cut back, as in ``TopDocuments``.
struct MostFrequent<Value> {
  private let limit: Int
  private let capacity: Int
  private var candidates: [(documents: Int, place: Int, value: Value)] = []
  /// No more documents than this are not enough: earlier values have as many.
  private var threshold = 0
  private var distinct = 0

  init(limit: Int) {
    self.limit = max(limit, 0)
    capacity = max(2 * min(self.limit, Int(UInt32.max)), 64)
  }

  /// Adds a value that some documents have.
  @inline(__always)
  mutating func append(_ value: Value, documents: Int) {
    distinct &+= 1
    guard documents > threshold else { return }
    candidates.append((documents, distinct, value))
    if candidates.count == capacity { cut() }
  }

  private mutating func cut() {
    candidates.sort {
      $0.documents != $1.documents ? $0.documents > $1.documents : $0.place < $1.place
    }
    if candidates.count > limit { candidates.removeLast(candidates.count - limit) }
    if candidates.count == limit, let last = candidates.last { threshold = last.documents }
  }

  /// The values, given the bytes of each.
  consuming func finish<Failure: Error>(
    _ bytes: (Value) throws(Failure) -> [UInt8]
  ) throws(Failure) -> ValueCounts {
    cut()
    var top: [(value: [UInt8], documents: Int)] = []
    for candidate in candidates { top.append((try bytes(candidate.value), candidate.documents)) }
    return ValueCounts(top: top, distinct: distinct)
  }
}
