import Foundation
import TestSupport
import Testing

@testable import ZhisouCLI

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
      let examples = Self.examples(help.output)
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

  /// The lines of a help that are examples.
  private static func examples(_ help: String) -> [Substring] {
    help.split(separator: "\n").filter { $0.hasPrefix("zhisou ") }
  }

  @Test func `help in Chinese has the same examples and no English sentences`() throws {
    for verb in [[]] + Self.verbs.map({ [$0] }) {
      let chinese = try Program.run([Program.path, "--lang", "zh", "help"] + verb).output
      let english = try Program.run([Program.path, "--lang", "en", "help"] + verb).output
      #expect(Self.examples(chinese) == Self.examples(english) && !Self.examples(chinese).isEmpty)
      #expect(!english.contains("。") && english.contains(#/[a-z]+ [a-z]+ [a-z]+/#))
      for line in chinese.split(separator: "\n") where !line.hasPrefix("zhisou ") {
        #expect(!line.contains(#/[a-z]+ [a-z]+ [a-z]+/#), "\(line)")
        let isChinese = line.unicodeScalars.contains { $0.properties.isIdeographic }
        #expect(isChinese || line.hasPrefix(" "), "\(line)")
      }
    }
  }

  @Test(arguments: [40, 80, 200])
  func `help fits the window`(columns: Int) throws {
    for verb in [[]] + Self.verbs.map({ [$0] }) {
      for language in ["en", "zh"] {
        let help = try PseudoTerminal.run(
          ["help"] + verb + ["--lang", language], columns: columns)
        #expect(help.status == 0 && help.lines.count > 10)
        #expect(help.lines.allSatisfy { $0.displayWidth <= columns }, "\(verb), \(language)")
      }
    }
  }

  @Test func `the help names every verb that there is`() throws {
    let help = try Program.run("--help").output
    let listed = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .compactMap { $0.firstMatch(of: #/^  ([a-z]+)  /#).map { String($0.output.1) } }
    #expect(listed == Self.verbs)
  }
}
