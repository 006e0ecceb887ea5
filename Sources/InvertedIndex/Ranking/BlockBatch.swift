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
  private static let documents = PostingsFormat.blockSize

  /// How many blocks there are.
  private(set) var count = 0
  /// How many of them may have hits.
  private var liveCount = 0
  /// The sum of bytes that were read only to have them near.
  private var touched: UInt8 = 0
  private let segment: SegmentReader
  private let table: SaturationTable
  private let blocks = UnsafeMutablePointer<Int>.allocate(capacity: most)
  private let scores = UnsafeMutablePointer<UInt16>.allocate(capacity: most * documents)
  /// The documents of each block that may be hits, a bit each.
  private let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: most)
  /// What the terms that were not added yet may add to any document of each block.
  private let rests = UnsafeMutablePointer<UInt16>.allocate(capacity: most)
  /// The places of blocks that may have hits, ascending.
  private let live = UnsafeMutablePointer<UInt8>.allocate(capacity: most)
  /// The places of those that have a term.
  private let having = UnsafeMutablePointer<UInt8>.allocate(capacity: most)
  /// The bytes of a list in each of these.
  private let ranges = UnsafeMutablePointer<(start: Int, end: Int)>.allocate(capacity: most)
  /// See ``DenseList/score(group:weight:table:entries:classes:scores:bases:)``.
  private let bases = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)

  init(_ segment: SegmentReader, table: SaturationTable) {
    self.segment = segment
    self.table = table
    unsafe scores.initialize(repeating: 0, count: Self.most * Self.documents)
  }

  deinit {
    unsafe blocks.deallocate()
    unsafe scores.deallocate()
    unsafe masks.deallocate()
    unsafe rests.deallocate()
    unsafe live.deallocate()
    unsafe having.deallocate()
    unsafe ranges.deallocate()
    unsafe bases.deallocate()
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

  /// Adds what a term counts to the scores of the documents of blocks that may have hits; one that must
  /// have it and does not is no hit any more.
  mutating func add(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    switch term.postings {
    case .dense(let list):
      // All places first, then all first bytes: what they wait for in memory they wait for together.
      for place in 0..<liveCount {
        let slot = unsafe Int(live[place])
        let bound = unsafe UInt16(list.bound(ofBlock: blocks[slot]))
        unsafe rests[slot] &-= bound &* term.boundStep
        unsafe ranges[slot] = bound == 0 ? (0, 0) : try list.range(ofBlock: blocks[slot])
      }
      for place in 0..<liveCount {
        unsafe touched &+= list.firstByte(of: ranges[Int(live[place])])
      }
      if term.isRequired {
        try add(list, weight: term.weight, isRequired: true)
      } else {
        try add(list, weight: term.weight, isRequired: false)
      }
    case .buffered(let buffer): add(buffer, isRequired: term.isRequired)
    }
  }

  private func add(_ buffer: PostingsBuffer, isRequired: Bool) {
    var count = 0
    for place in 0..<liveCount {
      let slot = unsafe live[place]
      // Written in any case and counted or not: most blocks do not have a rare term.
      unsafe having[count] = slot
      let occupancy = unsafe buffer.occupancy(ofBlock: blocks[Int(slot)])
      count &+= occupancy
      if isRequired, occupancy == 0 { unsafe masks[Int(slot)] = 0 }
    }
    for place in 0..<count {
      let slot = unsafe Int(having[place])
      var documents: UInt64 = 0
      var largest: UInt16 = 0
      for posting in unsafe buffer.range(ofBlock: blocks[slot]) {
        let local = unsafe Int(buffer.ids[posting] & 63)
        let value = unsafe buffer.values[posting]
        unsafe scores[slot &* Self.documents &+ local] &+= value
        largest = max(largest, value)
        documents |= 1 &<< UInt64(local)
      }
      unsafe rests[slot] &-= largest
      if isRequired { unsafe masks[slot] &= documents }
    }
  }

  @inline(__always)
  private func add(
    _ list: DenseList, weight: UInt32, isRequired: Bool
  ) throws(ByteCursor.Fault) {
    try unsafe withTables { (entries, classes) throws(ByteCursor.Fault) in
      for place in 0..<liveCount {
        let slot = unsafe Int(live[place])
        let block = unsafe blocks[slot]
        let having = try unsafe list.score(
          block, ranges[slot], weight: weight, table: table, entries: entries,
          classes: classes + block &* Self.documents, scores: scores + slot &* Self.documents,
          tellsDocuments: isRequired)
        if isRequired { unsafe masks[slot] &= having }
      }
    }
  }

  /// Adds what a term counts that no document must have, where the blocks follow one another from the
  /// first of a group on; to all of them where that costs less than to find those that may have hits.
  mutating func addToRun(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    let postings = Double(term.count) / Double(segment.info.documents) * Double(Self.documents)
    // Nanoseconds, measured: see ``RankSafeScorer``.
    let single = Double(liveCount) * (9 + 2.5 * postings)
    guard case .dense(let list) = term.postings, count > 0,
      single > Double(count) * (1.3 + 2.5 * postings)
    else { return try add(term) }
    for place in 0..<liveCount {
      let slot = unsafe Int(live[place])
      let bound = unsafe UInt16(list.bound(ofBlock: blocks[slot]))
      unsafe rests[slot] &-= bound &* term.boundStep
    }
    try unsafe addToRun(list, weight: term.weight, from: blocks[0])
  }

  @inline(__always)
  private func addToRun(
    _ list: DenseList, weight: UInt32, from first: Int
  ) throws(ByteCursor.Fault) {
    let perGroup = PostingsFormat.blocksPerGroup
    try unsafe withTables { (entries, classes) throws(ByteCursor.Fault) in
      for slot in stride(from: 0, to: count, by: perGroup) {
        let block = first &+ slot
        let end = min(slot &+ perGroup, count)
        if end &- slot == perGroup,
          try unsafe list.score(
            group: block / perGroup, weight: weight, table: table, entries: entries,
            classes: classes + block &* Self.documents, scores: scores + slot &* Self.documents,
            bases: bases)
        {
          continue
        }
        for other in slot..<end {
          let block = first &+ other
          _ = try unsafe list.score(
            block, list.range(ofBlock: block), weight: weight, table: table, entries: entries,
            classes: classes + block &* Self.documents,
            scores: scores + other &* Self.documents, tellsDocuments: false)
        }
      }
    }
  }

  @inline(__always)
  private func withTables(
    _ body: (UnsafePointer<UInt16>, UnsafePointer<UInt8>) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    let classes = unsafe segment.lengthClasses.classes
    try unsafe table.entries.withUnsafeBufferPointer { (entries) throws(ByteCursor.Fault) in
      guard let entries = entries.baseAddress,
        let classes = unsafe classes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      else { return }
      try unsafe body(entries, classes)
    }
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
