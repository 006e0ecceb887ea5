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
