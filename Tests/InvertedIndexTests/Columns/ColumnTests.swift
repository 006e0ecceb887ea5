import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The columns, each against plain arrays.
@Suite struct ColumnTests {
  private static let sizes = [0, 1, 15, 16, 17, 63, 64, 65, 1000]

  @Test(arguments: sizes)
  func `strings come back by number and in a row`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let strings = (0..<count).map { number -> [UInt8] in
      number % 7 == 3
        ? Array("CN\(1000 + number)A".utf8)
        : (0..<Int.random(in: 0...300, using: &generator)).map { _ in
          .random(in: 0...2, using: &generator)
        }
    }
    let file = try ScratchFile.make { file in
      var writer = StringTableWriter()
      for string in strings { unsafe string.withUnsafeBytes { unsafe writer.append($0) } }
      #expect(writer.count == count)
      try writer.finish(
        to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
    }
    let table = try unsafe StringTable(
      bytes: file.section(SectionKind.identifiers),
      directory: file.section(SectionKind.identifierDirectory))
    try withExtendedLifetime(file) {
      #expect(table.count == count)
      var cursor = StringTable.Cursor(table)
      for (number, string) in strings.enumerated() {
        try #expect(table.string(at: number) == string)
        try #expect(cursor.next() == string)
      }
      #expect(throws: ByteCursor.Fault.malformed) { try cursor.next() }
      #expect(throws: ByteCursor.Fault.malformed) { try table.string(at: count) }
    }
  }

  @Test func `the longest string there may be comes back`() throws {
    let string = [UInt8](repeating: 0x41, count: StringTable.longestString)
    let file = try ScratchFile.make { file in
      var writer = StringTableWriter()
      for _ in 0..<2 { unsafe string.withUnsafeBytes { unsafe writer.append($0) } }
      try writer.finish(
        to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
    }
    let table = try unsafe StringTable(
      bytes: file.section(SectionKind.identifiers),
      directory: file.section(SectionKind.identifierDirectory))
    for number in 0..<2 { #expect(try table.string(at: number) == string) }
    withExtendedLifetime(file) {}
  }

  /// Values so many that ordinals take one, two and three bytes.
  @Test(arguments: [(0, 0), (1, 1), (64, 5), (200, 256), (300, 257), (3000, 66_000)])
  func `ordinals come back in the order of the document`(documents: Int, values: Int) throws {
    var generator = SeededGenerator(seed: UInt64(documents))
    let lists = (0..<documents).map { document -> [String] in
      // Every value occurs.
      let own = stride(from: document, to: values, by: max(1, documents)).map { "值\($0)" }
      let others = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        "值\(Int.random(in: 0..<values, using: &generator))"
      }
      return own + others
    }
    let file = try ScratchFile.make { file in
      var writer = OrdinalColumnWriter()
      for list in lists {
        writer.beginDocument()
        for value in list {
          unsafe Array(value.utf8).withUnsafeBytes { unsafe writer.append($0) }
        }
      }
      try writer.finish(to: file, field: .code)
    }
    let column = try OrdinalColumn(file, field: .code, documents: documents)
    #expect(column.values.count == values)
    for (document, list) in lists.enumerated() {
      var distinct: [String] = []
      for value in list where !distinct.contains(value) { distinct.append(value) }
      #expect(try column.strings(of: document) == distinct)
    }
  }

  @Test func `a document keeps its first 255 values`() throws {
    let file = try ScratchFile.make { file in
      var writer = OrdinalColumnWriter()
      for _ in 0..<2 {
        writer.beginDocument()
        for number in 0..<300 {
          unsafe Array("v\(1000 + number)".utf8).withUnsafeBytes { unsafe writer.append($0) }
        }
      }
      try writer.finish(to: file, field: .region)
    }
    let column = try OrdinalColumn(file, field: .region, documents: 2)
    for document in 0..<2 {
      #expect(try column.strings(of: document) == (0..<255).map { "v\(1000 + $0)" })
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1000])
  func `documents are found by the hash of their identifier`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let hashes = (0..<count).map { _ -> UInt32 in
      // A few values many times, the edges, and random ones.
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: 0x1234_5678
      case 1: [0, 1, .max, 0x8000_0000].randomElement(using: &generator) ?? 0
      default: .random(in: 0 ... .max, using: &generator)
      }
    }
    let file = try ScratchFile.make { try IdentifierIndex.write(hashes, to: $0) }
    let index = try unsafe IdentifierIndex(
      entries: file.section(SectionKind.identifierEntries),
      buckets: file.section(SectionKind.identifierBuckets), documents: count)
    try withExtendedLifetime(file) {
      for hash in Set(hashes + [0, 2, 0x1234_5679, .max]) {
        let expected = hashes.indices.filter { hashes[$0] == hash }.map { UInt32($0) }
        try #expect(index.candidates(hash: hash) == expected)
      }
      let order = (0..<count).map { index.entry($0) }
      let expected = hashes.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
      #expect(order.map { Int($0.document) } == expected)
    }
  }

  @Test func `sources come back however their records lie`() throws {
    var generator = SeededGenerator(seed: 6)
    var sources: [(name: String, ordinal: UInt32)] = []
    for number in 0..<60 {
      var ordinal = UInt32.random(in: 1...5, using: &generator)
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        sources.append(("0\u{0}folder/file\(number / 2 * 2)", ordinal))
        ordinal += .random(in: 0..<4, using: &generator) == 0 ? 2 : 1
      }
    }
    let file = try ScratchFile.make { file in
      var writer = SourceColumnWriter()
      for (name, ordinal) in sources {
        unsafe Array(name.utf8).withUnsafeBytes { unsafe writer.append(name: $0, ordinal: ordinal) }
      }
      try writer.finish(to: file)
    }
    let column = try SourceColumn(file)
    for (document, source) in sources.enumerated() {
      let found = try column.source(of: UInt32(document))
      #expect(found.ordinal == source.ordinal)
      #expect(try column.names.string(at: Int(found.file)) == Array(source.name.utf8))
    }
  }

  @Test func `norms are exact at any length`() throws {
    var generator = SeededGenerator(seed: 7)
    let lengths =
      [0, 1, 65_533, 65_534, 65_535, 65_536, .max]
      + (0..<3000).map { _ in
        Bool.random(using: &generator)
          ? UInt32.random(in: 0...70_000, using: &generator)
          : .random(in: 65_000...66_000, using: &generator)
      }
    let segment = try ListSegment(lengths: lengths)
    #expect(segment.norms.count == lengths.count)
    for (document, length) in lengths.enumerated() {
      #expect(segment.norms.length(of: UInt32(document)) == length)
    }
  }
}
