import TestSupport
import Testing
import Zhisou

/// The examples of the article on searching, compiled and run as they stand there.
@Suite struct ArticleExampleTests {
  private static func run(_ index: SearchIndex, _ other: SearchIndex) throws {
    // Example 1 begins.
    let query = try Query("磨削烧伤怎么办")
    let results = try index.search(query, limit: 5)
    print("\(results.matches) documents match")
    for hit in results.hits {
      let document = try index.document(at: hit.address)
      let snippet = index.snippet(of: document, for: query)
      print(hit.rank, hit.score, document.title, snippet.text)
    }
    // Example 1 ends.
    // Example 2 begins.
    let parsed = try Query(parsing: "\"磨削烧伤\" ipc:B24B date:2019..2023 -铸铁")
    var options = SearchOptions()
    options.filter.kinds = [.patent]
    options.filter.organisations = ["机床"]
    options.order = .date
    options.facets = [try Facet(name: "year"), try Facet(name: "ipc:4")]
    let found = try index.search(parsed, options)
    for counts in found.facets {
      for value in counts.values { print(counts.facet.name, value.name, value.documents) }
    }
    // Example 2 ends.
    // Example 3 begins.
    let explanation = try index.explain(query, results.hits[0].address)
    for part in explanation.parts { print(part.term, part.frequency, part.score) }
    assert(explanation.score == results.hits[0].score)
    // Example 3 ends.
    // Example 4 begins.
    let whole = index.statistics(for: query) + other.statistics(for: query)
    let first = try index.ranking(by: whole).search(query).hits
    let second = try other.ranking(by: whole).search(query).hits
    print((first + second).map(\.score).sorted(by: >).prefix(10))
    // Example 4 ends.
    #expect(results.matches == 2 && !explanation.parts.isEmpty)
    #expect(found.matches == 1 && found.facets[0].values.map(\.name) == ["2021"])
    #expect(first.count == 2 && second.count == 1)
  }

  @Test func `the examples run`() throws {
    let index = try TestCorpus.index(
      of:
        #"{"publication_number":"CN100000001A","kind":"patent","title":"防磨削烧伤的方法","ipc":"B24B5/04","date":"2021-03-02","applicant":"衡州机床厂"}"#,
      #"{"id":"ZS-1","title":"磨削烧伤","body":"砂轮太硬怎么办"}"#)
    let other = try TestCorpus.index(of: #"{"id":"ZS-9","title":"烧伤"}"#)
    try Self.run(index, other)
  }

  @Test func `the examples are those of the article`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let article = Self.lines(of: "/\(root)/Sources/Zhisou/Zhisou.docc/Searching.md")
    let source = Self.lines(of: #filePath)
    var rest = article[...]
    var number = 0
    while let start = rest.firstIndex(of: "```swift") {
      let shown = rest[start...].dropFirst().prefix { $0 != "```" }
      rest = rest[start...].dropFirst(shown.count + 1)
      number += 1
      let run = source.drop { $0 != "// Example \(number) begins." }.dropFirst()
        .prefix { $0 != "// Example \(number) ends." }
      #expect(!shown.isEmpty && Array(shown) == Array(run))
    }
    #expect(number == 4)
  }

  /// Lines without the spaces in front.
  private static func lines(of path: String) -> [String] {
    String(decoding: TestFile.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
  }
}
