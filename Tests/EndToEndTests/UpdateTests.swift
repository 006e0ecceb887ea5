import Foundation
import TestSupport
import Testing

/// Reading paths again: what lies under them is replaced, the rest stays.
@Suite struct UpdateTests {
  private let folder = TemporaryFolder()

  private func write(_ path: String, _ lines: String...) throws {
    let url = URL(fileURLWithPath: folder.path(path))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    TestFile.write(lines.joined(separator: "\n").utf8, to: url.path)
  }

  private func index(_ paths: String...) throws {
    let outcome = try Program.run(
      [Program.path, "index", "-i", folder.path("ix")] + paths.map { folder.path($0) })
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// Source and title of all documents that have the character 号.
  private func found() throws -> Set<String> {
    let outcome = try Program.run(
      "search", "号", "-n", "50", "--format", "json", "-i", folder.path("ix"))
    let hits = try outcome.output.json()["hits"] as? [[String: Any]] ?? []
    return Set(hits.map { "\($0["source"] ?? "") \($0["title"] ?? "")" })
  }

  @Test func `another path adds, the same path replaces`() throws {
    try write("a/x.jsonl", #"{"id":"1","title":"一号"}"#)
    try write("b/y.jsonl", #"{"id":"1","title":"二号"}"#)
    try index("a")
    try index("b")
    #expect(try found() == ["x.jsonl#1 一号", "y.jsonl#1 二号"])
    try write("a/x.jsonl", #"{"id":"1","title":"三号"}"#, #"{"id":"2","title":"四号"}"#)
    try index("a")
    #expect(try found() == ["x.jsonl#1 三号", "x.jsonl#2 四号", "y.jsonl#1 二号"])
    try FileManager.default.removeItem(atPath: folder.path("a/x.jsonl"))
    try index("a")
    #expect(try found() == ["y.jsonl#1 二号"])
  }

  @Test func `a folder or a file of a path given before is replaced in its place`() throws {
    try write("all/a/x.jsonl", #"{"id":"1","title":"一号"}"#)
    try write("all/b/y.jsonl", #"{"id":"1","title":"二号"}"#)
    try write("all/b/z.jsonl", #"{"id":"1","title":"三号"}"#)
    try index("all")
    try write("all/b/y.jsonl", #"{"id":"1","title":"四号"}"#)
    try index("all/b")
    #expect(try found() == ["a/x.jsonl#1 一号", "b/y.jsonl#1 四号", "b/z.jsonl#1 三号"])
    try write("all/b/z.jsonl", #"{"id":"1","title":"五号"}"#)
    try index("all/b/z.jsonl")
    #expect(try found() == ["a/x.jsonl#1 一号", "b/y.jsonl#1 四号", "b/z.jsonl#1 五号"])
  }

  @Test func `a path above others absorbs them`() throws {
    try write("all/a/x.jsonl", #"{"id":"1","title":"一号"}"#)
    try write("all/b/y.jsonl", #"{"id":"1","title":"二号"}"#)
    try index("all/a", "all/b/y.jsonl")
    #expect(try found() == ["x.jsonl#1 一号", "y.jsonl#1 二号"])
    try index("all")
    #expect(try found() == ["a/x.jsonl#1 一号", "b/y.jsonl#1 二号"])
  }
}
