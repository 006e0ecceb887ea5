import Storage
import TestSupport
import Testing

@testable import InvertedIndex

extension FormatExample {
  /// The columns file.
  static let columnExamples = [
    FormatExample("Segment information", sections: ["INFO"]) { file in
      try info.write(to: file)
    } read: { file in
      try #expect(unsafe SegmentInfo(file.section(SectionKind.segmentInfo)) == info)
    },
    FormatExample("Norms", sections: ["NORM", "NRML"]) { file in
      try Norms.write(lengths, to: file)
    } read: { file in
      let norms = try unsafe Norms(
        lengths: file.section(SectionKind.norms), escapes: file.section(SectionKind.longNorms))
      #expect((0..<4).map { norms.length(of: $0) } == lengths)
    },
    FormatExample("Length classes", sections: ["NCLB", "NCLS", "NCLL"]) { file in
      try LengthClasses.write(classedLengths, averageLength: 27 << 6, to: file)
    } read: { file in
      let classes = try unsafe LengthClasses(
        borders: file.section(SectionKind.classBorders),
        classes: file.section(SectionKind.classes),
        leastClasses: file.section(SectionKind.leastClasses), documents: 4)
      #expect(classes.borders == Array(5...10))
      #expect((0..<4).map { classes.borders[Int(classes.number(of: $0))] } == classedLengths)
      #expect((0..<4).map { classes.leastNumber(near: $0) } == [0, 0, 0, 0])
    },
    FormatExample("Kinds and dates") {
      let folder = TemporaryFolder()
      try ModelIndex.build(datedDocuments, in: folder)
      let file = try SectionFile(
        path: folder.path("segment-000001.columns"), kind: SectionKind.columnsFile, segment: 1)
      return try ["KIND", "KNDB", "DATE"].map { ExamplePart(name: $0, bytes: try file.copy($0)) }
    } read: { parts in
      let file = try ScratchFile.make(parts.map { ($0.name, $0.bytes) })
      let kinds = try file.copy("KIND")
      #expect(kinds.map { $0 & 0x7F } == datedDocuments.map(\.kind))
      #expect(kinds.map { $0 & SegmentReader.uniqueFlag != 0 } == datedDocuments.map(\.isUnique))
      let blocks = try unsafe KindBlocks(
        file.section(SectionKind.kindBlocks), documents: datedDocuments.count)
      #expect(blocks.kinds == datedDocuments.map(\.kind))
      #expect(blocks.kinds.map { blocks.blocks(ofKind: $0, inRun: 0) } == [1, 1])
      #expect(blocks.blocks(ofKind: 2, inRun: 0) == 0)
      try file.copy("DATE").reading { cursor in
        for document in datedDocuments { try #expect(cursor.read(UInt32.self) == document.date) }
      }
    },
    FormatExample("Identifier index", sections: ["IDEN", "IDBU"]) { file in
      try IdentifierIndex.write(hashes, to: file)
    } read: { file in
      let index = try unsafe IdentifierIndex(
        entries: file.section(SectionKind.identifierEntries),
        buckets: file.section(SectionKind.identifierBuckets), documents: hashes.count)
      try #expect(index.candidates(hash: 0x9000_0000) == [1, 3])
      try #expect(index.candidates(hash: 0x1000_0002) == [2])
      try #expect(index.candidates(hash: 0x1000_0003).isEmpty)
    },
    FormatExample("String table", sections: ["IDTX", "IDTD"]) { file in
      var writer = StringTableWriter()
      for string in strings {
        unsafe Array(string.utf8).withUnsafeBytes { unsafe writer.append($0) }
      }
      try writer.finish(
        to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
    } read: { file in
      let table = try unsafe StringTable(
        bytes: file.section(SectionKind.identifiers),
        directory: file.section(SectionKind.identifierDirectory))
      #expect(table.count == strings.count)
      for (number, string) in strings.enumerated() {
        try #expect(table.string(at: number) == Array(string.utf8))
      }
    },
    FormatExample("Ordinal column", sections: ["OVB0", "OVD0", "OCN0", "OST0", "OOR0"]) { file in
      var writer = OrdinalColumnWriter()
      for values in regions {
        writer.beginDocument()
        for value in values {
          unsafe Array(value.utf8).withUnsafeBytes { unsafe writer.append($0) }
        }
      }
      try writer.finish(to: file, field: .region)
    } read: { file in
      let column = try OrdinalColumn(file, field: .region, documents: regions.count)
      for (document, values) in regions.enumerated() {
        try #expect(column.strings(of: document) == values)
      }
    },
    FormatExample("Sources", sections: ["SRCN", "SRCD", "SRCS"]) { file in
      var writer = SourceColumnWriter()
      for (name, ordinal) in sources {
        unsafe Array(name.utf8).withUnsafeBytes { unsafe writer.append(name: $0, ordinal: ordinal) }
      }
      try writer.finish(to: file)
    } read: { file in
      let column = try SourceColumn(file)
      for (document, source) in sources.enumerated() {
        let found = try column.source(of: UInt32(document))
        try #expect(column.names.string(at: Int(found.file)) == Array(source.0.utf8))
        #expect(found.ordinal == source.1)
      }
    },
  ]

  private static let info = SegmentInfo(
    documents: 3, totalLength: 1000, digest: ContentHash(low: 0x0102_0304, high: 0x0506))
  private static let lengths: [UInt32] = [5, 300, 65_534, 70_000]

  private static let classedLengths: [UInt32] = [5, 9, 8, 5]

  private static let datedDocuments = {
    var first = ModelDocument()
    first.kind = 1
    first.isUnique = true
    first.date = 20_221_021
    first.identifier = "CN1A"
    var second = ModelDocument()
    second.kind = 4
    second.identifier = "7"
    second.ordinal = 2
    return [first, second]
  }()

  /// Eight, so that there are two buckets: hashes below 2^31 and from there on.
  private static let hashes: [UInt32] = [
    0x1000_0001, 0x9000_0000, 0x1000_0002, 0x9000_0000, 5, 0xFFFF_FFFF, 0x8000_0000, 4,
  ]
  private static let strings =
    ["CN10A", "CN11A", "CN11B", "", "磨", "磨床"] + Array(repeating: "x", count: 10) + ["xy"]
  private static let regions = [["沪", "苏"], [], ["苏"]]
  private static let sources: [(String, UInt32)] = [
    ("0\u{0}a", 1), ("0\u{0}a", 2), ("0\u{0}a", 5), ("0\u{0}b", 1),
  ]
}

extension OrdinalColumn {
  /// The values of a document.
  func strings(of document: Int) throws -> [String] {
    var ordinals: [Int] = []
    try forEachOrdinal(of: document) { ordinals.append(Int($0)) }
    return try ordinals.map { String(decoding: try values.string(at: $0), as: UTF8.self) }
  }
}
