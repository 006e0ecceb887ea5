import TestSupport
import Testing
import Zhisou

@Suite struct TopicFileTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path("queries.tsv") }

  private func read(_ bytes: some Sequence<UInt8>) throws(ZhisouError) -> [Exporter.Topic] {
    TestFile.write(bytes, to: path)
    return try TopicFile.read(path)
  }

  private static let topics = [
    Exporter.Topic(id: "q1", text: "磨削烧伤"), Exporter.Topic(id: "q 2", text: " GB/T 1804 "),
  ]

  @Test(arguments: [
    "q1\t磨削烧伤\nq 2\t GB/T 1804 \n", "q1\t磨削烧伤\nq 2\t GB/T 1804 ",
    "q1\t磨削烧伤\r\nq 2\t GB/T 1804 \r\n", "\u{FEFF}q1\t磨削烧伤\nq 2\t GB/T 1804 \n",
    "\n\r\nq1\t磨削烧伤\n\n\r\nq 2\t GB/T 1804 \n\n",
  ])
  func `line ends, a byte order mark and blank lines do not matter`(content: String) throws {
    #expect(try read(content.utf8) == Self.topics)
  }

  @Test func `the text is all behind the first tab`() throws {
    #expect(try read("7\t一\t二".utf8) == [Exporter.Topic(id: "7", text: "一\t二")])
    #expect(try read("7\t".utf8) == [Exporter.Topic(id: "7", text: "")])
    #expect(try read("".utf8).isEmpty)
  }

  @Test func `a file that is missing, or a folder, is unreadable`() throws {
    for path in [folder.path("none.tsv"), folder.path] {
      let error = try #require(throws: ZhisouError.self) { try TopicFile.read(path) }
      #expect(error.code == .unreadablePath && error.path == path)
      #expect(!error.reason.isEmpty && !error.advice.isEmpty)
    }
  }

  @Test(arguments: [
    Array("q1\t磨削\n\nno tab\n".utf8), Array("q1\t磨削\r\n\r\n\tno number\r\n".utf8),
    Array("q1\t磨削\n\nq3\t".utf8) + [0xE7, 0xA3], Array("q1\t磨削\n\nq3\t".utf8) + [0xFF, 0x0A],
  ])
  func `a line that is no query is named`(content: [UInt8]) throws {
    let error = try #require(throws: ZhisouError.self) { try read(content) }
    #expect(error.code == .invalidArgument && error.path == path)
    #expect(error.reason.contains("line 3 "))
  }
}
