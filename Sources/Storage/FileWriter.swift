#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes a new file from front to back: header, sections, table of sections, footer.
///
/// See FileFormat.md, "Header and footer". The file is synchronized to disk in `finish` unless it need
/// not outlive the process; a file that is dropped before that is removed.
@safe
package final class FileWriter {
  package let path: String
  /// Bytes written so far: the offset of the next one.
  package private(set) var offset = 0

  private let descriptor: Int32
  private var buffer = ByteWriter(capacity: bufferSize + 4096)
  private var checksum = Checksum()
  private var sections: [(kind: UInt32, extent: Extent)] = []
  private var openSection: (kind: UInt32, start: Int)?
  private var isFinished = false
  private static let bufferSize = 1 << 18

  /// Creates the file, which must not exist: names are never reused.
  package init(path: String, kind: FileKind, segment: UInt64) throws(StorageError) {
    self.path = path
    descriptor = try SystemCalls.open(path, O_WRONLY | O_CREAT | O_EXCL)
    for byte in FileHeader.magic { buffer.append(byte) }
    buffer.append(kind.code)
    buffer.append(FileHeader.version)
    buffer.append(segment)
    offset = FileHeader.size
  }

  deinit {
    close(descriptor)
    if !isFinished { unsafe unlink(path) }
  }

  /// Begins a section at the next multiple of eight bytes.
  package func beginSection(_ kind: FileKind) throws(StorageError) {
    precondition(openSection == nil)
    try pad(to: 8)
    openSection = (kind.code, offset)
  }

  package func endSection() {
    guard let section = openSection else { preconditionFailure("no section is open") }
    sections.append(
      (section.kind, Extent(offset: section.start, count: offset - section.start)))
    openSection = nil
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    guard offset + bytes.count <= FileHeader.largestFile - (1 << 16) else {
      throw .tooLarge(path: path, limit: FileHeader.largestFile)
    }
    offset += bytes.count
    if bytes.count >= Self.bufferSize {
      try flush()
      unsafe checksum.update(bytes)
      try unsafe SystemCalls.writeAll(descriptor, bytes, path: path)
    } else {
      unsafe buffer.append(bytes)
      if buffer.count >= Self.bufferSize { try flush() }
    }
  }

  /// Writes a whole section at once.
  package func writeSection(
    _ kind: FileKind, _ content: borrowing ByteWriter
  ) throws(StorageError) {
    try beginSection(kind)
    try write(content)
    endSection()
  }

  package func write(_ content: borrowing ByteWriter) throws(StorageError) {
    try unsafe content.withBytes { (bytes) throws(StorageError) in try unsafe write(bytes) }
  }

  package func pad(to alignment: Int) throws(StorageError) {
    while offset % alignment != 0 {
      buffer.append(UInt8(0))
      offset += 1
    }
  }

  /// Writes the table of sections and the footer and waits until the disk has the file, if it
  /// `isDurable`.
  ///
  /// - Returns: the length of the file in bytes.
  @discardableResult
  package func finish(isDurable: Bool = true) throws(StorageError) -> Int {
    precondition(openSection == nil)
    try pad(to: 8)
    let table = offset
    for section in sections {
      buffer.append(section.kind)
      buffer.append(UInt32(0))
      buffer.append(UInt64(section.extent.offset))
      buffer.append(UInt64(section.extent.count))
    }
    let length = table + sections.count * FileHeader.sectionEntrySize + FileHeader.footerSize
    buffer.append(UInt64(table))
    buffer.append(UInt64(length))
    unsafe buffer.withBytes { unsafe checksum.update($0) }
    let value = checksum.value
    buffer.append(value)
    buffer.append(FileHeader.footerMagic)
    try unsafe buffer.withBytes { (bytes) throws(StorageError) in
      try unsafe SystemCalls.writeAll(descriptor, bytes, path: path)
    }
    if isDurable { try SystemCalls.synchronize(descriptor, path: path) }
    isFinished = true
    return length
  }

  private func flush() throws(StorageError) {
    try unsafe buffer.withBytes { (bytes) throws(StorageError) in
      unsafe checksum.update(bytes)
      try unsafe SystemCalls.writeAll(descriptor, bytes, path: path)
    }
    buffer.removeAll()
  }
}
