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
  let documents: Int
  private let records: UnsafeRawBufferPointer
  /// The bytes of all blocks.
  let body: UnsafeRawBufferPointer
  let escapes: UnsafeRawBufferPointer

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
}
