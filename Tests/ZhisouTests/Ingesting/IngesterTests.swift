import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Zhisou

@Suite struct IngesterTests {
  private let corpus = TestCorpus()

  /// Source and title of every document that has the character 号.
  private func found() throws -> Set<String> {
    let index = try corpus.open()
    let hits = try index.search(Query("号"), limit: 1000).hits
    return Set(
      try hits.map { hit in
        let document = try index.document(at: hit.address)
        return "\(document.source) \(document.title)"
      })
  }

  /// Every file of the index.
  private func files() -> [String: [UInt8]] {
    let names = TemporaryFolder.names(in: corpus.indexPath)
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, TestFile.read("\(corpus.indexPath)/\($0)")) })
  }

  private static func numbered(_ count: Int) -> [String] {
    (0..<count).map { #"{"id":"n\#($0)","title":"\#($0)号","body":"磨削烧伤"}"# }
  }

  // MARK: - Identifiers

  @Test func `of an identifier within a file the last record stays`() throws {
    try corpus.write(
      "a.jsonl", #"{"id":"1","title":"一号"}"#, #"{"id":"2","title":"二号"}"#,
      #"{"id":"1","title":"三号"}"#)
    try corpus.write("b.jsonl", #"{"id":"1","title":"四号"}"#)
    let report = try corpus.ingest()
    #expect(report.documents == 3 && report.added == 4 && report.superseded == 1)
    #expect(try found() == ["a.jsonl#2 二号", "a.jsonl#3 三号", "b.jsonl#1 四号"])
    #expect(try corpus.open().documents(withID: "1").map(\.title) == ["三号", "四号"])
  }

  @Test(arguments: ["CN999118052A", "oai:example.org:7", "10.5555/99.x"])
  func `of a unique identifier the last record stays, in whatever file and run`(
    id: String
  ) throws {
    let key = id.hasPrefix("CN") ? "publication_number" : "id"
    try corpus.write("a.jsonl", #"{"\#(key)":"\#(id)","title":"一号"}"#)
    try corpus.write("b.jsonl", #"{"\#(key)":"\#(id)","title":"二号"}"#)
    var report = try corpus.ingest("a.jsonl", "b.jsonl")
    #expect(report.documents == 1 && report.superseded == 1 && report.replaced == 0)
    #expect(try found() == ["b.jsonl#1 二号"])
    try corpus.write("c.jsonl", #"{"\#(key)":"\#(id)","title":"三号"}"#)
    report = try corpus.ingest("c.jsonl")
    #expect(report.documents == 1 && report.superseded == 1 && report.replaced == 0)
    #expect(try found() == ["c.jsonl#1 三号"])
  }

  // MARK: - Reading again

  @Test func `what is read again is replaced, the rest stays`() throws {
    try corpus.write("a/x.jsonl", #"{"id":"1","title":"一号"}"#, #"{"id":"2","title":"二号"}"#)
    try corpus.write("b/y.jsonl", #"{"id":"1","title":"三号"}"#)
    try corpus.ingest("a")
    #expect(try corpus.ingest("b").replaced == 0)
    try corpus.write("a/x.jsonl", #"{"id":"1","title":"四号"}"#)
    let report = try corpus.ingest("a")
    #expect(report.documents == 2 && report.added == 1 && report.replaced == 2)
    #expect(try found() == ["x.jsonl#1 四号", "y.jsonl#1 三号"])
  }

  @Test func `a part that was absorbed by a folder above it is replaced in its place`() throws {
    try corpus.write("a/x.jsonl", #"{"id":"1","title":"一号"}"#)
    try corpus.write("b/y.jsonl", #"{"id":"1","title":"二号"}"#)
    try corpus.ingest("a")
    try corpus.ingest("")
    try corpus.write("a/x.jsonl", #"{"id":"1","title":"三号"}"#)
    let report = try corpus.ingest("a")
    #expect(report.documents == 2 && report.replaced == 1)
    #expect(try found() == ["a/x.jsonl#1 三号", "b/y.jsonl#1 二号"])
  }

  @Test func `a path given with one above it is no second source`() throws {
    try corpus.write("a/x.jsonl", #"{"id":"1","title":"一号"}"#, #"{"title":"二号"}"#)
    let expected: Set = ["a/x.jsonl#1 一号", "a/x.jsonl#2 二号"]
    for paths in [["a", ""], ["", "a"], ["a/x.jsonl", "a", ""], ["", ""]] {
      let other = TestCorpus()
      let report = try Ingester(indexPath: other.indexPath).run(paths.map { corpus.path($0) })
      #expect(report.documents == 2 && report.superseded == 2 * (paths.count - 1))
      #expect(try other.open().ids("号") == ["1", "a/x.jsonl#2"])
    }
    #expect(try corpus.ingest("a", "").documents == 2)
    #expect(try found() == expected)
  }

  @Test func `the same corpus read twice gives the same digest and as many documents`() throws {
    try corpus.write("a.jsonl", Self.numbered(200))
    try corpus.ingest()
    let first = try corpus.open().statistics
    let report = try corpus.ingest()
    let second = try corpus.open().statistics
    #expect(report.documents == 200 && report.replaced == 200 && report.superseded == 0)
    #expect(first.digest == second.digest && second.documents == 200)
  }

  @Test func `an index opened before stays as it was`() throws {
    try corpus.write("a.jsonl", #"{"id":"1","title":"一号"}"#)
    try corpus.ingest()
    let before = try corpus.open()
    try corpus.write("a.jsonl", #"{"id":"2","title":"二号"}"#)
    try corpus.ingest()
    #expect(try before.ids("号") == ["1"])
    #expect(try corpus.open().ids("号") == ["2"])
  }

  @Test func `a small budget gives the same index`() throws {
    // Enough text for several segments.
    let body = (0..<400).map { String(UnicodeScalar(0x4E00 + $0 * 37)!) }.joined()
    let lines = (0..<1500).map { #"{"id":"n\#($0)","title":"\#($0)号","body":"\#(body)\#($0)"}"# }
    try corpus.write("a.jsonl", lines)
    try corpus.ingest()
    let index = try corpus.open()
    let other = TestCorpus()
    try other.write("a.jsonl", lines)
    var options = Ingester.Options()
    options.memory = 1 << 20
    #expect(try other.ingest(options: options).documents == 1500)
    let small = try other.open()
    try small.verify()
    #expect(small.statistics.digest == index.statistics.digest)
    let query = try Query("磨丂七 77")
    #expect(try small.search(query).hits.map(\.score) == index.search(query).hits.map(\.score))
  }

  // MARK: - The index stays as it was

  @Test func `strict options leave the index as it was when anything is damaged`() throws {
    try corpus.write("a.jsonl", Self.numbered(5))
    try corpus.ingest()
    let before = files()
    try corpus.write("a.jsonl", #"{"id":"1","title":"一号"}"#, #"{"id":"2","title":"#)
    var options = Ingester.Options()
    options.isStrict = true
    let error = try #require(throws: ZhisouError.self) { try corpus.ingest(options: options) }
    #expect(error.code == .unreadablePath && error.path == "a.jsonl")
    #expect(error.advice.contains("--strict"))
    #expect(files() == before)
    #expect(try corpus.open().statistics.documents == 5)
    // A type that is not read is no damage.
    try corpus.write("a.jsonl", #"{"id":"1","title":"一号"}"#)
    try corpus.write("b.pdf", "%PDF-1.7 一号")
    let report = try corpus.ingest(options: options)
    #expect(report.documents == 1 && !report.hasFailures)
    #expect(report.files.map(\.outcome) == [.read, .unsupported])
  }

  @Test func `without strict options what is whole is in the index`() throws {
    try corpus.write(
      "a.jsonl", #"{"id":"1","title":"一号"}"#, #"{"id":"2","title":"#,
      #"{"id":"3","title":"三号"}"#)
    let report = try corpus.ingest()
    #expect(report.hasFailures && report.documents == 2)
    let file = try #require(report.files.first)
    #expect(file.outcome == .damaged && file.problemCount == 1 && file.records == 2)
    #expect(file.problems.map(\.place) == ["line 2"])
    #expect(try corpus.open().ids("号") == ["1", "3"])
  }

  @Test(arguments: [1, 2, 5])
  func `a run that is cancelled leaves the index as it was`(question: Int) throws {
    try corpus.write("a.jsonl", Self.numbered(3))
    try corpus.ingest()
    let before = files()
    try corpus.write("a.jsonl", Self.numbered(500))
    let asked = Mutex(0)
    let error = try #require(throws: ZhisouError.self) {
      try Ingester(indexPath: corpus.indexPath).run(
        [corpus.path()],
        isCancelled: {
          asked.withLock {
            $0 += 1
            return $0 == question
          }
        })
    }
    #expect(error.code == .interrupted)
    #expect(asked.withLock { $0 } == question)
    #expect(files() == before)
    #expect(try corpus.open().statistics.documents == 3)
    // The lock is free again.
    #expect(try corpus.ingest().documents == 500)
  }

  @Test func `a first run that fails leaves no index`() throws {
    try corpus.write("a.jsonl", "{")
    var options = Ingester.Options()
    options.isStrict = true
    #expect(throws: ZhisouError.self) { try corpus.ingest(options: options) }
    let error = try #require(throws: ZhisouError.self) { try corpus.open() }
    #expect(error.code == .noIndex)
  }

  @Test func `a path that is missing stops the run before anything is read`() throws {
    try corpus.write("a.jsonl", Self.numbered(3))
    try corpus.ingest()
    let before = files()
    try corpus.write("a.jsonl", Self.numbered(9))
    let error = try #require(throws: ZhisouError.self) { try corpus.ingest("a.jsonl", "none") }
    #expect(error.code == .unreadablePath && error.path == corpus.path("none"))
    #expect(!error.advice.contains("--index"))
    #expect(files() == before)
  }

  // MARK: - The report

  @Test func `the report counts documents, kinds, files and bytes`() throws {
    try corpus.write("courses/a.jsonl", #"{"id":"1","title":"一号"}"#, #"{"id":"2","title":"二号"}"#)
    try corpus.write("patents/b.jsonl", #"{"id":"1","title":"三号"}"#, #"{"kind":"x","title":"四"}"#)
    try corpus.write("c.pdf", "%PDF-1.7")
    let report = try corpus.ingest()
    #expect(report.documents == 4 && report.added == 4 && report.fileCount == 3)
    #expect(report.superseded == 0 && report.replaced == 0)
    #expect(report.kinds == [.course: 2, .patent: 1, .other: 1])
    #expect(report.files.map(\.path) == ["c.pdf", "courses/a.jsonl", "patents/b.jsonl"])
    #expect(report.files.map(\.format) == ["pdf", "jsonl", "jsonl"])
    #expect(report.files.map(\.records) == [0, 2, 2])
    let texts = ["courses/a.jsonl", "patents/b.jsonl"].map {
      TestFile.read(corpus.path($0)).count
    }
    #expect(report.textBytes == texts.reduce(0, +))
    #expect(report.bytesRead >= report.textBytes && report.seconds > 0)
    let statistics = try corpus.open().statistics
    #expect(statistics.documents == 4 && statistics.kinds == report.kinds)
  }

  @Test func `the report as JSON has the members of the contract`() throws {
    try corpus.write("a.jsonl", #"{"id":"1","title":"一号"}"#, "no")
    var line = JSONText.line(try corpus.ingest().value)
    let seconds = try #require(line.range(of: #""seconds":"#))
    let end = try #require(line[seconds.upperBound...].firstIndex(of: ","))
    line.replaceSubrange(seconds.upperBound..<end, with: "0")
    #expect(
      line.hasPrefix(
        #"{"documents":1,"added":1,"updated":0,"removed":0,"unchanged":0,"superseded":0,"withdrawals":0,"kinds":"#
          + #"{"course":0,"patent":0,"innovation":0,"knowledge":0,"craftsman":0,"other":1},"#
          + #""file_count":1,"files":[{"path":"a.jsonl","format":"jsonl","encoding":"utf-8","records":1,"#
          + #""outcome":"damaged","problems":[{"place":"line 2","reason":""#))
    #expect(
      line.hasSuffix(
        #""}],"problem_count":1,"dropped_private_values":0}],"seconds":0,"bytes_read":30,"#
          + #""text_bytes":30}"#))
  }
}
