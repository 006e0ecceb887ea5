internal import Storage

/// For each kind the blocks of 64 documents that have one of it, a bit each.
///
/// See FileFormat.md, "Kinds and dates". What a filter by kind leaves of millions of documents is known by this
/// before any of them is looked at.
@safe
struct KindBlocks: @unchecked Sendable {
  static let blocksPerWord = 64
  private static let headerSize = 4

  /// The kinds that there are, ascending.
  let kinds: [UInt8]
  private let bits: UnsafeRawBufferPointer
  private let wordsPerKind: Int

  init(_ bytes: UnsafeRawBufferPointer, documents: Int) throws(ByteCursor.Fault) {
    var cursor = unsafe ByteCursor(bytes)
    let count = Int(try cursor.read(UInt32.self))
    guard count <= 1 << 7 else { throw .malformed }
    kinds = try unsafe Array(cursor.bytes(count))
    try cursor.skip(Self.padding(kinds: count))
    wordsPerKind = Self.words(documents: documents)
    guard cursor.remaining == count * wordsPerKind * 8 else { throw .malformed }
    unsafe bits = try cursor.bytes(cursor.remaining)
  }

  /// Which of a run of 64 blocks have a document of a kind.
  func blocks(ofKind kind: UInt8, inRun run: Int) -> UInt64 {
    guard let place = kinds.firstIndex(of: kind), run < wordsPerKind else { return 0 }
    let offset = (place * wordsPerKind + run) * 8
    return unsafe UInt64(
      littleEndian: bits.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Writes what kind bytes, one a document, tell.
  static func write(_ kindBytes: borrowing ByteWriter, to file: FileWriter) throws(StorageError) {
    let words = words(documents: kindBytes.count)
    var blocks = [[UInt64]](repeating: [], count: 1 << 7)
    unsafe kindBytes.withBytes { bytes in
      for document in 0..<bytes.count {
        let kind = unsafe Int(bytes[document] & ~SegmentReader.uniqueFlag)
        if blocks[kind].isEmpty { blocks[kind] = Array(repeating: 0, count: words) }
        let block = document / PostingsFormat.blockSize
        blocks[kind][block / blocksPerWord] |= 1 << UInt64(block % blocksPerWord)
      }
    }
    let kinds = blocks.indices.filter { !blocks[$0].isEmpty }
    var output = ByteWriter(capacity: headerSize + (words + 1) * 8 * kinds.count)
    output.append(UInt32(kinds.count))
    for kind in kinds { output.append(UInt8(kind)) }
    for _ in 0..<padding(kinds: kinds.count) { output.append(UInt8(0)) }
    for kind in kinds { for word in blocks[kind] { output.append(word) } }
    try file.writeSection(SectionKind.kindBlocks, output)
  }

  private static func words(documents: Int) -> Int {
    (PostingsFormat.blocks(documents: documents) + blocksPerWord - 1) / blocksPerWord
  }

  /// Bytes that bring the words behind so many kinds to a multiple of eight.
  private static func padding(kinds: Int) -> Int { (8 - (headerSize + kinds) % 8) % 8 }
}
