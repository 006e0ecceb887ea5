internal import Storage

/// Text made ready for a file: as it is, in gzip, or as the entries of a zip archive.
///
/// Blocks are packed apart from one another, on any thread, and stand in a file one after another:
/// plain text and members of gzip (RFC 1952) may, and a ``PartFile`` ends the archive.
package struct CompressedText: Sendable {
  /// How text stands in a file.
  package enum Packing: Sendable {
    case plain, gzip, zip
  }

  /// A file in an archive: `Entry(name: "CN1.xml", text: 0..<3000)` for bytes of the text.
  package struct Entry: Sendable {
    let name: String
    let text: Range<Int>

    package init(name: String, text: Range<Int>) {
      self.name = name
      self.text = text
    }
  }

  /// The bytes for the file.
  package private(set) var bytes: [UInt8] = []
  /// Bytes of text that are in it.
  package let textBytes: Int
  /// What an archive's directory says of the entries.
  let entries: [ZipEntry]

  /// Text as it is.
  package init(plain text: UnsafeRawBufferPointer) {
    unsafe bytes = Array(text)
    textBytes = text.count
    entries = []
  }

  /// A member of gzip, compressed at the fastest level.
  package init(gzip text: UnsafeRawBufferPointer) {
    var writer = ByteWriter(capacity: text.count / 2)
    // Deflate, no name, no time, fastest, system unknown.
    for byte in [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 0xFF] as [UInt8] { writer.append(byte) }
    unsafe Deflate(level: 1).compress(text, into: &writer)
    unsafe writer.append(Checksum.of(text))
    writer.append(UInt32(truncatingIfNeeded: text.count))
    unsafe bytes = writer.withBytes { unsafe Array($0) }
    textBytes = text.count
    entries = []
  }

  /// Entries of a zip archive, compressed at the fastest level.
  package init(zip files: [Entry], of text: UnsafeRawBufferPointer) {
    var writer = ByteWriter(capacity: text.count / 2)
    var packed = ByteWriter(capacity: 1 << 14)
    let deflate = Deflate(level: 1)
    entries = files.map { file in
      let content = unsafe UnsafeRawBufferPointer(rebasing: text[file.text])
      packed.removeAll()
      unsafe deflate.compress(content, into: &packed)
      let entry = unsafe ZipEntry(
        name: file.name, checksum: Checksum.of(content), packedBytes: packed.count,
        textBytes: content.count, offset: writer.count)
      entry.appendHeader(to: &writer)
      unsafe packed.withBytes { unsafe writer.append($0) }
      return entry
    }
    unsafe bytes = writer.withBytes { unsafe Array($0) }
    textBytes = text.count
  }
}
