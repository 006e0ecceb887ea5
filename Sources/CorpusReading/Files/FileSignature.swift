/// Kinds of files that are known by their first bytes and not read, so that a report can name them.
struct FileSignature {
  /// The short name, as in a report's `format`.
  let name: String
  /// What it is and what to do, for the file's owner.
  let reason: String

  /// The signature of an opening, nil for one that is not known.
  static func of(_ opening: Opening) -> FileSignature? {
    table.first { opening.has($0.bytes, at: $0.offset) }?.signature
  }

  private struct Entry: Sendable {
    let offset: Int
    let bytes: [UInt8]
    let signature: FileSignature

    init(_ name: String, _ words: String, _ bytes: [UInt8], at offset: Int = 0) {
      self.offset = offset
      self.bytes = bytes
      signature = FileSignature(name: name, reason: words)
    }
  }

  private static let table: [Entry] = [
    Entry("pdf", "a PDF is not supported", Array("%PDF-".utf8)),
    Entry(
      "ole", "an encrypted or legacy Office file (DOC, XLS, PPT) is not supported",
      [0xD0, 0xCF, 0x11, 0xE0]),
    Entry("png", "a picture (PNG) is not supported", [0x89, 0x50, 0x4E, 0x47]),
    Entry("jpeg", "a picture (JPEG) is not supported", [0xFF, 0xD8, 0xFF]),
    Entry("gif", "a picture (GIF) is not supported", Array("GIF8".utf8)),
    Entry("tiff", "a picture (TIFF) is not supported", [0x49, 0x49, 0x2A, 0x00]),
    Entry("tiff", "a picture (TIFF) is not supported", [0x4D, 0x4D, 0x00, 0x2A]),
    Entry("bzip2", "a bzip2 file is not supported: unpack it first", Array("BZh".utf8)),
    Entry("7z", "a 7z archive is not supported: unpack it first", [0x37, 0x7A, 0xBC, 0xAF]),
    Entry("xz", "an xz file is not supported: unpack it first", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    Entry("zstd", "a zstd file is not supported: unpack it first", [0x28, 0xB5, 0x2F, 0xFD]),
    Entry("rar", "a RAR archive is not supported: unpack it first", Array("Rar!".utf8)),
    Entry(
      "tar", "a tar archive is not supported yet: unpack it first", Array("ustar".utf8), at: 257),
    Entry("mp4", "a film (MP4) is not supported", Array("ftyp".utf8), at: 4),
    Entry("program", "a program is not supported", [0x7F, 0x45, 0x4C, 0x46]),
    Entry("sqlite", "an SQLite database is not supported", Array("SQLite format 3".utf8)),
    Entry("rtf", "a rich text file (RTF) is not supported", Array("{\\rtf".utf8)),
  ]
}
