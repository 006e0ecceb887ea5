/// A few stretches of copied text that are written at the same time.
///
/// Each lane is a stretch in a memory of its own. Since every step of copying waits for memory, four
/// lanes that wait together take little more than one that waits alone.
@safe
final class Passages {
  /// A stretch while it is written.
  @safe
  struct Lane {
    /// Where its text begins, and where its next byte goes.
    var start: UnsafeMutablePointer<UInt8>
    var end: UnsafeMutablePointer<UInt8>
    /// Characters that it still lacks; none when it is done.
    var left = 0
    /// The place of the seed text that is copied next.
    var place = 0
    /// The rank of the place to turn to, negative when the lane goes on at `place`.
    var rank = -1
    /// The place with that rank.
    var found = 0
    /// Whether it may turn to a place far away.
    var mayGoFar = false
  }

  static let most = 4
  /// A lane has this many characters at least, unless it is the only one.
  private static let leastCharacters = 24
  /// Characters by which a lane may become too long.
  private static let surplus = 64

  let lanes: UnsafeMutablePointer<Lane>
  /// Lanes in use, the first ones.
  private(set) var count = 0
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init() {
    capacity = 1 << 14
    unsafe memory = .allocate(capacity: capacity)
    unsafe lanes = .allocate(capacity: Self.most)
    unsafe lanes.initialize(repeating: Lane(start: memory, end: memory), count: Self.most)
  }

  deinit {
    unsafe memory.deallocate()
    unsafe lanes.deallocate()
  }

  /// Empties the lanes and shares out a length in characters among them.
  func begin(_ length: Int) {
    count = min(max(length / Self.leastCharacters, 1), Self.most)
    let characters = (length + count - 1) / count
    let bytes = 3 * (characters + Self.surplus)
    if bytes * count > capacity {
      unsafe memory.deallocate()
      capacity = bytes * count
      unsafe memory = .allocate(capacity: capacity)
    }
    for index in 0..<count {
      let start = unsafe memory + index * bytes
      unsafe lanes[index] = Lane(start: start, end: start, left: characters)
    }
  }

  /// Appends a lane's text.
  func append(_ index: Int, to text: TextBuffer) {
    precondition(index < count)
    let lane = unsafe lanes[index]
    unsafe text.append(UnsafeBufferPointer(start: lane.start, count: lane.end - lane.start))
  }
}
