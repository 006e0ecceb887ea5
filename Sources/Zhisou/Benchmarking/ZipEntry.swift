internal import Storage

/// What a zip archive says of one of its files (PKWARE APPNOTE 6.3, 4.3.7 and 4.3.12).
///
/// Names are UTF-8, the time is the earliest that can be said, sizes are below 4 GiB.
struct ZipEntry: Sendable {
  let name: String
  /// CRC-32 of the text.
  let checksum: UInt32
  let packedBytes: Int
  let textBytes: Int
  /// Where its header begins, in bytes from the front of its block.
  let offset: Int

  /// Bytes of the header before the name.
  private static let headerBytes = 30
  private static let versionNeeded: UInt16 = 20
  private static let namesAreUTF8: UInt16 = 1 << 11
  private static let deflated: UInt16 = 8
  /// 00:00 on 1 January 1980.
  private static let time: UInt32 = 0x0021_0000

  /// Appends what stands before the file's content.
  func appendHeader(to writer: inout ByteWriter) {
    writer.append(0x0403_4B50 as UInt32)
    appendMiddle(to: &writer)
    appendName(to: &writer)
  }

  /// Appends the entry of the directory; `base` is where the block begins in the archive.
  func appendDirectoryEntry(base: Int, to writer: inout ByteWriter) {
    writer.append(0x0201_4B50 as UInt32)
    writer.append(Self.versionNeeded)
    appendMiddle(to: &writer)
    // No comment, the first disk, no attributes.
    writer.append(0 as UInt16)
    writer.append(0 as UInt64)
    writer.append(UInt32(base + offset))
    appendName(to: &writer)
  }

  private func appendMiddle(to writer: inout ByteWriter) {
    writer.append(Self.versionNeeded)
    writer.append(Self.namesAreUTF8)
    writer.append(Self.deflated)
    writer.append(Self.time)
    writer.append(checksum)
    writer.append(UInt32(packedBytes))
    writer.append(UInt32(textBytes))
    writer.append(UInt16(name.utf8.count))
    writer.append(0 as UInt16)
  }

  private func appendName(to writer: inout ByteWriter) {
    for byte in name.utf8 { writer.append(byte) }
  }

  /// Appends what ends an archive of `count` entries whose directory is `size` bytes at `offset`.
  static func appendEnd(count: Int, size: Int, offset: Int, to writer: inout ByteWriter) {
    writer.append(0x0605_4B50 as UInt32)
    writer.append(0 as UInt32)
    writer.append(UInt16(count))
    writer.append(UInt16(count))
    writer.append(UInt32(size))
    writer.append(UInt32(offset))
    writer.append(0 as UInt16)
  }
}
