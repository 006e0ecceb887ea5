import Testing

@testable import Zhisou

@Suite struct IdentifierSpellingsTests {
  @Test(arguments: [
    ("CN115212463A", ["A"]), ("cn 115212463 a", ["A"]), ("CN-115212463", ["A", "B"]),
    ("K-7", ["K"]), ("k-7", ["K"]), ("CN115212463B", ["B"]), ("CN11521246", []), ("7", []),
  ])
  func `an identifier is found as people write it`(text: String, expected: [String]) throws {
    let index = try TestCorpus.index(
      of: #"{"id":"CN115212463A","kind":"patent","title":"A"}"#,
      #"{"id":"CN115212463B","kind":"patent","title":"B"}"#, #"{"id":"K-7","title":"K"}"#)
    let query = try Query(.field(.id, .words(text)))
    let hits = try index.search(query).hits
    #expect(try hits.map { try index.document(at: $0.address).title }.sorted() == expected)
  }
}
