internal import Storage

/// Postings in blocks of 128, gaps and frequencies packed, with a directory to seek by.
///
/// See FileFormat.md, "Rare list": for each full block its last document and the end of its bytes; then
/// the blocks, and the rest as a short list.
@safe
struct RareList: @unchecked Sendable {
  static let blockSize = BlockPacking.count

  static func encode(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    documents: Int, into output: inout ByteWriter
  ) {
    let blocks = count / blockSize
    let directory = output.count
    for _ in 0..<(blocks * 2) { output.append(UInt32(0)) }
    let body = output.count
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockSize) { values in
      guard let buffer = values.baseAddress else { return }
      var previous: UInt32 = .max
      for block in 0..<blocks {
        let first = block * blockSize
        for index in 0..<blockSize {
          let id = unsafe ids[first + index]
          unsafe buffer[index] = id &- previous &- 1
          previous = id
        }
        unsafe PatchedBlock.encode(buffer, into: &output)
        for index in 0..<blockSize {
          unsafe buffer[index] = frequencies[first + index] &- 1
        }
        unsafe PatchedBlock.encode(buffer, into: &output)
        output.replace(at: directory + block * 4, with: previous)
        output.replace(
          at: directory + (blocks + block) * 4, with: UInt32(output.count - body))
      }
      let rest = blocks * blockSize
      unsafe ShortList.encode(
        ids + rest, frequencies + rest, count: count - rest,
        after: blocks > 0 ? previous : nil,
        lowBits: ShortList.lowBits(count: count, documents: documents), into: &output)
    }
  }

  let count: Int
  private let documents: Int
  private let bytes: UnsafeRawBufferPointer
  private let body: Int

  /// Full blocks; the rest counts as one more when there is one.
  var fullBlocks: Int { count / Self.blockSize }
  var blocks: Int { (count + Self.blockSize - 1) / Self.blockSize }

  /// A list in bytes that begin behind its noted impacts.
  init(
    _ bytes: UnsafeRawBufferPointer, count: Int, documents: Int
  ) throws(ByteCursor.Fault) {
    self.count = count
    self.documents = documents
    unsafe self.bytes = bytes
    let full = count / Self.blockSize
    body = full * 8
    guard body <= bytes.count else { throw .truncated }
  }

  /// The last document of a full block, as the directory says.
  func lastDocument(ofBlock block: Int) -> UInt32 {
    unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self))
  }

  private func end(ofBlock block: Int) -> Int {
    guard block >= 0 else { return 0 }
    return unsafe Int(
      UInt32(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: (fullBlocks + block) * 4, as: UInt32.self)))
  }

  /// Decodes one block, the last one possibly shorter, into buffers for 128 postings.
  ///
  /// - Returns: how many postings it has, every document below the segment's count.
  func decode(
    block: Int, ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    let previous: UInt32? = block > 0 ? lastDocument(ofBlock: block - 1) : nil
    let start = body + end(ofBlock: block - 1)
    guard unsafe start <= bytes.count else { throw .truncated }
    if let previous, previous >= documents { throw .malformed }
    guard block < fullBlocks else {
      let rest = count - fullBlocks * Self.blockSize
      try unsafe ShortList.decode(
        UnsafeRawBufferPointer(rebasing: bytes[start...]), count: rest, after: previous,
        lowBits: ShortList.lowBits(count: count, documents: documents), documents: documents,
        ids: ids, frequencies: frequencies)
      return rest
    }
    var cursor = unsafe ByteCursor(bytes, at: start)
    try unsafe PatchedBlock.decode(&cursor, into: ids)
    try unsafe PatchedBlock.decode(&cursor, into: frequencies)
    let (last, gaps) = unsafe Self.sumUp(ids, frequencies, after: previous)
    guard last == lastDocument(ofBlock: block), last < documents else { throw .malformed }
    // 128 smaller gaps cannot lead through the end of the integers, so that the last is the largest.
    if gaps >= 1 << 24, unsafe !isAscending(ids, after: previous) { throw .malformed }
    return Self.blockSize
  }

  /// Decodes the blocks that are wanted, by the first document that they may have and the last, into
  /// buffers for the whole list.
  ///
  /// - Returns: how many postings they have.
  func decode(
    ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>,
    where isWanted: (_ first: UInt32, _ last: UInt32) -> Bool
  ) throws(ByteCursor.Fault) -> Int {
    var total = 0
    for block in 0..<blocks {
      let first = block > 0 ? lastDocument(ofBlock: block - 1) : 0
      let last = block < fullBlocks ? lastDocument(ofBlock: block) : UInt32(documents - 1)
      guard isWanted(first, last) else { continue }
      total += try unsafe decode(
        block: block, ids: ids + total, frequencies: frequencies + total)
    }
    return total
  }

  /// Turns gaps into documents and counts from 0 into frequencies.
  ///
  /// - Returns: the last document, and a number that no gap exceeds.
  @inline(__always)
  private static func sumUp(
    _ ids: UnsafeMutablePointer<UInt32>, _ frequencies: UnsafeMutablePointer<UInt32>,
    after previous: UInt32?
  ) -> (last: UInt32, gaps: UInt32) {
    typealias Lanes = SIMD4<UInt32>
    let rows = UnsafeMutableRawPointer(ids)
    let counts = UnsafeMutableRawPointer(frequencies)
    var carried = Lanes(repeating: previous ?? .max)
    var bits = Lanes.zero
    var place = 0
    while place < blockSize &* 4 {
      let gaps = unsafe rows.loadUnaligned(fromByteOffset: place, as: Lanes.self)
      // Two shifts of 64-bit lanes make a prefix sum without moving single lanes.
      let steps = gaps &+ Lanes(repeating: 1)
      let pairs = unsafe unsafeBitCast(
        unsafeBitCast(steps, to: SIMD2<UInt64>.self) &<< SIMD2(repeating: 32), to: Lanes.self)
      let half = steps &+ pairs
      let sums =
        half
        &+ Lanes(lowHalf: SIMD2(repeating: 0), highHalf: SIMD2(repeating: half[1]))
        &+ carried
      unsafe rows.storeBytes(of: sums, toByteOffset: place, as: Lanes.self)
      bits |= gaps
      carried = Lanes(repeating: sums[3])
      let ones = unsafe counts.loadUnaligned(fromByteOffset: place, as: Lanes.self)
      unsafe counts.storeBytes(
        of: ones &+ Lanes(repeating: 1), toByteOffset: place, as: Lanes.self)
      place &+= 16
    }
    return (carried[3], bits[0] | bits[1] | bits[2] | bits[3])
  }

  /// Whether each document of a block is above the one before.
  @inline(never)
  private func isAscending(_ ids: UnsafePointer<UInt32>, after previous: UInt32?) -> Bool {
    if let previous, unsafe ids[0] <= previous { return false }
    return (1..<Self.blockSize).allSatisfy { unsafe ids[$0 - 1] < ids[$0] }
  }
}
