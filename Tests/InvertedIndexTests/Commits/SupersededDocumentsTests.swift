import Storage
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct SupersededDocumentsTests {
  private static func document(
    _ identifier: String, unique: Bool, source: String, ordinal: UInt32, text: String
  ) -> ModelDocument {
    var document = ModelDocument()
    document.identifier = identifier
    document.isUnique = unique
    document.source = "0\u{0}\(source)"
    document.ordinal = ordinal
    document.stored = text
    document.terms = [.key(1)]
    return document
  }

  /// What is stored in the index after all documents were committed, in order.
  private static func texts(
    _ documents: [ModelDocument], runs: Int
  ) throws -> (texts: [String], superseded: Int) {
    let folder = TemporaryFolder()
    let outcome = try ModelIndex.build(documents, in: folder, runs: runs)
    let snapshot = try ModelIndex.open(folder)
    try snapshot.verify()
    var texts: [String] = []
    for segment in snapshot.segments {
      for document in 0..<UInt32(segment.info.documents) {
        texts.append(String(decoding: try segment.documents.document(document), as: UTF8.self))
      }
    }
    return (texts, outcome.superseded)
  }

  @Test(arguments: [1, 2, 3, 6])
  func `of a unique identifier the last stays, in whatever file and segment`(runs: Int) throws {
    let documents = [
      Self.document("CN1A", unique: true, source: "a", ordinal: 1, text: "first"),
      Self.document("CN2A", unique: true, source: "a", ordinal: 2, text: "other"),
      Self.document("CN1A", unique: true, source: "a", ordinal: 3, text: "second"),
      Self.document("CN3A", unique: true, source: "b", ordinal: 1, text: "third"),
      Self.document("CN1A", unique: true, source: "b", ordinal: 2, text: "last"),
      Self.document("CN4A", unique: true, source: "c", ordinal: 1, text: "end"),
    ]
    let found = try Self.texts(documents, runs: runs)
    #expect(found.texts == ["other", "third", "last", "end"])
    #expect(found.superseded == 2)
  }

  @Test(arguments: [1, 2, 5])
  func `other identifiers are unique in their file only`(runs: Int) throws {
    let documents = [
      Self.document("7", unique: false, source: "a", ordinal: 1, text: "a old"),
      Self.document("8", unique: false, source: "a", ordinal: 2, text: "a8"),
      Self.document("7", unique: false, source: "a", ordinal: 3, text: "a new"),
      Self.document("7", unique: false, source: "b", ordinal: 1, text: "b"),
      Self.document("7", unique: true, source: "c", ordinal: 1, text: "unique"),
    ]
    let found = try Self.texts(documents, runs: runs)
    #expect(found.texts == ["a8", "a new", "b", "unique"])
    #expect(found.superseded == 1)
  }

  @Test func `a later commit supersedes an earlier one`() throws {
    let folder = TemporaryFolder()
    let old = Self.document("CN1A", unique: true, source: "a", ordinal: 1, text: "old")
    let kept = Self.document("CN2A", unique: true, source: "a", ordinal: 2, text: "kept")
    let new = Self.document("CN1A", unique: true, source: "b", ordinal: 1, text: "new")
    try ModelIndex.build([old, kept], in: folder)
    let outcome = try ModelIndex.build([new], in: folder) { _ in true }
    #expect(outcome.documents == 2 && outcome.superseded == 1 && outcome.replaced == 0)
    let segment = try #require(ModelIndex.open(folder).segments.first)
    #expect(try segment.documents(withIdentifier: Array("CN1A".utf8)) == [1])
    #expect(try segment.documents.document(1) == Array("new".utf8))
  }

  @Test(arguments: [1, 2, 4])
  func `a withdrawal removes what came before it and stays itself in no index`(runs: Int) throws {
    var withdrawal = Self.document("CN1A", unique: true, source: "b", ordinal: 1, text: "")
    withdrawal.kind = DocumentEntry.withdrawal
    var early = Self.document("CN3A", unique: true, source: "a", ordinal: 3, text: "")
    early.kind = DocumentEntry.withdrawal
    let documents = [
      Self.document("CN1A", unique: true, source: "a", ordinal: 1, text: "withdrawn"),
      Self.document("CN2A", unique: true, source: "a", ordinal: 2, text: "stays"),
      early, withdrawal,
      Self.document("CN3A", unique: true, source: "b", ordinal: 2, text: "came after"),
      Self.document("CN1A", unique: false, source: "a", ordinal: 4, text: "local"),
    ]
    let found = try Self.texts(documents, runs: runs)
    #expect(found.texts == ["stays", "came after", "local"])
    #expect(found.superseded == 1)
  }

  @Test func `a withdrawal in a later commit reaches the documents of an earlier one`() throws {
    let folder = TemporaryFolder()
    let old = Self.document("oai:a:1", unique: true, source: "a", ordinal: 1, text: "old")
    try ModelIndex.build([old], in: folder)
    var withdrawal = Self.document("oai:a:1", unique: true, source: "b", ordinal: 1, text: "")
    withdrawal.kind = DocumentEntry.withdrawal
    let outcome = try ModelIndex.build([withdrawal], in: folder) { _ in true }
    #expect(outcome.documents == 0 && outcome.superseded == 1)
    let snapshot = try ModelIndex.open(folder)
    try snapshot.verify()
    #expect(snapshot.documents == 0)
  }
}
