import Foundation
import TestSupport
import Testing

/// What Tab proposes, in every shell that is installed.
@Suite struct CompletionTests {
  /// Lines, and all that their last words may be.
  private static let lines: [(line: String, words: Set<String>)] = [
    ("zhisou se", ["search"]), ("zhisou e", ["export", "eval"]),
    ("zhisou help e", ["export", "eval"]), ("zhisou help sh", ["show"]),
    ("zhisou search --format ", ["text", "json", "jsonl", "tsv"]),
    ("zhisou export --format c", ["csv"]),
    (
      "zhisou search 磨削 --kind ",
      [
        "course", "patent", "innovation", "knowledge", "craftsman", "other",
      ]
    ),
    ("zhisou search --facet ", ["kind", "ipc", "year", "org", "region", "person", "trade"]),
    ("zhisou search --sort ", ["score", "date"]), ("zhisou --lang ", ["zh", "en"]),
    ("zhisou search 磨削 --so", ["--sort", "--source"]),
    ("zhisou stats -i ", ["corpus"]), ("zhisou stats --index ", ["corpus"]),
    ("zhisou index ", ["corpus", "qrels.txt"]), ("zhisou eval --qrels q", ["qrels.txt"]),
    ("zhisou export --query 磨削 -o ", ["corpus", "qrels.txt"]),
  ]

  @Test(.enabled(if: Shell.bash.isInstalled, "bash is not installed"), arguments: ["en", "zh"])
  func `bash proposes verbs, options, values and files`(language: String) throws {
    try check(.bash, language)
  }

  @Test(.enabled(if: Shell.zsh.isInstalled, "zsh is not installed"), arguments: ["en", "zh"])
  func `zsh proposes verbs, options, values and files`(language: String) throws {
    try check(.zsh, language)
  }

  @Test(.enabled(if: Shell.fish.isInstalled, "fish is not installed"), arguments: ["en", "zh"])
  func `fish proposes verbs, options, values and files`(language: String) throws {
    try check(.fish, language)
  }

  private func check(_ shell: Shell, _ language: String) throws {
    let (home, folder) = (TemporaryFolder(), TemporaryFolder())
    let script = try Program.run(
      "--generate-completion-script", shell.rawValue, environment: ["ZHISOU_LANG": language])
    #expect(script.status == 0 && script.errors.isEmpty)
    let place = URL(fileURLWithPath: home.path(shell.path))
    for folder in [place.deletingLastPathComponent().path, folder.path("corpus")] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    TestFile.write(script.output.utf8, to: place.path)
    TestFile.write([], to: folder.path("qrels.txt"))
    for (line, words) in Self.lines {
      let proposals = try shell.proposals(for: line, in: folder.path, home: home.path)
      #expect(proposals == words, "\(line)")
    }
  }

  @Test func `the README says where the scripts go`() throws {
    let readme = try String(
      contentsOf: Program.root.appendingPathComponent("README.md"), encoding: .utf8)
    for shell in Shell.allCases {
      #expect(readme.contains("zhisou --generate-completion-script \(shell) > ~/\(shell.path)"))
    }
  }
}
