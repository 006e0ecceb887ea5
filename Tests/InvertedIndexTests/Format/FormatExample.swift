import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// What an example of FileFormat.md says: its bytes as the writer makes them, and what the reader
/// must find in them.
struct FormatExample: Sendable, CustomTestStringConvertible {
  let title: String
  let write: @Sendable () throws -> [ExamplePart]
  let read: @Sendable ([ExamplePart]) throws -> Void

  init(
    _ title: String, write: @escaping @Sendable () throws -> [ExamplePart],
    read: @escaping @Sendable ([ExamplePart]) throws -> Void
  ) {
    self.title = title
    self.write = write
    self.read = read
  }

  /// An example that is sections of a file.
  init(
    _ title: String, sections: [String],
    write: @escaping @Sendable (FileWriter) throws -> Void,
    read: @escaping @Sendable (SectionFile) throws -> Void
  ) {
    self.init(title) {
      let file = try ScratchFile.make(write)
      return try sections.map { ExamplePart(name: $0, bytes: try file.copy($0)) }
    } read: { parts in
      let file = try ScratchFile.make(parts.map { ($0.name, $0.bytes) })
      try withExtendedLifetime(file) { try read(file) }
    }
  }

  /// An example that is a structure inside a section.
  init(
    _ title: String, write: @escaping @Sendable (inout ByteWriter) throws -> Void,
    read: @escaping @Sendable (inout ByteCursor) throws -> Void
  ) {
    self.init(title) {
      var bytes = ByteWriter()
      try write(&bytes)
      return [ExamplePart(bytes: bytes.array)]
    } read: { parts in
      try parts[0].bytes.reading { cursor in
        try read(&cursor)
        #expect(cursor.remaining == 0)
      }
    }
  }

  var testDescription: String { title }

  static let all = fileExamples + termExamples + postingsExamples + columnExamples
}
