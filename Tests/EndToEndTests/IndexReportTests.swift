import Foundation
import TestSupport
import Testing

/// What the index verb says, and what it leaves behind.
@Suite struct IndexReportTests {
  private let folder = TemporaryFolder()
  private var index: String { folder.path("ix") }

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("in"), withIntermediateDirectories: true)
    for name in ["a", "b"] {
      let records = ["1", "2"].map { #"{"id":"\#($0)","title":"磨削\#(name)"}"# }
      TestFile.write(records.joined(separator: "\n").utf8, to: folder.path("in/\(name).jsonl"))
    }
  }

  private func run(_ options: String...) throws -> Program.Outcome {
    try Program.run([Program.path, "index", folder.path("in"), "-i", index] + options)
  }

  @Test func `documents that go with their files are told`() throws {
    #expect(try !run().errors.contains("gone"))
    try FileManager.default.removeItem(atPath: folder.path("in/a.jsonl"))
    let one = try run()
    #expect(one.status == 0)
    #expect(one.errors.contains("zhisou: gone from the index: the documents of 1 file, no longer"))
    #expect(try !run().errors.contains("gone"))
    try FileManager.default.removeItem(atPath: folder.path("in/b.jsonl"))
    let all = try run()
    #expect(all.status == 0)
    #expect(
      all.errors.contains(
        "zhisou: no file was read; gone from the index: 2 documents of 1 file, no longer there\n"),
      "\(all.errors)")
  }

  @Test func `the files of a folder that is gone are told, and a file itself is not`() throws {
    #expect(try run().status == 0)
    let file = try Program.run("index", folder.path("in/a.jsonl"), "-i", index)
    #expect(file.status == 0 && !file.errors.contains("gone"), "\(file.errors)")
    try FileManager.default.moveItem(atPath: folder.path("in"), toPath: folder.path("other"))
    let above = try Program.run("index", folder.path("other"), folder.path, "-i", index)
    #expect(above.errors.contains("the documents of 2 files, no longer there"), "\(above.errors)")
  }

  @Test func `what strict refuses is named with its place`() throws {
    TestFile.write("{\"id\":\"1\",\"title\":\"轴\"}\n{\"id\":\n".utf8, to: folder.path("in/c.jsonl"))
    let outcome = try run("--strict")
    #expect(outcome.status == 2 && outcome.complaints.count == 1)
    #expect(outcome.errors.contains("c.jsonl: line 2: the line ends"), "\(outcome.errors)")
  }

  @Test func `a run that fails leaves no folder that it made`() throws {
    let made = folder.path("new/deep/ix")
    let failed = try Program.run("index", folder.path("none"), "-i", made)
    #expect(failed.status == 2 && !folder.names.contains("new"), "\(folder.names)")
    // What was there before stays.
    try FileManager.default.createDirectory(
      atPath: folder.path("old"), withIntermediateDirectories: true)
    #expect(try Program.run("index", folder.path("none"), "-i", folder.path("old/ix")).status == 2)
    #expect(folder.names.contains("old"))
  }

  @Test func `one is not several`() throws {
    TestFile.write(#"{"id":"1","title":"轴"}"#.utf8, to: folder.path("one.jsonl"))
    let built = try Program.run("index", folder.path("one.jsonl"), "-i", index)
    #expect(built.errors.hasPrefix("1 document in the index, 1 read, from 1 file in "))
    #expect(try Program.run("verify", "-i", index).errors == "1 document, nothing wrong\n")
  }
}
