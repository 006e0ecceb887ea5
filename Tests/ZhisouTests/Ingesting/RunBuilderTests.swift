import Analysis
import InvertedIndex
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Zhisou

/// Runs of the input: cut by it alone, inverted by any number of threads.
@Suite struct RunBuilderTests {
  private let corpus = TestCorpus()
  private let folder = TemporaryFolder()

  /// All files of an index with their bytes.
  private func files(_ index: String) -> [String: [UInt8]] {
    let names = TemporaryFolder.names(in: folder.path(index))
    return Dictionary(
      uniqueKeysWithValues: names.map { ($0, TestFile.read(folder.path("\(index)/\($0)"))) })
  }

  private func ingest(threads: Int, memory: Int, to index: String) throws -> IngestReport {
    var options = Ingester.Options()
    options.threads = threads
    options.memory = memory
    return try Ingester(indexPath: folder.path(index), options: options).run([corpus.path()])
  }

  /// Texts of all lengths; some of many short words, which are more terms than a run has room for.
  private static func lines(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 1)
    return (0..<count).map { number in
      let length = Int.random(in: 0...300, using: &generator)
      let words = (0..<length).map { _ in
        if number % 200 > 120 { return " \(Int.random(in: 0..<9, using: &generator))" }
        let scalar = UInt32.random(in: 0x4E00...0x5200, using: &generator)
        return Unicode.Scalar(scalar).map(String.init) ?? ""
      }
      let text = words.joined()
      return
        #"{"id":"n\#(number)","title":"\#(number)号","people":["人\#(number % 7)"],"body":"\#(text)"}"#
    }
  }

  @Test func `the files are the same at any number of threads`() throws {
    try corpus.write("a.jsonl", Self.lines(1200))
    try corpus.write("b.jsonl", Self.lines(300))
    for threads in 1...3 {
      let report = try ingest(threads: threads, memory: 1 << 20, to: "index-\(threads)")
      #expect(report.documents == 1500)
    }
    #expect(files("index-1").count == 6)
    #expect(files("index-2") == files("index-1"))
    #expect(files("index-3") == files("index-1"))
    let whole = try ingest(threads: 2, memory: 64 << 20, to: "whole")
    #expect(whole.documents == 1500)
    let index = try SearchIndex(path: folder.path("index-1"))
    try index.verify()
    let other = try SearchIndex(path: folder.path("whole"))
    #expect(index.statistics.digest == other.statistics.digest)
    for text in ["人3", "5 7", "77号"] {
      #expect(try !index.ids(text).isEmpty && index.ids(text) == other.ids(text))
    }
  }

  @Test func `a run with more terms than memory is written in parts`() throws {
    let writer = try IndexWriter(
      directory: Directory(path: folder.path("parts")),
      analyzer: AnalyzerStamp(name: "whitespace", version: 1))
    let text = (0..<20_000).map { String($0) }.joined(separator: " ")
    let path = folder.path("lines")
    TestFile.write((0..<4).map { "\($0)\t\(text)" }.joined(separator: "\n").utf8, to: path)
    let file = try MappedFile(path: path)
    let worker = try TokenLineWorker(
      file, writer.newSegments, memory: BuildingMemory(total: 1 << 20), analyzer: .whitespace)
    worker.begin(run: 3)
    try worker.add(0..<file.count)
    try worker.endRun(isWholeInput: true)
    let outcome = try writer.commit { _ in false }
    #expect(outcome.documents == 4 && outcome.segments == 1)
    // A first part has the number of its run, further ones have numbers beyond those of all runs.
    let manifest = try Manifest.read(from: writer.directory)
    #expect(try #require(manifest.segments.first).number > 1 << 24)
    try TokenIndex.open(folder.path("parts")).verify()
  }

  @Test func `token lines give the same files at any number of threads`() throws {
    let lines = Self.lines(2000).enumerated().map { "\($0)\t\($1.filter { $0 != "\"" })" }
    let path = folder.path("tokens")
    TestFile.write(lines.joined(separator: "\n").utf8, to: path)
    for threads in 1...3 {
      let report = try TokenIndex.build(
        path, in: folder.path("tokens-\(threads)"), memory: 1 << 20, threads: threads)
      #expect(report.documents == 2000)
    }
    #expect(files("tokens-2") == files("tokens-1"))
    #expect(files("tokens-3") == files("tokens-1"))
  }

  @Test func `the progress grows to the whole`() throws {
    try corpus.write("a.jsonl", Self.lines(200))
    try corpus.write("b/c.jsonl", Self.lines(100))
    let told = Mutex<[IngestProgress]>([])
    _ = try Ingester(indexPath: folder.path("index")).run(
      [corpus.path()], progress: { progress in told.withLock { $0.append(progress) } })
    let all = told.withLock { $0 }
    let total = ["a.jsonl", "b/c.jsonl"].reduce(0) { $0 + TestFile.read(corpus.path($1)).count }
    #expect(all.count >= 5 && all.allSatisfy { $0.totalBytes == total })
    for (earlier, later) in zip(all, all.dropFirst()) {
      #expect(earlier.records <= later.records && earlier.fileBytes <= later.fileBytes)
      #expect(earlier.textBytes <= later.textBytes && earlier.seconds <= later.seconds)
    }
    #expect(all.map(\.isMerging) == all.map { $0 == all.last })
    let last = try #require(all.last)
    #expect(last.records == 300 && last.fileBytes == total && last.textBytes == total)
    #expect(last.secondsLeft == 0)
  }
}
