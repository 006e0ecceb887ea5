internal import Storage

/// For every block of 64 documents of a segment a bound, in units, that no document of it exceeds.
///
/// The sum over terms of the largest value in the block (block-max indexes: Ding and Suel, "Faster
/// top-k document retrieval using block-max indexes", 2011), for all blocks at once. A block without
/// a term that a document must have has the bound 0.
@safe
struct BlockBounds: ~Copyable {
  private typealias Lanes = SIMD8<UInt16>
  private static let perGroup = PostingsFormat.blocksPerGroup

  /// One a block of each group.
  private var bounds: UnsafeMutablePointer<UInt16>
  private var memory: ScratchMemory
  private let groups: Int
  /// The blocks that have bounds; the first begins a group.
  let blocks: Range<Int>
  /// How much of the segment these are.
  let shareOfSegment: Double

  /// A dense list and what one fifteenth of its largest code is at most, in units.
  private struct Source {
    let list: DenseList
    let step: UInt16
    let isRequired: Bool
  }

  /// The bounds of some groups of blocks for the terms of a part, 0 for blocks without a document that
  /// passes its filter.
  init(_ terms: [ScoringTerm], of part: ScoringPart, groups: Range<Int>) {
    let last = PostingsFormat.blocks(documents: part.segment.info.documents)
    let first = groups.lowerBound * Self.perGroup
    blocks = first..<min(last, groups.upperBound * Self.perGroup)
    shareOfSegment = Double(blocks.count) / Double(max(last, 1))
    let sources = terms.compactMap { term -> Source? in
      guard case .dense(let list) = term.postings else { return nil }
      return Source(list: list, step: term.boundStep, isRequired: term.isRequired)
    }
    self.groups = groups.count
    memory = ScratchMemory(byteCount: groups.count * Self.perGroup * 2)
    unsafe bounds = memory.room(UInt16.self)
    let output = unsafe UnsafeMutableRawPointer(bounds)
    for group in groups {
      let (low, high) =
        part.possibleBlocks(inGroup: group) == 0
        ? (.zero, .zero) : Self.sum(sources, group: group)
      let place = (group &- groups.lowerBound) &* 32
      unsafe output.storeBytes(of: low, toByteOffset: place, as: Lanes.self)
      unsafe output.storeBytes(of: high, toByteOffset: place &+ 16, as: Lanes.self)
    }
    // A damaged list may have bounds behind the last block.
    let room = groups.count * Self.perGroup
    if blocks.count < room {
      unsafe (bounds + blocks.count).update(repeating: 0, count: room - blocks.count)
    }
    var hasRequired = sources.contains { $0.isRequired }
    for term in terms where term.isRequired {
      if case .buffered(let buffer) = term.postings {
        require(buffer, amongMarked: hasRequired)
        hasRequired = true
      }
    }
    for term in terms where !term.isRequired {
      guard case .buffered(let buffer) = term.postings else { continue }
      buffer.forEachBlock(in: blocks) { block, largest in
        let place = block &- first
        if unsafe !hasRequired || bounds[place] > 0 { unsafe bounds[place] &+= largest }
      }
    }
    leaveOutBlocks(of: part)
  }

  /// The sums of the bounds of sixteen blocks, 0 where a term lacks that a document must have.
  @inline(__always)
  private static func sum(_ sources: [Source], group: Int) -> (low: Lanes, high: Lanes) {
    var low = Lanes.zero
    var high = Lanes.zero
    var hasLow = Lanes(repeating: .max)
    var hasHigh = hasLow
    let mask: UInt64 = 0x000F_000F_000F_000F
    for source in sources {
      let bits = source.list.bounds(ofGroup: group)
      let first = lanes(bits & mask, bits &>> 4 & mask)
      let second = lanes(bits &>> 8 & mask, bits &>> 12 & mask)
      low &+= first &* source.step
      high &+= second &* source.step
      if source.isRequired {
        // What is not 0 reaches the high bit.
        hasLow &= first &+ 0x7FFF
        hasHigh &= second &+ 0x7FFF
      }
    }
    return (low & spread(hasLow), high & spread(hasHigh))
  }

  @inline(__always)
  private static func lanes(_ low: UInt64, _ high: UInt64) -> Lanes {
    unsafe unsafeBitCast(SIMD2(low, high), to: Lanes.self)
  }

  /// The high bit of each lane in all of its bits.
  @inline(__always)
  private static func spread(_ lanes: Lanes) -> Lanes {
    let signed = unsafe unsafeBitCast(lanes, to: SIMD8<Int16>.self) &>> 15
    return unsafe unsafeBitCast(signed, to: Lanes.self)
  }

  /// Sets the bounds of all blocks without a term to 0.
  private mutating func require(_ buffer: PostingsBuffer, amongMarked: Bool) {
    let memory = ScratchMemory(byteCount: groups * Self.perGroup * 2)
    let kept = unsafe memory.room(UInt16.self)
    unsafe kept.initialize(repeating: 0, count: groups * Self.perGroup)
    buffer.forEachBlock(in: blocks) { block, largest in
      let place = block &- blocks.lowerBound
      let bound = unsafe bounds[place]
      if !amongMarked || bound > 0 { unsafe kept[place] = bound &+ largest }
    }
    unsafe bounds = kept
    self.memory = memory
  }

  /// Sets the bounds of the blocks to 0 that have no document which may pass the filter.
  private func leaveOutBlocks(of part: ScoringPart) {
    guard let possible = part.possible else { return }
    for block in blocks where !possible.contains(block) {
      unsafe bounds[block &- blocks.lowerBound] = 0
    }
  }

  /// Sets the bounds of blocks to 0 that are done.
  func leaveOut(_ done: ArraySlice<UInt32>) {
    for block in done { unsafe bounds[Int(block) &- blocks.lowerBound] = 0 }
  }

  /// The bound of a block.
  @inline(__always)
  func bound(ofBlock block: Int) -> Int { unsafe Int(bounds[block &- blocks.lowerBound]) }

  private static let unitsPerBucket = 7

  /// The blocks whose bound reaches a positive value, the highest first as far as 128 units tell.
  ///
  /// - Complexity: O(blocks), sixteen at a time where none of them does.
  func ordered(reaching value: Int) -> [UInt32] {
    let least = UInt16(clamping: min(value, Int(Int16.max)))
    let memory = ScratchMemory(byteCount: groups * Self.perGroup * 4)
    let found = unsafe memory.room(UInt32.self)
    let count = unsafe reaching(least, into: found)
    let buckets = 1 << (16 - Self.unitsPerBucket)
    return unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: buckets) { places in
      unsafe places.initialize(repeating: 0)
      for place in 0..<count { unsafe places[bucket(ofBlock: found[place])] &+= 1 }
      var next = 0
      for bucket in (0..<buckets).reversed() {
        next &+= unsafe places[bucket]
        unsafe places[bucket] = next &- places[bucket]
      }
      return unsafe [UInt32](unsafeUninitializedCapacity: count) { ordered, initialized in
        initialized = count
        for place in 0..<count {
          let bucket = unsafe bucket(ofBlock: found[place])
          unsafe ordered[places[bucket]] = found[place]
          unsafe places[bucket] &+= 1
        }
      }
    }
  }

  @inline(__always)
  private func bucket(ofBlock block: UInt32) -> Int {
    bound(ofBlock: Int(block)) &>> Self.unitsPerBucket
  }

  /// Writes the blocks whose bound reaches a value, ascending, where there is room for all.
  ///
  /// - Returns: how many there are.
  private func reaching(_ least: UInt16, into found: UnsafeMutablePointer<UInt32>) -> Int {
    let bytes = unsafe UnsafeRawPointer(bounds)
    let output = UnsafeMutableRawPointer(found)
    var reached = 0
    // Bounds are below 32,768, so that a difference has its high bit where one reaches the value.
    let below = Lanes(repeating: least &- 1)
    unsafe Self.placesOfBits.withUnsafeBufferPointer { placesOfBits in
      for group in 0..<groups {
        let low = unsafe below &- bytes.loadUnaligned(fromByteOffset: group &* 32, as: Lanes.self)
        let high =
          unsafe below &- bytes.loadUnaligned(fromByteOffset: group &* 32 &+ 16, as: Lanes.self)
        guard (low | high).hasHighBit else { continue }
        var block = UInt32(truncatingIfNeeded: blocks.lowerBound &+ group &* Self.perGroup)
        for bits in [low.highBits, high.highBits] {
          // Eight are written and as many counted as there are: no branch is to be foreseen.
          let found = unsafe placesOfBits[Int(bits)] &+ SIMD8(repeating: block)
          unsafe output.storeBytes(of: found, toByteOffset: reached &* 4, as: SIMD8<UInt32>.self)
          reached &+= bits.nonzeroBitCount
          block &+= 8
        }
      }
    }
    return reached
  }

  /// The places of the bits that are set in a byte, ascending, then zeros.
  private static let placesOfBits: [SIMD8<UInt32>] = (0..<256).map { byte in
    var places = SIMD8<UInt32>.zero
    for (number, bit) in (0..<8).filter({ byte >> $0 & 1 != 0 }).enumerated() {
      places[number] = UInt32(bit)
    }
    return places
  }

  /// How many of ordered blocks share a bucket with, or have, a bound that reaches a value.
  ///
  /// - Complexity: O(log blocks).
  func count(of ordered: ArraySlice<UInt32>, reaching value: Int) -> Int {
    var (low, high) = (ordered.startIndex, ordered.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if ceiling(ofBlock: Int(ordered[middle])) >= value { low = middle + 1 } else { high = middle }
    }
    return low - ordered.startIndex
  }

  /// The largest bound that shares a bucket with that of a block: none behind it exceeds it.
  @inline(__always)
  func ceiling(ofBlock block: Int) -> Int {
    bound(ofBlock: block) | ((1 &<< Self.unitsPerBucket) &- 1)
  }
}
