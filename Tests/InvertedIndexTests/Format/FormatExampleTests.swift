import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// FileFormat.md and the code say the same.
@Suite struct FormatExampleTests {
  @Test(arguments: FormatExample.all)
  func `the writer makes the bytes of the page`(example: FormatExample) throws {
    let section = try #require(FormatPage.shared.section(example.title))
    let page = try #require(section.examples.first)
    #expect(try example.write() == page)
  }

  @Test(arguments: FormatExample.all)
  func `the reader reads the bytes of the page`(example: FormatExample) throws {
    let section = try #require(FormatPage.shared.section(example.title))
    try example.read(#require(section.examples.first))
  }

  @Test func `every structure has one example and every example is tested`() {
    let structures = FormatPage.shared.sections.filter { $0.level == 3 }
    #expect(structures.count > 20)
    for structure in structures { #expect(structure.examples.count == 1, "\(structure.title)") }
    #expect(structures.map(\.title).sorted() == FormatExample.all.map(\.title).sorted())
    let chapters = FormatPage.shared.sections.filter { $0.level == 2 }
    for chapter in chapters { #expect(chapter.examples.isEmpty, "\(chapter.title)") }
  }

  @Test func `every section that the sources name exists`() throws {
    var named = Set<String>()
    for path in Self.swiftFiles(in: "\(FormatPage.root)/Sources") {
      let text = String(decoding: TestFile.read(path), as: UTF8.self)
      // A comment may break the line between the page and the title.
      let joined = text.split(whereSeparator: \.isWhitespace).filter { $0 != "///" }
        .joined(separator: " ")
      for mention in joined.split(separator: "FileFormat.md, \"").dropFirst() {
        named.insert(String(mention.prefix { $0 != "\"" }))
      }
    }
    #expect(named.count > 15)
    for title in named { #expect(FormatPage.shared.section(title) != nil, "\(title)") }
  }

  @Test func `every file and every section of an index is listed`() throws {
    var generator = SeededGenerator(seed: 1)
    let folder = TemporaryFolder()
    try ModelIndex.build(
      ModelDocument.random(20, vocabulary: 30, meanLength: 9, using: &generator), in: folder)
    let files = try #require(FormatPage.shared.section("Files")).text
    for name in folder.names {
      #expect(files.contains("`\(name)`"), "\(name)")
      let bytes = TestFile.read(folder.path(name))
      if bytes.isEmpty { continue }
      let kind = String(decoding: bytes[8..<12], as: UTF8.self)
      #expect(files.contains("`\(kind)`"), "\(kind)")
      for section in try Self.sections(of: bytes) {
        let digit = section.utf8.last.map { $0 >= UInt8(ascii: "1") && $0 <= UInt8(ascii: "4") }
        let listed = digit == true ? section.dropLast() + "0" : section
        #expect(files.contains("`\(listed)`"), "\(section)")
      }
    }
  }

  /// The names in the table of sections.
  private static func sections(of bytes: [UInt8]) throws -> [String] {
    try bytes.reading { cursor in
      try cursor.skip(bytes.count - 24)
      var table = try Int(cursor.read(UInt64.self))
      var names: [String] = []
      while table < bytes.count - 24 {
        names.append(String(decoding: bytes[table..<(table + 4)], as: UTF8.self))
        table += 24
      }
      return names
    }
  }

  private static func swiftFiles(in path: String) -> [String] {
    TemporaryFolder.names(in: path).flatMap { name in
      name.hasSuffix(".swift") ? ["\(path)/\(name)"] : swiftFiles(in: "\(path)/\(name)")
    }
  }
}
