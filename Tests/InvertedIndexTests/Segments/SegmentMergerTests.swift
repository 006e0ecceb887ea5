import InvertedIndex
import Storage
import TestSupport
import Testing

@Suite struct SegmentMergerTests {
  private static func contents(_ folder: TemporaryFolder) -> [String: [UInt8]] {
    // Segment numbers count up with the runs; only what follows the number is compared.
    var files: [String: [UInt8]] = [:]
    for name in folder.names where name.hasPrefix("segment-") {
      let part = String(name.split(separator: ".")[1])
      var bytes = TestFile.read(folder.path(name))
      bytes.replaceSubrange(16..<24, with: [UInt8](repeating: 0, count: 8))
      bytes.removeLast(8)
      files[part, default: []] += bytes
    }
    return files
  }

  @Test(arguments: [(1, 40), (2, 900), (3, 9000)])
  func `any cut of the input gives the same terms, postings and columns`(
    seed: UInt64, count: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = ModelDocument.random(
      count, vocabulary: 300, meanLength: 25, using: &generator)
    let whole = TemporaryFolder()
    try ModelIndex.build(documents, in: whole)
    let expected = Self.contents(whole)
    for runs in [2, 5, 13] {
      let folder = TemporaryFolder()
      let outcome = try ModelIndex.build(documents, in: folder, runs: runs)
      #expect(outcome.documents == count && outcome.segments == 1)
      let found = Self.contents(folder)
      for part in ["terms", "postings", "columns"] {
        #expect(found[part] == expected[part], "\(part) after \(runs) runs")
      }
      try ModelIndex.open(folder).verify()
    }
  }

  @Test func `the same input gives the same bytes`() throws {
    var generator = SeededGenerator(seed: 5)
    let documents = ModelDocument.random(
      800, vocabulary: 200, meanLength: 25, using: &generator)
    let folders = (0..<2).map { _ in TemporaryFolder() }
    for folder in folders { try ModelIndex.build(documents, in: folder, runs: 4) }
    for name in folders[0].names {
      #expect(
        TestFile.read(folders[0].path(name)) == TestFile.read(folders[1].path(name)), "\(name)")
    }
  }

  @Test func `leaving documents out equals never having had them`() throws {
    var generator = SeededGenerator(seed: 8)
    let documents = ModelDocument.random(
      700, vocabulary: 200, meanLength: 25, using: &generator)
    var marked = documents
    for place in marked.indices where place % 3 == 1 { marked[place].source = "1\u{0}b.jsonl" }
    let folder = TemporaryFolder()
    try ModelIndex.build(marked, in: folder, runs: 3)
    let outcome = try ModelIndex.build([], in: folder) { $0.first == UInt8(ascii: "0") }
    let kept = marked.filter { $0.source.hasPrefix("0") }
    #expect(outcome.documents == kept.count)
    #expect(outcome.replaced == documents.count - kept.count)
    let other = TemporaryFolder()
    try ModelIndex.build(kept, in: other)
    let (found, expected) = (Self.contents(folder), Self.contents(other))
    for part in ["terms", "postings", "columns"] {
      #expect(found[part] == expected[part], "\(part)")
    }
    let snapshot = try ModelIndex.open(folder)
    try snapshot.verify()
    for (number, document) in kept.enumerated() {
      let stored = try snapshot.segments[0].documents.document(UInt32(number))
      #expect(String(decoding: stored, as: UTF8.self) == document.stored)
    }
  }
}
