import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// Damage aimed at what other bytes are found by.
@Suite struct DamagedTableTests {
  private static func index() throws -> DamagedIndex {
    var generator = SeededGenerator(seed: 21)
    return try DamagedIndex(
      ModelDocument.random(140, vocabulary: 20, meanLength: 4, using: &generator).map {
        var document = $0
        document.source = document.ordinal <= 70 ? "0\u{0}a" : "1\u{0}b"
        document.stored = String(repeating: document.stored, count: 8)
        return document
      })
  }

  /// The small sections that lead to others, and the file they lie in.
  private static let tables = [
    ("terms", "TERM", ["KDI0", "KFI0", "KBU0", "WDI0", "KFI1", "KDI4"]),
    (
      "columns", "COLS",
      ["INFO", "SRCS", "SRCD", "IDTD", "IDBU", "OVD1", "OST1"]
    ),
    ("documents", "DOCS", ["DTAB"]),
  ]

  @Test(arguments: tables)
  func `reading, merging and committing with damaged tables never trap`(
    part: String, kind: String, sections: [String]
  ) throws {
    let index = try Self.index()
    let name = "segment-000001.\(part)"
    let file = try SectionFile(
      path: index.folder.path(name), kind: FileKind(name: kind), segment: 1)
    for section in sections {
      let extent = try file.extent(of: FileKind(name: section))
      for place in extent.offset..<extent.end {
        let damage = index.flip(name, at: place, place % 2 == 0 ? 0x80 : 0x7F)
        _ = index.suffer(damage, DamagedIndex.merge)
        if place % 4 == 0 {
          _ = index.suffer(damage, DamagedIndex.commit)
          _ = index.suffer(damage, DamagedIndex.search)
          _ = index.suffer(damage, DamagedIndex.readAll)
        }
      }
    }
  }

  @Test func `lengths of damaged segments do not overflow their sum`() throws {
    var generator = SeededGenerator(seed: 22)
    let folder = TemporaryFolder()
    try ModelIndex.build(
      ModelDocument.random(30, vocabulary: 20, meanLength: 4, using: &generator), in: folder)
    let file = try SectionFile(
      path: folder.path("segment-000001.columns"), kind: SectionKind.columnsFile, segment: 1)
    let place = try file.extent(of: SectionKind.segmentInfo).offset + 8
    var bytes = TestFile.read(file.path)
    for byte in place..<(place + 8) { bytes[byte] = 0xFF }
    TestFile.write(bytes, to: file.path)
    #expect(throws: StorageError.self) { try SegmentReader(1, in: Directory(path: folder.path)) }
  }

  @Test func `a damaged first key is refused, not merged`() throws {
    var document = ModelDocument()
    document.terms = [.key(5)]
    let index = try DamagedIndex([document])
    let name = "segment-000001.terms"
    let file = try SectionFile(
      path: index.folder.path(name), kind: SectionKind.termsFile, segment: 1)
    let place = try file.extent(of: SectionKind.field("KFI", .text)).offset + 3
    #expect(index.suffer(index.flip(name, at: place, 0x80), DamagedIndex.merge))
  }

  @Test func `a commit does not carry damage into a new segment`() throws {
    let index = try Self.index()
    let name = "segment-000001.columns"
    let file = try SectionFile(
      path: index.folder.path(name), kind: SectionKind.columnsFile, segment: 1)
    let place = try file.extent(of: SectionKind.dates).offset
    let isNoticed = index.suffer(index.flip(name, at: place, 1)) { folder in
      _ = try ModelIndex.build([], in: folder) { $0.first == UInt8(ascii: "0") }
    }
    #expect(isNoticed)
  }
}
