import Foundation
import TestSupport
import Testing

/// Help that can be relied on.
@Suite struct HelpTests {
  private static let verbs = ["index", "search", "export", "show", "eval", "stats", "verify"]

  @Test func `every verb has examples, and every example works`() throws {
    let folder = TemporaryFolder()
    let corpus = Program.root.appendingPathComponent("corpus").path
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("corpus"), withDestinationPath: corpus)
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    for verb in Self.verbs {
      let help = try Program.run("help", verb)
      #expect(help.status == 0)
      let examples = help.output.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix("zhisou ") }
      #expect((2...4).contains(examples.count), "\(verb)")
      for example in examples {
        #expect("\(example) ".hasPrefix("zhisou \(verb) "), "\(example)")
        let outcome = try Program.run(
          ["/bin/sh", "-c", String(example)], in: folder.path,
          environment: ["PATH": "\(programs):/usr/bin:/bin"])
        #expect(outcome.status == 0, "\(example): \(outcome.errors)")
      }
    }
  }

  @Test func `the help names every verb that there is`() throws {
    let help = try Program.run("--help").output
    let listed = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .compactMap { $0.firstMatch(of: #/^  ([a-z]+)  /#).map { String($0.output.1) } }
    #expect(listed == Self.verbs)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are a script of the shell`(shell: String) throws {
    let script = try Program.run("--generate-completion-script", shell)
    #expect(script.status == 0 && script.output.contains("facet-limit"))
    guard Program.exists(shell) else { return }
    let folder = TemporaryFolder()
    TestFile.write(script.output.utf8, to: folder.path("script"))
    let check = try Program.run(["/usr/bin/env", shell, "-n", folder.path("script")])
    #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
  }
}
