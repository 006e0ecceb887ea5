/// The integer score that a document must reach to be among the best, as far as is known.
///
/// A histogram of the integer scores seen so far, 16 units a bucket, tells a bucket that the k-th best
/// of them lies in or above.
@safe
struct ScoreThreshold: ~Copyable {
  /// For any integer of 16 bits, since a damaged list may repeat a document.
  private static let buckets = 1 << 12
  private static let unitsPerBucket = 4

  /// Documents below this are not among the best.
  private(set) var value: Int
  private let wanted: Int
  /// How far the integer score of one of the best may lie below the k-th best integer score.
  private let margin: Int
  private let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: buckets)
  /// The highest bucket so that it and those above hold as many as are wanted, 0 before there are.
  private var bucket = 0
  private var above = 0

  /// `initial` is a score in units that so many documents as are wanted reach, whatever is seen.
  init(wanted: Int, units: ScoreUnits, error: Float, initial: Int) {
    self.wanted = wanted
    margin = units.excess(error: error) + units.slack
    // A document without any term is never a hit.
    value = max(1, initial - units.slack)
    unsafe counts.initialize(repeating: 0, count: Self.buckets)
  }

  deinit {
    unsafe counts.deallocate()
  }

  /// As many documents as are wanted have at least this integer score; 0 before there are.
  var best: Int { bucket &<< Self.unitsPerBucket }

  /// Takes over a threshold that was reached elsewhere.
  mutating func raise(to other: Int) {
    value = max(value, other)
  }

  /// Counts the score of one more document.
  @inline(__always)
  mutating func insert(_ score: Int) {
    let place = score &>> Self.unitsPerBucket
    precondition(place < Self.buckets)
    unsafe counts[place] &+= 1
    guard place >= bucket else { return }
    above &+= 1
    // In bounds: as many as are wanted are in the last bucket at the latest.
    while unsafe above &- Int(counts[bucket]) >= wanted {
      unsafe above &-= Int(counts[bucket])
      bucket &+= 1
      value = max(value, best &- margin)
    }
  }
}
