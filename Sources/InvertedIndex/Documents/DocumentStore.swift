package import Storage

/// Stored documents: opaque bytes by number, inflated a block at a time.
///
/// See FileFormat.md, "Stored documents". Every block has a checksum of its own, so that a document
/// comes back right or not at all.
@safe
package final class DocumentStore: @unchecked Sendable {
  /// A block ends with the document that brings it to this many bytes.
  static let blockSize = 24 << 10
  static let deflateLevel: Int32 = 3
  private static let largestBlock = 1 << 28
  /// With what may already lie in its block a document does not exceed the largest block.
  static let largestDocument = largestBlock - blockSize

  package let count: Int
  private let file: SectionFile
  private let bytes: UnsafeRawBufferPointer
  private let table: UnsafeRawBufferPointer

  init(path: String, segment: UInt64, documents: Int) throws(StorageError) {
    file = try SectionFile(path: path, kind: SectionKind.documentsFile, segment: segment)
    unsafe bytes = try file.section(SectionKind.documentBlocks)
    unsafe table = try file.section(SectionKind.documentTable)
    count = documents
    let last = unsafe table.count / 8 - 1
    guard unsafe table.count % 8 == 0, documents == (last < 0 ? 0 : Int(word(last, 0))) else {
      throw .corrupt(
        path: path, offset: 0, reason: "the stored documents are more or fewer than the segment's")
    }
  }

  var blocks: Int { unsafe table.count / 8 }
  var size: Int { file.file.count }

  private func word(_ block: Int, _ index: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: table.loadUnaligned(fromByteOffset: block * 8 + index * 4, as: UInt32.self))
  }

  /// The documents of a block, at least one.
  func documents(inBlock block: Int) throws(StorageError) -> Range<Int> {
    let first = block > 0 ? Int(word(block - 1, 0)) : 0
    let end = Int(word(block, 0))
    guard first < end, end <= count else { throw damage(block) }
    return first..<end
  }

  /// A block as it lies in the file.
  func bytes(ofBlock block: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let start = block > 0 ? Int(word(block - 1, 1)) : 0
    let end = Int(word(block, 1))
    guard start <= end, unsafe end <= bytes.count else { throw damage(block) }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private func damage(_ block: Int) -> StorageError {
    .corrupt(
      path: file.path, offset: block > 0 ? Int(word(block - 1, 1)) : 0,
      reason: "a block of stored documents does not inflate to what was stored")
  }

  /// Calls `body` with every document of a block and its number, in order.
  func forEach(
    inBlock block: Int, _ body: (Int, UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) {
    let documents = try documents(inBlock: block)
    var cursor = unsafe ByteCursor(try bytes(ofBlock: block))
    var lengths: [Int] = []
    var total = 0
    let checksum: UInt32
    let packedCount: Int
    do {
      for _ in documents {
        let length = try cursor.varint(upTo: Self.largestBlock)
        total += length
        lengths.append(length)
      }
      checksum = try cursor.read(UInt32.self)
      guard total <= Self.largestBlock else { throw ByteCursor.Fault.malformed }
      packedCount = try cursor.varint(upTo: 2 * total)
    } catch {
      throw damage(block)
    }
    let deflated: UnsafeRawBufferPointer
    do {
      unsafe deflated = try unsafe cursor.bytes(cursor.remaining)
    } catch {
      throw damage(block)
    }
    var isWhole = false
    var packed = ByteWriter(capacity: packedCount)
    unsafe packed.append(upTo: packedCount) { space in
      isWhole = unsafe Deflate.inflate(deflated, into: space)
      return isWhole ? packedCount : 0
    }
    var content = ByteWriter(capacity: total)
    unsafe content.append(upTo: total) { space in
      guard isWhole else { return 0 }
      isWhole = unsafe packed.withBytes { unsafe PackedText.unpack($0, into: space) }
      return isWhole ? total : 0
    }
    try unsafe content.withBytes { (content) throws(StorageError) in
      guard isWhole, unsafe Checksum.of(content) == checksum else { throw damage(block) }
      var start = 0
      for (document, length) in zip(documents, lengths) {
        try unsafe body(
          document, UnsafeRawBufferPointer(rebasing: content[start..<(start + length)]))
        start += length
      }
    }
  }

  /// Calls `body` with the bytes of every document, in order.
  package func forEach(
    _ body: ([UInt8]) throws(StorageError) -> Void
  ) throws(StorageError) {
    for block in 0..<blocks {
      unsafe try forEach(inBlock: block) { (_, bytes) throws(StorageError) in
        try body(unsafe [UInt8](bytes))
      }
    }
  }

  /// Calls `body` with the bytes of every document of a set, in order.
  ///
  /// - Complexity: the inflation of every block that has one of them, once.
  package func forEach(
    in set: DocumentSet, _ body: (UInt32, [UInt8]) throws(StorageError) -> Void
  ) throws(StorageError) {
    var end = 0
    try set.forEach { (document) throws(StorageError) in
      guard document >= end else { return }
      let block = try block(of: document)
      unsafe try forEach(inBlock: block) { (number, bytes) throws(StorageError) in
        end = number + 1
        let number = UInt32(number)
        if set.contains(number) { try body(number, unsafe [UInt8](bytes)) }
      }
    }
  }

  /// The bytes of a document below `count`.
  ///
  /// - Complexity: O(log blocks) and the inflation of one block of 24 KiB or one document.
  package func document(_ document: UInt32) throws(StorageError) -> [UInt8] {
    let block = try block(of: document)
    var found: [UInt8]?
    unsafe try forEach(inBlock: block) { (number, bytes) throws(StorageError) in
      if number == Int(document) { found = unsafe [UInt8](bytes) }
    }
    guard let found else { throw damage(block) }
    return found
  }

  private func block(of document: UInt32) throws(StorageError) -> Int {
    var low = 0
    var high = blocks
    while low < high {
      let middle = (low + high) / 2
      if word(middle, 0) <= document { low = middle + 1 } else { high = middle }
    }
    guard low < blocks else { throw damage(max(0, blocks - 1)) }
    return low
  }

  /// Tells the system that the blocks before one will not be read again soon.
  func releasePages(beforeBlock block: Int) {
    file.file.releasePages(before: Int(word(block, 1)))
  }

  /// Tells the system that no block will be read again soon.
  func releasePages() {
    file.file.releasePages(before: size)
  }

  /// Compares the checksum of the whole file.
  package func verify() throws(StorageError) {
    try file.verify()
  }
}
