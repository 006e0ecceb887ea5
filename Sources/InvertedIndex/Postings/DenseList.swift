internal import Storage

/// Postings grouped by blocks of 64 documents, each directly addressable.
///
/// See FileFormat.md, "Dense list": number of escapes, the largest impact of every block, the
/// number of postings of every block, the start of every sixteenth block, then two bytes a posting
/// (document in its block 6 bits, low bits of the frequency 2, impact code 8), then the escapes.
@safe
struct DenseList {
  static func encode(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    code: ImpactCode, saturations: [UInt32], into output: inout ByteWriter
  ) {
    let blocks = PostingsFormat.blocks(documents: saturations.count)
    let groups = Self.groups(blocks: blocks)
    let escapeCount = output.count
    output.append(UInt32(0))
    let maxima = output.count
    for _ in 0..<(2 * blocks) { output.append(UInt8(0)) }
    let counts = maxima + blocks
    while (output.count - escapeCount) % 4 != 0 { output.append(UInt8(0)) }
    let starts = output.count
    for _ in 0..<groups { output.append(UInt32(0)) }
    var escapes: [(document: UInt32, frequency: UInt32)] = []
    var index = 0
    for block in 0..<blocks {
      if block % PostingsFormat.blocksPerStart == 0 {
        output.replace(
          at: starts + block / PostingsFormat.blocksPerStart * 4, with: UInt32(index))
      }
      let first = index
      let end = UInt32((block + 1) * PostingsFormat.blockSize)
      var largest: UInt32 = 0
      while index < count, unsafe ids[index] < end {
        let id = unsafe ids[index]
        let frequency = unsafe frequencies[index]
        let saturation = UInt64(saturations[Int(id)])
        let value = code.code(frequency: frequency, saturation: saturation)
        let residue = ImpactCode.residue(of: frequency)
        output.append(UInt16(truncatingIfNeeded: id & 63 | residue << 6 | value << 8))
        largest = max(largest, value)
        if code.frequency(code: value, residue: residue, saturation: saturation) == nil {
          escapes.append((id, frequency))
        }
        index += 1
      }
      output.replace(at: maxima + block, with: UInt8(largest))
      output.replace(at: counts + block, with: UInt8(index - first))
    }
    output.replace(at: escapeCount, with: UInt32(escapes.count))
    for escape in escapes {
      output.append(escape.document)
      output.append(escape.frequency)
    }
  }

  static func groups(blocks: Int) -> Int {
    (blocks + PostingsFormat.blocksPerStart - 1) / PostingsFormat.blocksPerStart
  }

  let count: Int
  let blocks: Int
  /// Runs of sixteen blocks, the last one possibly shorter.
  var groups: Int { Self.groups(blocks: blocks) }
  private let documents: Int
  private let bytes: UnsafeRawBufferPointer
  private let starts: Int
  private let entries: Int
  private let escapes: Int
  private let escapeCount: Int

  /// A list in bytes that begin behind its noted impacts, at a multiple of 4.
  init(
    _ bytes: UnsafeRawBufferPointer, count: Int, documents: Int
  ) throws(ByteCursor.Fault) {
    self.count = count
    self.documents = documents
    unsafe self.bytes = bytes
    blocks = PostingsFormat.blocks(documents: documents)
    starts = (4 + 2 * blocks + 3) & ~3
    entries = starts + Self.groups(blocks: blocks) * 4
    escapes = entries + count * 2
    guard escapes <= bytes.count else { throw .truncated }
    escapeCount = unsafe Int(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
    guard escapeCount <= (bytes.count - escapes) / 8 else { throw .truncated }
  }

  /// An upper bound of the impact codes in a block.
  func largestCode(ofBlock block: Int) -> UInt8 {
    unsafe bytes[4 + block]
  }

  func postings(inBlock block: Int) -> Int {
    unsafe Int(bytes[4 + blocks + block])
  }

  /// The index of the first posting of a block.
  func start(ofBlock block: Int) -> Int {
    let group = block / PostingsFormat.blocksPerStart
    var start = unsafe Int(
      UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: starts + group * 4, as: UInt32.self)))
    var other = group * PostingsFormat.blocksPerStart
    while other < block {
      start += postings(inBlock: other)
      other += 1
    }
    return start
  }

  /// The two bytes of the posting at an index below `count`.
  @inline(__always)
  func entry(_ index: Int) -> UInt32 {
    unsafe UInt32(
      UInt16(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: entries &+ index &* 2, as: UInt16.self)))
  }

  /// How often a document has the term, where its code does not say so.
  ///
  /// - Complexity: O(log escapes).
  func escapedFrequency(of document: UInt32) throws(ByteCursor.Fault) -> UInt32 {
    var low = 0
    var high = escapeCount
    while low < high {
      let middle = (low + high) / 2
      let place = escapes + middle * 8
      let found = unsafe UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      if found == document {
        return unsafe UInt32(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
      }
      if found < document { low = middle + 1 } else { high = middle }
    }
    throw .malformed
  }

  /// Decodes the blocks that share a start into buffers for 1,024 postings.
  ///
  /// - Returns: how many postings they have, every document below the segment's count.
  func decode(
    group: Int, code: ImpactCode, norms: Norms,
    ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    let firstBlock = group &* PostingsFormat.blocksPerStart
    let endBlock = min(blocks, firstBlock &+ PostingsFormat.blocksPerStart)
    let first = start(ofBlock: firstBlock)
    var length = 0
    var block = firstBlock
    while block < endBlock {
      let end = length &+ postings(inBlock: block)
      guard end &- length <= PostingsFormat.blockSize, first <= count &- end else {
        throw .malformed
      }
      let base = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize)
      while length < end {
        let entry = entry(first &+ length)
        let id = base &+ (entry & 63)
        guard id < documents, entry &>> 8 > 0 else { throw .malformed }
        let saturation = code.saturation(length: norms.length(of: id))
        unsafe ids[length] = id
        if let frequency = code.frequency(
          code: entry &>> 8, residue: (entry &>> 6) & 3, saturation: saturation)
        {
          unsafe frequencies[length] = frequency
        } else {
          unsafe frequencies[length] = try escapedFrequency(of: id)
        }
        length &+= 1
      }
      block &+= 1
    }
    return length
  }
}
