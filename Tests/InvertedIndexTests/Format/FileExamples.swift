import Storage
import TestSupport
import Testing

@testable import InvertedIndex

extension FormatExample {
  /// Notation, whole files, stored documents, the manifest.
  static let fileExamples = [
    FormatExample("Varint") { bytes in
      for value: UInt64 in [0, 127, 128, 300] { bytes.append(varint: value) }
    } read: { cursor in
      for value: UInt64 in [0, 127, 128, 300] { try #expect(cursor.varint() == value) }
    },
    FormatExample("Counted bytes") { bytes in
      bytes.append(counted: "知搜")
    } read: { cursor in
      try #expect(cursor.countedString() == "知搜")
    },
    FormatExample("Header and footer") {
      let folder = TemporaryFolder()
      let path = folder.path("file")
      let file = try FileWriter(path: path, kind: SectionKind.postingsFile, segment: 7)
      try file.writeSection(SectionKind.field("PLS", .text), ByteWriter([0x0A, 0x0B, 0x0C]))
      try file.finish()
      return [ExamplePart(bytes: TestFile.read(path))]
    } read: { parts in
      let folder = TemporaryFolder()
      TestFile.write(parts[0].bytes, to: folder.path("file"))
      let file = try SectionFile(
        path: folder.path("file"), kind: SectionKind.postingsFile, segment: 7)
      try file.verify()
      try #expect(file.copy("PLS0") == [0x0A, 0x0B, 0x0C])
    },
    FormatExample("Content hash") { bytes in
      let hash = hash(of: "CN1A")
      bytes.append(hash.low)
      bytes.append(hash.high)
    } read: { cursor in
      let hash = hash(of: "CN1A")
      try #expect(cursor.read(UInt64.self) == hash.low)
      try #expect(cursor.read(UInt64.self) == hash.high)
    },
    FormatExample("Stored documents") {
      let folder = TemporaryFolder()
      let path = folder.path("documents")
      let writer = try DocumentStoreWriter(path: path, segment: 1)
      for document in storedExamples {
        try unsafe document.withUnsafeBytes { try unsafe writer.append($0) }
      }
      _ = try writer.finish()
      let file = try SectionFile(path: path, kind: SectionKind.documentsFile, segment: 1)
      return try ["DBLK", "DTAB"].map { ExamplePart(name: $0, bytes: try file.copy($0)) }
    } read: { parts in
      let folder = TemporaryFolder()
      let path = folder.path("documents")
      let writer = try FileWriter(path: path, kind: SectionKind.documentsFile, segment: 1)
      for part in parts {
        try writer.writeSection(FileKind(name: part.name), ByteWriter(part.bytes))
      }
      try writer.finish()
      let store = try DocumentStore(path: path, segment: 1, documents: storedExamples.count)
      for (number, document) in storedExamples.enumerated() {
        try #expect(store.document(UInt32(number)) == document)
      }
    },
    FormatExample("Packed text") { bytes in
      unsafe Array(packedExample.utf8).withUnsafeBytes {
        unsafe TextPacker().pack($0, into: &bytes)
      }
    } read: { cursor in
      var text = [UInt8](repeating: 0, count: packedExample.utf8.count)
      let packed = try unsafe cursor.bytes(cursor.remaining)
      let isWhole = unsafe text.withUnsafeMutableBytes {
        unsafe PackedText.unpack(packed, into: $0)
      }
      #expect(isWhole && text == Array(packedExample.utf8))
    },
    FormatExample("Stored document") { bytes in
      for (code, name, text) in storedFields {
        bytes.append(code)
        bytes.append(counted: name)
        bytes.append(counted: text)
      }
    } read: { cursor in
      for (code, name, text) in storedFields {
        try #expect(cursor.read(UInt8.self) == code)
        try #expect(cursor.countedString() == name)
        try #expect(cursor.countedString() == text)
      }
    },
    FormatExample("Manifest") {
      let folder = TemporaryFolder()
      try manifest.write(to: Directory(path: folder.path))
      let file = try SectionFile(
        path: folder.path("manifest"), kind: SectionKind.manifestFile, segment: 0)
      return [ExamplePart(name: "BODY", bytes: try file.copy("BODY"))]
    } read: { parts in
      let folder = TemporaryFolder()
      let file = try FileWriter(
        path: folder.path("manifest"), kind: SectionKind.manifestFile, segment: 0)
      try file.writeSection(SectionKind.manifestBody, ByteWriter(parts[0].bytes))
      try file.finish()
      try #expect(Manifest.read(from: Directory(path: folder.path)) == manifest)
    },
  ]

  private static func hash(of text: String) -> ContentHash {
    unsafe Array(text.utf8).withUnsafeBytes { unsafe ContentHash($0) }
  }

  private static let packedExample = "1，轴发展±龘𠮷"

  private static let storedExamples: [[UInt8]] = [Array("abc".utf8), [], Array("ca".utf8)]

  /// A title, an abstract with a heading of its own, and a column that has no place.
  private static let storedFields: [(UInt8, String, String)] = [
    (1, "", "轴"), (2, "摘", "磨"), (15, "no", "7"),
  ]

  private static let manifest = {
    var manifest = Manifest(analyzer: AnalyzerStamp(name: "zh", version: 2))
    manifest.generation = 3
    manifest.nextSegment = 300
    manifest.roots = [Manifest.Root(number: 0, path: "/a"), Manifest.Root(number: 2, path: "/b/c")]
    manifest.segments = [
      Manifest.Segment(number: 9, documents: 1000), Manifest.Segment(number: 299, documents: 5),
    ]
    return manifest
  }()
}
