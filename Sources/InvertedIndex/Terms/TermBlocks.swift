internal import Storage

/// The blocks of a dictionary: up to 32 terms each, and for each block where its bytes end and
/// where its first postings list begins.
///
/// See FileFormat.md, "Term blocks". Shared by the two dictionaries, which differ in how they write
/// a term itself.
@safe
struct TermBlocks {
  static let termsPerBlock = 32
  private static let entrySize = 8

  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private let directory: UnsafeRawBufferPointer

  init(bytes: UnsafeRawBufferPointer, directory: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    unsafe self.directory = directory
    count = directory.count / Self.entrySize
  }

  private func end(ofBlock block: Int) -> Int {
    unsafe Int(
      UInt32(
        littleEndian: directory.loadUnaligned(
          fromByteOffset: block &* Self.entrySize, as: UInt32.self)))
  }

  /// A cursor over the bytes of a block below `count`, which may be damaged.
  func cursor(ofBlock block: Int) throws(ByteCursor.Fault) -> ByteCursor {
    let start = block > 0 ? end(ofBlock: block - 1) : 0
    let end = end(ofBlock: block)
    guard start <= end, unsafe end <= bytes.count else { throw .malformed }
    return unsafe ByteCursor(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
  }

  /// Where the first postings list of a block begins in its section.
  func listOffset(ofBlock block: Int) -> Int {
    unsafe Int(
      UInt32(
        littleEndian: directory.loadUnaligned(
          fromByteOffset: block &* Self.entrySize &+ 4, as: UInt32.self)))
  }
}

/// Writes the blocks of a dictionary as its terms come; the twin of ``TermBlocks``.
///
/// The blocks stream into the open section of a file; only their directory is kept in memory.
struct TermBlocksWriter: ~Copyable {
  /// The bytes of the block being filled and of finished ones not yet written.
  var bytes = ByteWriter()
  private(set) var blocks = 0
  private var termsInBlock = 0
  private var directory = ByteWriter()
  private let file: FileWriter
  private var written = 0
  private var listOffset: Int?
  private var listEnd = 0
  private static let flushSize = 1 << 16

  /// Begins the section of the blocks.
  init(file: FileWriter, kind: FileKind) throws(StorageError) {
    self.file = file
    try file.beginSection(kind)
  }

  /// Whether the next term begins a block.
  var isAtBlockStart: Bool { termsInBlock == 0 }

  /// Adds the entry of a term whose own bytes are already in `bytes`.
  mutating func append(_ info: TermInfo) throws(StorageError) {
    if case .list(let offset, let count) = info.location {
      if listOffset == nil { listOffset = offset }
      listEnd = offset + count
    }
    info.encode(into: &bytes)
    termsInBlock += 1
    if termsInBlock == TermBlocks.termsPerBlock {
      endBlock()
      if bytes.count >= Self.flushSize { try flush() }
    }
  }

  /// Ends the last block and the section and writes the directory.
  mutating func finish(directory kind: FileKind) throws(StorageError) {
    if termsInBlock > 0 { endBlock() }
    try flush()
    file.endSection()
    try file.writeSection(kind, directory)
  }

  private mutating func flush() throws(StorageError) {
    try file.write(bytes)
    written += bytes.count
    bytes.removeAll()
  }

  private mutating func endBlock() {
    directory.append(UInt32(written + bytes.count))
    directory.append(UInt32(listOffset ?? listEnd))
    termsInBlock = 0
    listOffset = nil
    blocks += 1
  }
}
