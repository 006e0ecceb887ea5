internal import Storage

/// Postings grouped by blocks of 64 documents, each directly addressable, about a byte a posting.
///
/// See FileFormat.md, "Dense list": the largest impact code of the list, a bound of four bits for every
/// block, a record for every group of sixteen blocks that says where they lie, the blocks, escapes.
@safe
struct DenseList: @unchecked Sendable {
  /// The largest impact code of the list.
  let largestCode: UInt8
  let count: Int
  let blocks: Int
  /// Runs of sixteen blocks; of the last one not all blocks need be there.
  var groups: Int { PostingsFormat.groups(blocks: blocks) }
  /// Eight bytes a group; see ``bounds(ofGroup:)``.
  private let bounds: UnsafeRawBufferPointer
  private let documents: Int
  private let records: UnsafeRawBufferPointer
  /// The bytes of all blocks.
  let body: UnsafeRawBufferPointer
  private let escapes: UnsafeRawBufferPointer

  /// A list in bytes that begin behind its noted impacts.
  init(
    _ bytes: UnsafeRawBufferPointer, count: Int, documents: Int
  ) throws(ByteCursor.Fault) {
    self.count = count
    self.documents = documents
    blocks = PostingsFormat.blocks(documents: documents)
    let groups = PostingsFormat.groups(blocks: blocks)
    var cursor = unsafe ByteCursor(bytes)
    let escapeCount = Int(try cursor.read(UInt32.self))
    largestCode = try cursor.read(UInt8.self)
    try cursor.skip(3)
    unsafe bounds = try cursor.bytes(groups * PostingsFormat.blocksPerGroup / 2)
    unsafe records = try cursor.bytes(groups * Self.recordSize)
    guard escapeCount <= cursor.remaining / Self.escapeSize else { throw .truncated }
    unsafe body = try cursor.bytes(cursor.remaining - escapeCount * Self.escapeSize)
    unsafe escapes = try cursor.bytes(cursor.remaining)
  }

  /// The largest code of each of sixteen blocks in fifteenths of the list's, rounded up, 0 for an empty
  /// block: that of block 4 `row` + `lane` in the bits from 16 `lane` + 4 `row` on.
  ///
  /// So a mask and a shift give four bounds in lanes of 16 bits.
  @inline(__always)
  func bounds(ofGroup group: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bounds.loadUnaligned(fromByteOffset: group &* 8, as: UInt64.self))
  }

  /// Where the bits of a block are in those of its group.
  @inline(__always)
  static func boundShift(ofBlock block: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: (block & 3) &* 16 &+ (block &>> 2 & 3) &* 4)
  }

  /// The bound of a block in fifteenths of the largest code.
  @inline(__always)
  func bound(ofBlock block: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: bounds(ofGroup: block &>> 4) &>> Self.boundShift(ofBlock: block)) & 15
  }

  /// Which of 64 blocks, the first a multiple of 64, have postings, a bit each.
  func blocksNotEmpty(inRun run: Int) -> UInt64 {
    let perGroup = PostingsFormat.blocksPerGroup
    var found: UInt64 = 0
    for place in 0..<4 where run &* 4 &+ place < groups {
      let bounds = bounds(ofGroup: run &* 4 &+ place)
      // The low bit of each four says whether one of them is set.
      let pairs = bounds | bounds &>> 1
      let isSet = (pairs | pairs &>> 2) & 0x1111_1111_1111_1111
      for block in 0..<perGroup {
        found |=
          (isSet &>> Self.boundShift(ofBlock: block) & 1) &<< UInt64(place &* perGroup &+ block)
      }
    }
    return found
  }

  /// A code in fifteenths of the largest one, rounded up.
  static func bound(code: UInt32, largest: UInt32) -> UInt8 {
    largest == 0 ? 0 : UInt8(truncatingIfNeeded: (15 * code + largest - 1) / largest)
  }

  // MARK: - Blocks

  static let recordSize = 12
  static let escapeSize = 8
  /// A block of so many bytes or more has its size in front of its group.
  static let longBlock = 15

  /// Where the bytes of a block lie among those of all blocks.
  @inline(__always)
  func range(ofBlock block: Int) throws(ByteCursor.Fault) -> (start: Int, end: Int) {
    let record = (block &>> 4) &* Self.recordSize
    let sizes = unsafe UInt64(
      littleEndian: records.loadUnaligned(fromByteOffset: record, as: UInt64.self))
    let group = unsafe Int(
      UInt32(
        littleEndian: records.loadUnaligned(fromByteOffset: record &+ 8, as: UInt32.self)))
    let shift = UInt64((block & 15) &* 4)
    let before = (1 &<< shift) &- 1 as UInt64
    var start = group &+ Self.sum(sizes & before)
    var size = Int(truncatingIfNeeded: (sizes &>> shift) & 15)
    let long = Self.longBlocks(sizes)
    if long != 0 {
      // The sizes of the long blocks come first.
      guard unsafe group &+ long.nonzeroBitCount <= body.count else { throw .malformed }
      start &+= long.nonzeroBitCount
      let others = (long & before).nonzeroBitCount
      for place in group..<(group &+ others) { unsafe start &+= Int(body[place]) &- Self.longBlock }
      if size == Self.longBlock { unsafe size = Int(body[group &+ others]) }
    }
    let end = start &+ size
    guard unsafe end <= body.count else { throw .malformed }
    return (start, end)
  }

  /// The first byte of a range of ``range(ofBlock:)``, 0 for an empty one.
  @inline(__always)
  func firstByte(of range: (start: Int, end: Int)) -> UInt8 {
    range.start < range.end ? unsafe body[range.start] : 0
  }

  /// The sizes of the sixteen blocks of a group, four bits each, and where the bytes of the first begin;
  /// `nil` for a group with long blocks.
  @inline(__always)
  func sizes(ofGroup group: Int) throws(ByteCursor.Fault) -> (sizes: UInt64, start: Int, end: Int)?
  {
    let record = group &* Self.recordSize
    let sizes = unsafe UInt64(
      littleEndian: records.loadUnaligned(fromByteOffset: record, as: UInt64.self))
    guard Self.longBlocks(sizes) == 0 else { return nil }
    let start = unsafe Int(
      UInt32(
        littleEndian: records.loadUnaligned(fromByteOffset: record &+ 8, as: UInt32.self)))
    let end = start &+ Self.sum(sizes)
    guard unsafe end <= body.count else { throw .malformed }
    return (sizes, start, end)
  }

  /// Which of sixteen numbers of four bits are 15: the lowest bit of each.
  @inline(__always)
  private static func longBlocks(_ sizes: UInt64) -> UInt64 {
    let pairs = sizes & (sizes &>> 1)
    return pairs & (pairs &>> 2) & 0x1111_1111_1111_1111
  }

  /// The sum of sixteen numbers of four bits.
  @inline(__always)
  private static func sum(_ sizes: UInt64) -> Int {
    let mask: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let bytes = (sizes & mask) &+ ((sizes &>> 4) & mask)
    return Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// Frequencies that the byte of a posting holds.
  static let rowsInByte = 3

  /// Calls `visit` with every posting of a block: its place among the 64 documents, its frequency.
  @inline(__always)
  func forEachPosting(
    inBlock block: Int,
    _ visit: (_ place: UInt32, _ frequency: UInt32) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    try forEachPosting(in: range(ofBlock: block), ofBlock: block, visit)
  }

  /// The same where the range of the block is known, compared with the bytes of all blocks.
  @inline(__always)
  func forEachPosting(
    in range: (start: Int, end: Int), ofBlock block: Int,
    _ visit: (_ place: UInt32, _ frequency: UInt32) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    var (next, end) = range
    while next < end {
      // In bounds: the end was compared when the range was made.
      let posting = unsafe UInt32(body[next])
      var frequency = posting &>> 6 &+ 1
      if frequency > Self.rowsInByte {
        frequency = try self.frequency(at: next, before: end, block: block)
        next &+= 1
      }
      next &+= 1
      try visit(posting & 63, frequency)
    }
  }

  /// Calls `visit` with every posting of a group: its place among the 1,024 documents, its frequency.
  @inline(__always)
  func forEachPosting(
    inGroup group: Int, _ visit: (_ place: Int, _ frequency: UInt32) -> Void
  ) throws(ByteCursor.Fault) {
    guard bounds(ofGroup: group) != 0 else { return }
    let first = group &* PostingsFormat.blocksPerGroup
    let whole = try sizes(ofGroup: group)
    var rest = whole?.sizes ?? 0
    var start = whole?.start ?? 0
    for local in 0..<min(PostingsFormat.blocksPerGroup, blocks &- first) {
      let size = Int(truncatingIfNeeded: rest & 15)
      let range = try whole == nil ? range(ofBlock: first &+ local) : (start, start &+ size)
      rest &>>= 4
      start &+= size
      let base = local &* PostingsFormat.blockSize
      try forEachPosting(in: range, ofBlock: first &+ local) { place, frequency in
        visit(base &+ Int(place), frequency)
      }
    }
  }

  /// The documents of a block that have the term, a bit each.
  func documents(ofBlock block: Int) throws(ByteCursor.Fault) -> UInt64 {
    let (start, end) = try range(ofBlock: block)
    return documents(from: start, to: end)
  }

  /// Sets the bits of the documents that have the term in the sixteen blocks of a group.
  @inline(__always)
  func insertDocuments(
    ofGroup group: Int, into output: UnsafeMutablePointer<UInt64>
  ) throws(ByteCursor.Fault) {
    guard bounds(ofGroup: group) != 0 else { return }
    let perGroup = PostingsFormat.blocksPerGroup
    guard let (sizes, start, _) = try sizes(ofGroup: group) else {
      let first = group &* perGroup
      for block in first..<min(blocks, first &+ perGroup) {
        unsafe output[block &- first] |= try documents(ofBlock: block)
      }
      return
    }
    var rest = sizes
    var next = start
    for block in 0..<perGroup {
      let end = next &+ Int(truncatingIfNeeded: rest & 15)
      unsafe output[block] |= documents(from: next, to: end)
      next = end
      rest &>>= 4
    }
  }

  /// The documents of the postings in bytes of a block, a bit each.
  @inline(__always)
  private func documents(from start: Int, to end: Int) -> UInt64 {
    var documents: UInt64 = 0
    var next = start
    while next < end {
      let posting = unsafe UInt64(body[next])
      documents |= 1 &<< (posting & 63)
      next &+= posting < Self.rowsInByte &<< 6 ? 1 : 2
    }
    return documents
  }

  /// The frequency of a posting of two bytes.
  @inline(__always)
  func frequency(
    at place: Int, before end: Int, block: Int
  ) throws(ByteCursor.Fault) -> UInt32 {
    guard place &+ 1 < end else { throw .malformed }
    let more = unsafe UInt32(body[place &+ 1])
    if more < 255 { return more &+ UInt32(Self.rowsInByte) &+ 1 }
    return try unsafe escapedFrequency(block, UInt32(body[place] & 63))
  }

  /// How often a document has the term, where its block does not say so.
  ///
  /// - Complexity: O(log escapes).
  @inline(never)
  private func escapedFrequency(
    _ block: Int, _ place: UInt32
  ) throws(ByteCursor.Fault) -> UInt32 {
    let document = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize) &+ place
    var low = 0
    var high = unsafe escapes.count / Self.escapeSize
    while low < high {
      let middle = (low + high) / 2
      let entry = middle * Self.escapeSize
      let found = unsafe UInt32(
        littleEndian: escapes.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
      if found == document {
        return unsafe UInt32(
          littleEndian: escapes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self))
      }
      if found < document { low = middle + 1 } else { high = middle }
    }
    throw .malformed
  }

  /// How often a document has the term; `nil` when it does not have it.
  ///
  /// Postings are compared eight at a time as long as their frequencies are of one byte.
  func frequency(of document: UInt32) throws(ByteCursor.Fault) -> UInt32? {
    let block = Int(document &>> 6)
    let (start, end) = try range(ofBlock: block)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let place = UInt64(document & 63) &* ones
    var next = start
    while next < end, unsafe next &+ 8 <= body.count {
      let postings = unsafe UInt64(
        littleEndian: body.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      let inBlock = UInt64.max &>> UInt64(64 &- 8 &* min(end &- next, 8))
      // Frequencies of 4 and more have both high bits.
      guard postings & (postings &<< 1) & (ones &<< 7) & inBlock == 0 else { break }
      // A place that is equal gives zero; only then the sum does not reach the high bit.
      let others = ((postings ^ place) & (ones &* 63)) &+ ones &* 127
      let equal = ~others & (ones &<< 7) & inBlock
      if equal != 0 {
        let shift = UInt64(equal.trailingZeroBitCount &- 7)
        return UInt32(truncatingIfNeeded: (postings &>> shift) & 255) &>> 6 &+ 1
      }
      next &+= 8
    }
    while next < end {
      let posting = unsafe UInt32(body[next])
      let isLong = posting >= Self.rowsInByte &<< 6
      if posting & 63 == document & 63 {
        return isLong
          ? try frequency(at: next, before: end, block: block) : posting &>> 6 &+ 1
      }
      next &+= isLong ? 2 : 1
    }
    return nil
  }

  /// Decodes a group of blocks into buffers for 1,024 postings.
  ///
  /// - Returns: how many postings they have, every document below the segment's count.
  func decode(
    group: Int, ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    let first = group &* PostingsFormat.blocksPerGroup
    var length = 0
    for block in first..<min(blocks, first &+ PostingsFormat.blocksPerGroup) {
      let base = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize)
      try forEachPosting(inBlock: block) { (place, frequency) throws(ByteCursor.Fault) in
        guard base &+ place < documents, length < PostingsReader.largestBlock else {
          throw .malformed
        }
        unsafe ids[length] = base &+ place
        unsafe frequencies[length] = frequency
        length &+= 1
      }
    }
    return length
  }
}
