/// What every file of the format begins and ends with.
///
/// See FileFormat.md, "Header and footer". The header says what the file is and which segment it
/// belongs to; the footer says where the table of sections lies, how long the file is and what its
/// checksum is.
package enum FileHeader {
  /// `89` "ZHISOU" `0A`: a byte no text begins with, and a line end that a text transfer breaks.
  package static let magic: [UInt8] = [0x89, 0x5A, 0x48, 0x49, 0x53, 0x4F, 0x55, 0x0A]
  package static let footerMagic: UInt32 = 0x444E_455A
  package static let version: UInt32 = 4
  package static let oldestVersion: UInt32 = 4
  /// Magic 8, kind 4, version 4, segment id 8.
  package static let size = 24
  /// Offset of the table of sections 8, length of the file 8, checksum 4, footer magic 4.
  package static let footerSize = 24
  /// Kind 4, padding 4, offset 8, length 8.
  static let sectionEntrySize = 24
  /// Sticks with FAT32 hold no file of 4 GiB.
  package static let largestFile = (1 << 32) - 1
}

/// The kinds of file, each four characters read as a little-endian integer.
package struct FileKind: Equatable, Sendable {
  package let code: UInt32

  package init(code: UInt32) {
    self.code = code
  }

  package init(_ name: StaticString) {
    precondition(name.utf8CodeUnitCount == 4)
    code = unsafe UnsafeRawPointer(name.utf8Start).loadUnaligned(as: UInt32.self).littleEndian
  }
}
