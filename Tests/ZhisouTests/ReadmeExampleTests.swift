import Foundation
import TestSupport
import Testing
import Zhisou

/// The README's example of the library, compiled and run as it stands there.
@Suite struct ReadmeExampleTests {
  private static func example() throws {
    // The example begins.
    let ingester = Ingester(indexPath: "my-index")
    let report = try ingester.run(["corpus"])
    print("\(report.documents) documents")

    let index = try SearchIndex(path: "my-index")
    let query = try Query("磨削烧伤")
    for hit in try index.search(query, limit: 3).hits {
      let document = try index.document(at: hit.address)
      print(hit.rank, document.id, document.title)
    }
    // The example ends.
  }

  @Test func `the example finds what is in the corpus`() async throws {
    let corpus = TestCorpus()
    try corpus.write(
      "knowledge/a.jsonl", #"{"id":"ZS-1","title":"磨削烧伤","body":"砂轮太硬"}"#,
      #"{"id":"ZS-2","title":"焊接气孔"}"#, #"{"id":"ZS-3","title":"磨削裂纹怎么办"}"#)
    let folder = corpus.path("..")
    // In a process of its own, whose working folder and output are nobody else's.
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) { [folder = folder as String] in
      try #require(FileManager.default.changeCurrentDirectoryPath(folder))
      try Self.example()
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(output.contains("3 documents\n1 ZS-1 磨削烧伤\n2 ZS-3 磨削裂纹怎么办\n"))
    withExtendedLifetime(corpus) {}
  }

  @Test func `the example is the one that the README shows`() throws {
    let path = #filePath
    let root = path.split(separator: "/").dropLast(3).joined(separator: "/")
    let readme = Self.lines(of: "/\(root)/README.md")
    let shown = Self.lines(readme, between: "```swift", and: "```")
    let source = Self.lines(of: path)
    let run = Self.lines(source, between: "// The example begins.", and: "// The example ends.")
    #expect(run.count > 5)
    #expect(source.contains("import Zhisou"))
    #expect(shown == ["import Zhisou", ""] + run)
  }

  private static func lines(of path: String) -> [String] {
    String(decoding: TestFile.read(path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
  }

  /// The lines between the first line that is `start` and the next that is `end`.
  private static func lines(
    _ lines: [String], between start: String, and end: String
  ) -> [String] {
    Array(lines.drop { $0 != start }.dropFirst().prefix { $0 != end })
  }
}

extension String {
  /// Without the spaces at both ends.
  fileprivate var trimmed: String {
    let front = drop { $0 == " " }
    return String(front.reversed().drop { $0 == " " }.reversed())
  }
}
