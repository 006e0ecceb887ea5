import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// One writer, its manifest, and the snapshots of readers.
@Suite struct IndexWriterTests {
  private let folder = TemporaryFolder()
  private var directory: Directory { Directory(path: folder.path) }

  private static func documents(_ count: Int) -> [ModelDocument] {
    var generator = SeededGenerator(seed: 1)
    return ModelDocument.random(count, vocabulary: 30, meanLength: 8, using: &generator)
  }

  private func writer() throws -> IndexWriter {
    try IndexWriter(directory: directory, analyzer: ModelIndex.analyzer)
  }

  @Test func `a folder without a manifest is no index`() {
    #expect(throws: IndexError.missing(path: folder.path)) { try ModelIndex.open(folder) }
  }

  @Test func `an index of another analyzer is refused, by readers and writers`() throws {
    try ModelIndex.build(Self.documents(3), in: folder)
    let other = AnalyzerStamp(name: "model", version: 2)
    let expected = IndexError.otherAnalyzer(
      path: folder.path, found: ModelIndex.analyzer, expected: other)
    #expect(throws: expected) { try IndexSnapshot(directory, analyzer: other) }
    #expect(throws: expected) {
      try IndexWriter(directory: directory, analyzer: other)
    }
  }

  @Test func `a second writer is refused until the first is gone`() throws {
    do {
      let first = try writer()
      #expect(throws: IndexError.storage(.locked(path: folder.path))) { try writer() }
      withExtendedLifetime(first) {}
    }
    _ = try writer()
  }

  @Test func `what an earlier writer left is removed, the index is not`() throws {
    try ModelIndex.build(Self.documents(20), in: folder)
    let names = folder.names
    for stray in ["segment-000077.terms", "segment-000002.documents", "manifest.new"] {
      TestFile.write([1, 2, 3], to: folder.path(stray))
    }
    let others = ["notes.txt", "segment-1.terms", "segment-000003.txt", "segment-of-mine.terms"]
    for other in others { TestFile.write([1], to: folder.path(other)) }
    _ = try writer()
    #expect(folder.names == (names + others).sorted())
    #expect(try ModelIndex.open(folder).documents == 20)
  }

  @Test func `segments not committed are not in the index and go away`() throws {
    try ModelIndex.build(Self.documents(20), in: folder)
    let names = folder.names
    let manifest = TestFile.read(folder.path("manifest"))
    let writer = try writer()
    let words = ListedWords()
    let builder = try SegmentBuilder(directory: directory, budget: 1 << 20)
    try builder.begin(writer.newSegments.files(ofRun: 0, part: 0))
    for document in Self.documents(5) { try builder.add(document, words: words) }
    try builder.flush(words: words)
    writer.newSegments.add(run: 0, part: 0, form: .finished)
    #expect(folder.names.count == names.count + 4)
    #expect(try ModelIndex.open(folder).documents == 20)
    writer.abandon()
    #expect(folder.names == names)
    #expect(TestFile.read(folder.path("manifest")) == manifest)
  }

  @Test func `numbers of committed segments are never used again`() throws {
    var seen = Set<UInt64>()
    for round in 1...4 {
      try ModelIndex.build(Self.documents(5 * round), in: folder, runs: 2)
      let manifest = try Manifest.read(from: directory)
      #expect(manifest.generation == UInt64(round))
      for segment in manifest.segments {
        #expect(seen.insert(segment.number).inserted)
        #expect(segment.number < manifest.nextSegment)
      }
    }
  }

  @Test func `a snapshot stays readable when its files are gone`() throws {
    let documents = Self.documents(30)
    try ModelIndex.build(documents, in: folder)
    let snapshot = try ModelIndex.open(folder)
    try ModelIndex.build(Self.documents(3), in: folder)
    try snapshot.verify()
    #expect(snapshot.documents == 30)
    let stored = try snapshot.segments[0].documents.document(29)
    #expect(stored == Array(documents[29].stored.utf8))
    #expect(try ModelIndex.open(folder).documents == 3)
  }

  @Test func `a segment that is missing or of another size is a damage`() throws {
    try ModelIndex.build(Self.documents(10), in: folder)
    var manifest = try Manifest.read(from: directory)
    manifest.segments = [Manifest.Segment(number: 1, documents: 11)]
    try manifest.write(to: directory)
    #expect(throws: IndexError.self) { try ModelIndex.open(folder) }
    manifest.segments = [Manifest.Segment(number: 2, documents: 10)]
    try manifest.write(to: directory)
    #expect(throws: IndexError.self) { try ModelIndex.open(folder) }
  }

  @Test func `roots keep their numbers and new ones get others`() throws {
    let writer = try writer()
    #expect(writer.number(ofRoot: "/a") == 0)
    #expect(writer.number(ofRoot: "/b") == 1)
    #expect(writer.number(ofRoot: "/a") == 0)
  }

  @Test func `an index of no documents is an index`() throws {
    let outcome = try ModelIndex.build([], in: folder)
    #expect(outcome.documents == 0 && outcome.segments == 0)
    let snapshot = try ModelIndex.open(folder)
    try snapshot.verify()
    #expect(
      try SnapshotScorer(snapshot).search(
        SearchRequest([QueryTerm(.key(1))], limit: 5)
      ).matches == 0)
  }
}
