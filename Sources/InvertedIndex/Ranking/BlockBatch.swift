internal import Storage

/// Blocks of 64 documents that are scored together, a term at a time, in units.
///
/// A document is a candidate when its integer score reaches the threshold. Owns its memory, so that the
/// inner loops pay for no checks; places are in bounds because a batch has ``most`` blocks at most.
@safe
struct BlockBatch: ~Copyable {
  /// Their scores fill half of a first-level cache.
  static let most = 128
  private static let documents = PostingsFormat.blockSize

  /// How many blocks there are.
  private(set) var count = 0
  /// The sum of bytes that were read only to have them near.
  private var touched: UInt8 = 0
  private let segment: SegmentReader
  private let table: SaturationTable
  private let blocks = UnsafeMutablePointer<Int>.allocate(capacity: most)
  private let scores = UnsafeMutablePointer<UInt16>.allocate(capacity: most * documents)
  /// The documents of each block that may be hits, a bit each.
  private let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: most)
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
    unsafe ranges.deallocate()
    unsafe bases.deallocate()
  }

  /// Adds a block whose documents, as far as the mask says, may be hits.
  @inline(__always)
  mutating func append(_ block: Int, mask: UInt64) {
    precondition(count < Self.most)
    unsafe blocks[count] = block
    unsafe masks[count] = mask
    count &+= 1
  }

  /// Forgets the blocks.
  mutating func removeAll() {
    unsafe scores.update(repeating: 0, count: count &* Self.documents)
    count = 0
  }

  /// Adds what a term counts to the scores of the blocks' documents; one that must have it and does
  /// not is no hit any more.
  mutating func add(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    switch term.postings {
    case .dense(let list):
      // All places first, then all first bytes: what they wait for in memory they wait for together.
      for slot in 0..<count {
        unsafe ranges[slot] = masks[slot] == 0 ? (0, 0) : try list.range(ofBlock: blocks[slot])
      }
      for slot in 0..<count { unsafe touched &+= list.firstByte(of: ranges[slot]) }
      if term.isRequired {
        try add(list, weight: term.weight, isRequired: true)
      } else {
        try add(list, weight: term.weight, isRequired: false)
      }
    case .buffered(let buffer):
      for slot in 0..<count where unsafe masks[slot] != 0 {
        var having: UInt64 = 0
        for place in unsafe buffer.range(ofBlock: blocks[slot]) {
          let local = Int(buffer.ids[place] & 63)
          unsafe scores[slot &* Self.documents &+ local] &+= buffer.values[place]
          having |= 1 &<< UInt64(local)
        }
        if term.isRequired { unsafe masks[slot] &= having }
      }
    }
  }

  @inline(__always)
  private func add(
    _ list: DenseList, weight: UInt32, isRequired: Bool
  ) throws(ByteCursor.Fault) {
    try unsafe withTables { (entries, classes) throws(ByteCursor.Fault) in
      for slot in 0..<count {
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
  /// first of a group on.
  func addToRun(_ term: ScoringTerm) throws(ByteCursor.Fault) {
    guard count > 0 else { return }
    let first = unsafe blocks[0]
    switch term.postings {
    case .dense(let list):
      try addToRun(list, weight: term.weight, from: first)
    case .buffered(let buffer):
      let base = UInt32(truncatingIfNeeded: first &* Self.documents)
      let end = UInt32(truncatingIfNeeded: count &* Self.documents)
      var place = buffer.range(ofBlock: first).lowerBound
      while place < buffer.ids.count, buffer.ids[place] &- base < end {
        unsafe scores[Int(buffer.ids[place] &- base)] &+= buffer.values[place]
        place &+= 1
      }
    }
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
    for slot in 0..<count {
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

  /// The documents of a block whose scores reach a value, a bit each.
  @inline(__always)
  private func documents(reaching value: Int, inSlot slot: Int) -> UInt64 {
    typealias Lanes = SIMD8<UInt16>
    // Scores are below 32,768, so that a difference has its high bit where one reaches the value.
    let below = Lanes(repeating: UInt16(clamping: min(value, Int(Int16.max)) &- 1))
    let first = unsafe UnsafeRawPointer(scores + slot &* Self.documents)
    var any = Lanes.zero
    for eighth in 0..<8 {
      any |= unsafe below &- first.loadUnaligned(fromByteOffset: eighth &* 16, as: Lanes.self)
    }
    guard any.hasHighBit else { return 0 }
    var found: UInt64 = 0
    for eighth in 0..<8 {
      let lanes = unsafe first.loadUnaligned(fromByteOffset: eighth &* 16, as: Lanes.self)
      found |= (below &- lanes).highBits &<< UInt64(eighth &* 8)
    }
    return found
  }
}
