import Testing

@testable import Zhisou

@Suite struct CollapsingTests {
  /// Publications of nine inventions, and as many courses, that all match.
  private static func index() throws -> SearchIndex {
    var lines: [String] = []
    for number in 0..<9 {
      for (kind, text) in [("A", "磨削 磨削"), ("B", "磨削")] {
        lines.append(
          #"{"publication_number":"CN10000000\#(number)\#(kind)","title":"\#(text)","kind":"patent"}"#
        )
      }
      lines.append(#"{"id":"K\#(number)","title":"磨削 课","kind":"course"}"#)
    }
    return try TestCorpus.index(of: lines)
  }

  private static func ids(
    _ index: SearchIndex, limit: Int, offset: Int = 0
  ) throws -> [String] {
    var options = SearchOptions()
    options.limit = limit
    options.offset = offset
    options.collapse = .family
    let results = try index.search(Query("磨削"), options)
    #expect(results.matches == 27)
    return try results.hits.map { try index.id(at: $0.address) }
  }

  @Test func `the best of a family stands for it, page by page`() throws {
    let index = try Self.index()
    let all = try Self.ids(index, limit: 100)
    #expect(all.count == 18)
    #expect(Set(all.map { $0.filter { $0 != "B" } }).count == 18)
    #expect(all.filter { $0.hasPrefix("CN") }.allSatisfy { $0.hasSuffix("A") })
    var paged: [String] = []
    for offset in stride(from: 0, to: 20, by: 4) {
      paged += try Self.ids(index, limit: 4, offset: offset)
    }
    #expect(paged == all)
    #expect(try Self.ids(index, limit: 0).isEmpty)
  }

  @Test(arguments: [
    (#"{"publication_number":"CN1000001A","title":"题","kind":"patent"}"#, "CN1000001"),
    (#"{"publication_number":"CN1000001B2","title":"题","kind":"patent"}"#, "CN1000001"),
    (#"{"publication_number":"CN1000001","title":"题","kind":"patent"}"#, "CN1000001"),
    (
      #"{"publication_number":"CN1000001A","application_number":"CN202010000001.5","title":"题","kind":"patent"}"#,
      "application_number CN202010000001.5"
    ),
    (#"{"publication_number":"CN1000001A","同族号":"77","title":"题","kind":"patent"}"#, "family 77"),
    (#"{"id":"CN1000001A","title":"题","kind":"course"}"#, nil),
  ])
  func `a family is named, or an application, or a number without its kind`(
    line: String, family: String?
  ) throws {
    let index = try TestCorpus.index(of: line)
    let hit = try #require(index.search(Query(parsing: "*")).hits.first)
    #expect(try index.document(at: hit.address).family == family)
  }

  @Test func `of each kind and one of a family do not go together`() throws {
    var options = SearchOptions()
    options.collapse = .family
    options.perKind = 2
    let index = try Self.index()
    let error = try #require(throws: ZhisouError.self) {
      try index.search(Query("磨削"), options)
    }
    #expect(error.code == .invalidArgument)
  }
}
