import Storage
import TestSupport

@testable import InvertedIndex

/// A finished file for a test: written, mapped, and gone from its folder.
enum ScratchFile {
  static let kind = FileKind("TEST")
  static let segment: UInt64 = 1

  /// The file that `body` fills with sections.
  static func make(_ body: (FileWriter) throws -> Void) throws -> SectionFile {
    let folder = TemporaryFolder()
    let path = folder.path("file")
    let writer = try FileWriter(path: path, kind: kind, segment: segment)
    try body(writer)
    try writer.finish()
    return try SectionFile(path: path, kind: kind, segment: segment)
  }

  /// A file whose sections have this content.
  static func make(_ sections: [(name: String, bytes: [UInt8])]) throws -> SectionFile {
    try make { file in
      for section in sections {
        try file.writeSection(FileKind(name: section.name), ByteWriter(section.bytes))
      }
    }
  }
}

extension FileKind {
  /// A kind from four ASCII characters.
  init(name: String) {
    self.init(code: name.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// The four characters of the code.
  var name: String {
    String(
      decoding: (0..<4).map { UInt8(truncatingIfNeeded: code >> UInt32($0 * 8)) }, as: UTF8.self)
  }
}

extension SectionFile {
  /// A copy of a section's bytes.
  func copy(_ name: String) throws -> [UInt8] {
    try unsafe Array(section(FileKind(name: name)))
  }
}

extension ByteWriter {
  init(_ bytes: [UInt8]) {
    self.init(capacity: bytes.count)
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  /// A copy of what was written.
  var array: [UInt8] { unsafe withBytes { unsafe Array($0) } }
}

extension Array where Element == UInt8 {
  /// Runs a read of these bytes.
  func reading<Result>(_ body: (inout ByteCursor) throws -> Result) throws -> Result {
    try unsafe withUnsafeBytes { bytes in
      var cursor = unsafe ByteCursor(bytes)
      return try body(&cursor)
    }
  }
}
