import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// Documents that are larger than the format allows.
@Suite struct SegmentBuilderTests {
  private let folder = TemporaryFolder()

  @Test func `identifiers are cut and column values left out beyond the longest string`() throws {
    let length = StringTable.longestString
    var documents = (0..<3).map { number in
      var document = ModelDocument()
      document.terms = [.key(1)]
      document.identifier = "D\(number)"
      document.ordinal = UInt32(number + 1)
      return document
    }
    documents[1].identifier = String(repeating: "x", count: length + 1)
    documents[1].people = [String(repeating: "y", count: length + 1), "人"]
    documents[2].people = [String(repeating: "z", count: length)]
    try ModelIndex.build(documents, in: folder)
    let snapshot = try ModelIndex.open(folder)
    try snapshot.verify()
    let segment = snapshot.segments[0]
    let cut = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    #expect(try segment.identifier(of: 1) == cut)
    let people = segment.columns[Int(OrdinalField.person.rawValue)]
    #expect(try people.strings(of: 1) == ["人"])
    #expect(try people.strings(of: 2) == documents[2].people)
  }

  @Test func `a document of too many terms keeps the first ones`() throws {
    let builder = try SegmentBuilder(directory: Directory(path: folder.path), budget: 1 << 20)
    let keys = [UInt32](repeating: 5, count: 1 << 22)
    try builder.begin(SegmentFiles(number: 1))
    builder.beginDocument()
    for _ in 0..<5 {
      unsafe keys.withUnsafeBufferPointer { unsafe builder.append($0, to: .text) }
    }
    #expect(builder.isFull(with: 0))
  }

  @Test func `a segment is full when its stored documents fill a file`() throws {
    let builder = try SegmentBuilder(
      directory: Directory(path: folder.path), budget: 1 << 30, largestDocuments: 100_000)
    try builder.begin(SegmentFiles(number: 1))
    var document = ModelDocument()
    var generator = SeededGenerator(seed: 1)
    document.stored = String(
      (0..<60_000).map { _ in "ab01知搜".randomElement(using: &generator) ?? "x" })
    let words = ListedWords()
    var count = 0
    while !builder.isFull(with: 0), count < 100 {
      document.identifier = "D\(count)"
      try builder.add(document, words: words)
      count += 1
    }
    #expect((2..<20).contains(count))
    try builder.flush(words: words)
    #expect(!builder.isFull(with: 0))
  }
}
