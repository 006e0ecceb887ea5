internal import Storage

/// Writes stored documents, several to a deflated block; the twin of ``DocumentStore``.
///
/// See FileFormat.md, "Stored documents". Blocks go to the file as they fill, so that memory does
/// not grow with the segment; only their table, eight bytes a block, is kept.
@safe
final class DocumentStoreWriter {
  private let file: FileWriter
  private let deflate: Deflate
  private let packer = TextPacker()
  private var lengths: [Int] = []
  private var content = ByteWriter(capacity: 1 << 16)
  private var packed = ByteWriter(capacity: 1 << 16)
  private var block = ByteWriter(capacity: 1 << 16)
  private var table = ByteWriter()
  private var documents = 0
  private let sectionStart: Int

  init(
    path: String, segment: UInt64, level: Int32 = DocumentStore.deflateLevel
  ) throws(StorageError) {
    file = try FileWriter(path: path, kind: SectionKind.documentsFile, segment: segment)
    try file.beginSection(SectionKind.documentBlocks)
    sectionStart = file.offset
    deflate = Deflate(level: level)
  }

  /// Bytes written and waiting.
  var size: Int { file.offset + content.count }

  /// Adds a document.
  ///
  /// - Throws: `.tooLarge` for one that could not be read back.
  func append(_ document: UnsafeRawBufferPointer) throws(StorageError) {
    guard document.count <= DocumentStore.largestDocument else {
      throw .tooLarge(path: file.path, limit: DocumentStore.largestDocument)
    }
    lengths.append(document.count)
    unsafe content.append(document)
    if content.count >= DocumentStore.blockSize { try endBlock() }
  }

  /// Copies a whole block of another store as it is.
  func append(
    block bytes: UnsafeRawBufferPointer, documents count: Int
  ) throws(StorageError) {
    try endBlock()
    try unsafe write(bytes, documents: count)
  }

  /// Ends the file, waits until the disk has it if it `isDurable`, and returns its length.
  func finish(isDurable: Bool = true) throws(StorageError) -> Int {
    try endBlock()
    file.endSection()
    try file.writeSection(SectionKind.documentTable, table)
    return try file.finish(isDurable: isDurable)
  }

  private func endBlock() throws(StorageError) {
    if lengths.isEmpty { return }
    block.removeAll()
    for length in lengths { block.append(varint: length) }
    block.append(unsafe content.withBytes { unsafe Checksum.of($0) })
    packed.removeAll()
    unsafe content.withBytes { unsafe packer.pack($0, into: &packed) }
    block.append(varint: packed.count)
    unsafe packed.withBytes { unsafe deflate.compress($0, into: &block) }
    try unsafe block.withBytes { (bytes) throws(StorageError) in
      try unsafe write(bytes, documents: lengths.count)
    }
    lengths.removeAll(keepingCapacity: true)
    content.removeAll()
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer, documents count: Int
  ) throws(StorageError) {
    try unsafe file.write(bytes)
    documents += count
    table.append(UInt32(documents))
    table.append(UInt32(file.offset - sectionStart))
  }
}
