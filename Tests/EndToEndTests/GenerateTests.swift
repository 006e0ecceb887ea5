import Foundation
import TestSupport
import Testing

/// `zhisou-bench generate` and `statistics`, as they are run.
@Suite struct GenerateTests {
  private let folder = TemporaryFolder()

  private func bench(_ arguments: String...) throws -> Program.Outcome {
    try Program.run([Program.benchPath] + arguments, in: Program.root.path)
  }

  @Test func `a corpus like the sample corpus is made, indexed and counted`() throws {
    let made = folder.path("made")
    let outcome = try bench("generate", made, "--records", "300", "--kinds", "patent=2,course=1")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try outcome.output.json()
    #expect(report["kinds"] as? [String: Int] == ["patent": 200, "course": 100])
    #expect(report["records"] as? Int == 300 && report["files"] as? Int == 2)
    #expect(TemporaryFolder.names(in: made) == ["courses", "patents"])

    let index = folder.path("ix")
    #expect(try Program.run("index", made, "--strict", "-i", index).status == 0)
    let stats = try Program.run("stats", "--json", "-i", index)
    #expect(try stats.output.json()["documents"] as? Int == 300)

    let counted = try bench("statistics", made, "--texts", "250", "--queries", "20")
    let lines = counted.output.split(separator: "\n").map(String.init)
    let last = try lines.last?.json() ?? [:]
    #expect(last["texts"] as? Int == 250)
    let sums = last["sum_df_per_text"] as? [String: Double] ?? [:]
    #expect(Set(sums.keys) == ["4", "8", "16"])
    #expect((sums["4"] ?? 0) > 0 && (sums["4"] ?? 0) < (sums["16"] ?? 0))
    let distinct = try lines.map { try $0.json()["distinct"] as? Int ?? 0 }
    #expect(distinct == distinct.sorted() && distinct.count == 9)
  }

  @Test func `queries are cut to length, and searches of them are timed`() throws {
    let (index, queries) = (folder.path("ix"), folder.path("queries.tsv"))
    let cut = try bench("queries", "corpus", "--characters", "6", "--count", "40")
    let lines = cut.output.split(separator: "\n")
    #expect(lines.count == 40)
    for (number, line) in lines.enumerated() {
      let parts = line.split(separator: "\t")
      #expect(parts.count == 2 && parts.first == "\(number)")
      let han = (parts.last ?? "").unicodeScalars.filter { $0.value >= 0x3400 && $0.value < 0xA000 }
      #expect(han.count == 6)
    }
    #expect(
      try bench("queries", "corpus", "--characters", "6", "--count", "40").output == cut.output)
    TestFile.write(cut.output.utf8, to: queries)
    #expect(try Program.run("index", "corpus", "-i", index).status == 0)
    var hits: [Int] = []
    for options in [
      [], ["--kind", "patent"], ["--form", "all"], ["--form", "phrase", "--cpu"],
      ["--facet", "year", "--k", "3"],
    ] {
      let timed = try Program.run(
        [Program.benchPath, "search", "--index", index, "--queries", queries] + options,
        in: Program.root.path)
      let report = try timed.output.json()
      #expect(report["queries"] as? Int == 40, "\(timed.errors)")
      let times = ["p50_us", "p95_us", "p99_us"].map { report[$0] as? Double ?? -1 }
      #expect(times == times.sorted() && times[0] > 0)
      hits.append(report["hits"] as? Int ?? -1)
    }
    // Most queries are in a document as they are; fewer documents have all of one than some of it.
    #expect(hits[0] > hits[1] && hits[1] > 0 && hits[0] > hits[2] && hits[2] > 20)
    #expect(hits[3] <= hits[2] && hits[4] > 100 && hits[4] <= 120)
  }

  @Test func `what cannot be made is refused, and nothing is written`() throws {
    TestFile.write([0x61], to: folder.path("a"))
    for arguments in [
      ["--records", "0"], ["--records", "9", "--kinds", "patent"],
      ["--records", "9", "--format", "csv"], ["--records", "9", "--text", folder.path("none")],
      ["--records", "9", "--leaps", "200"],
    ] {
      let made = folder.path("made")
      let outcome = try Program.run(
        [Program.benchPath, "generate", made] + arguments, in: Program.root.path)
      #expect(outcome.status != 0 && !outcome.errors.isEmpty, "\(arguments)")
    }
    let full = try bench("generate", folder.path, "--records", "9")
    #expect(full.status != 0 && full.errors.contains("is not empty"))
    #expect(folder.names == ["a"])
  }
}
