internal import Storage

/// Blocks of 64 documents that are scored together, a term at a time, in units.
///
/// Each block keeps, beside the scores of its documents, a bound of what the terms to come may add: where
/// the best score and this bound stay below the threshold, no term to come is asked (MaxScore: Turtle and
/// Flood, "Query evaluation: strategies and optimizations", 1995; here a block at a time).
///
/// Owns its memory, so that the inner loops pay for no checks; places are in bounds because a batch has
/// ``most`` blocks at most.
@safe
struct BlockBatch: ~Copyable {
  /// Their scores fill half of a first-level cache.
  static let most = 128
  static let documents = PostingsFormat.blockSize

  /// How many blocks there are.
  private(set) var count = 0
  /// How many of them may have hits.
  private(set) var liveCount = 0
  /// The sum of bytes that were read only to have them near.
  var touched: UInt8 = 0
  let segment: SegmentReader
  let table: SaturationTable
  let blocks: UnsafeMutablePointer<Int>
  let scores: UnsafeMutablePointer<UInt16>
  /// The documents of each block that may be hits, a bit each.
  let masks: UnsafeMutablePointer<UInt64>
  /// What the terms that were not added yet may add to any document of each block.
  let rests: UnsafeMutablePointer<UInt16>
  /// The places of blocks that may have hits, ascending.
  let live: UnsafeMutablePointer<UInt8>
  /// The places of those that have a term.
  let having: UnsafeMutablePointer<UInt8>
  /// Where the bytes of a list lie for each block that may have hits.
  let ranges: UnsafeMutablePointer<(start: Int, end: Int)>
  /// See ``DenseList/score(group:weight:table:entries:classes:scores:bases:)``.
  let bases: UnsafeMutablePointer<UInt16>
  /// Where all of these lie.
  private let memory: ScratchMemory

  init(_ segment: SegmentReader, table: SaturationTable) {
    self.segment = segment
    self.table = table
    memory = ScratchMemory(byteCount: Self.most * (4 * 8 + 2 + 2 + 2 * Self.documents) + 512)
    var offset = 0
    unsafe blocks = memory.room(for: Self.most, Int.self, at: &offset)
    unsafe ranges = memory.room(for: Self.most, (start: Int, end: Int).self, at: &offset)
    unsafe masks = memory.room(for: Self.most, UInt64.self, at: &offset)
    unsafe scores = memory.room(for: Self.most * Self.documents, UInt16.self, at: &offset)
    unsafe rests = memory.room(for: Self.most, UInt16.self, at: &offset)
    unsafe bases = memory.room(for: 256, UInt16.self, at: &offset)
    unsafe live = memory.room(for: Self.most, UInt8.self, at: &offset)
    unsafe having = memory.room(for: Self.most, UInt8.self, at: &offset)
    unsafe scores.initialize(repeating: 0, count: Self.most * Self.documents)
  }

  /// Adds a block whose documents, as far as the mask says, may be hits with scores up to a bound.
  @inline(__always)
  mutating func append(_ block: Int, mask: UInt64, bound: Int) {
    precondition(count < Self.most)
    unsafe blocks[count] = block
    unsafe masks[count] = mask
    unsafe rests[count] = UInt16(truncatingIfNeeded: bound)
    unsafe live[liveCount] = UInt8(truncatingIfNeeded: count)
    liveCount &+= mask == 0 ? 0 : 1
    count &+= 1
  }

  /// Forgets the blocks.
  mutating func removeAll() {
    unsafe scores.update(repeating: 0, count: count &* Self.documents)
    count = 0
    liveCount = 0
  }

  /// Leaves out the blocks whose documents stay below a threshold whatever the terms to come add.
  mutating func leaveOutBlocks(below threshold: Int) {
    var kept = 0
    for place in 0..<liveCount {
      let slot = unsafe Int(live[place])
      let needed = unsafe threshold &- Int(rests[slot])
      let stays = unsafe masks[slot] != 0 && (needed <= 0 || reaches(needed, slot))
      unsafe live[kept] = live[place]
      kept &+= stays ? 1 : 0
    }
    liveCount = kept
  }

  /// Appends every document that may be a hit, passes the filter and has a score that reaches the
  /// threshold, which rises with each.
  func appendCandidates(
    reaching threshold: inout ScoreThreshold, of filter: BlockFilter?,
    to candidates: inout [ScoreCandidate]
  ) throws(StorageError) {
    for place in 0..<liveCount {
      let slot = unsafe Int(live[place])
      var mask = unsafe masks[slot]
      if mask == 0 { continue }
      mask &= documents(reaching: threshold.value, inSlot: slot)
      if mask == 0 { continue }
      let block = unsafe blocks[slot]
      if let filter { mask = try filter.documents(inBlock: block, among: mask) }
      while mask != 0 {
        let place = mask.trailingZeroBitCount
        mask &= mask &- 1
        let score = unsafe scores[slot &* Self.documents &+ place]
        if Int(score) >= threshold.value {
          threshold.insert(Int(score))
          let document = UInt32(truncatingIfNeeded: block &* Self.documents &+ place)
          candidates.append(ScoreCandidate(document: document, score: score))
        }
      }
    }
  }

  private typealias Lanes = SIMD8<UInt16>

  /// For scores below 32,768, so that a difference has its high bit where one reaches the value.
  @inline(__always)
  private static func below(_ value: Int) -> Lanes {
    Lanes(repeating: UInt16(clamping: min(value, Int(Int16.max)) &- 1))
  }

  /// Eight scores of a block.
  @inline(__always)
  private func scores(eighth: Int, ofSlot slot: Int) -> Lanes {
    let first = unsafe UnsafeRawPointer(scores + slot &* Self.documents)
    return unsafe first.loadUnaligned(fromByteOffset: eighth &* 16, as: Lanes.self)
  }

  /// Whether a score of a block reaches a positive value.
  @inline(__always)
  private func reaches(_ value: Int, _ slot: Int) -> Bool {
    let below = Self.below(value)
    var any = Lanes.zero
    for eighth in 0..<8 { any |= below &- scores(eighth: eighth, ofSlot: slot) }
    return any.hasHighBit
  }

  /// The documents of a block whose scores reach a positive value, a bit each.
  @inline(__always)
  private func documents(reaching value: Int, inSlot slot: Int) -> UInt64 {
    guard reaches(value, slot) else { return 0 }
    let below = Self.below(value)
    var found: UInt64 = 0
    for eighth in 0..<8 {
      found |=
        (below &- scores(eighth: eighth, ofSlot: slot)).highBits &<< UInt64(eighth &* 8)
    }
    return found
  }
}
