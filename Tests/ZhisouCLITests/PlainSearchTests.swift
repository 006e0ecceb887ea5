import ArgumentParser
import TestSupport
import Testing

@testable import ZhisouCLI

/// The quick way to read arguments, beside the argument parser.
@Suite struct PlainSearchTests {
  /// Every option of the verb, with the values that it takes.
  private static let options: [(names: [String], values: [String?])] = [
    (["--index", "-i"], ["a b", "夹", ""]), (["--limit", "-n"], ["0", "25", "+3", "007"]),
    (["--offset"], ["10"]), (["--per-kind"], ["3"]),
    (["--kind"], ["patent", "course,knowledge", "无"]), (["--ipc"], ["H01L 21", "B24B，F16C"]),
    (["--from"], ["2019"]), (["--to"], ["2024-05"]), (["--region"], ["浙江、江苏"]),
    (["--org"], ["厂"]), (["--person"], ["王"]), (["--source"], ["a.jsonl"]),
    (["--sort"], ["date", "dat"]), (["--collapse"], ["family"]), (["--facet"], ["kind、ipc:3"]),
    (["--facet-limit"], ["5"]), (["--most-checks"], ["100"]), (["--most-counted"], ["0"]),
    (["--threads"], ["2"]), (["--snippet-chars"], ["200"]), (["--format"], ["json", "text"]),
    (["--lang"], ["zh", "en"]),
    (["--strict-query"], [nil]), (["--explain"], [nil]), (["--plain"], [nil]),
    (["--no-pager"], [nil]),
  ]

  /// What the argument parser reads.
  private func parsed(_ arguments: [String]) throws -> SearchRun? {
    (try ZhisouCommand.parseAsRoot(arguments) as? SearchCommand)?.search
  }

  @Test func `the list of options is the verb's`() {
    let declared = Set(SearchCommand.helpMessage().matches(of: #/ (--?[a-z-]*[a-z])/#).map(\.1))
      .subtracting(["-h", "--help"])
    #expect(Set(Self.options.flatMap(\.names).map { Substring($0) }) == declared)
  }

  @Test func `every option is read as the parser reads it`() throws {
    for option in Self.options {
      for name in option.names {
        for value in option.values {
          var forms = [[name] + (value.map { [$0] } ?? [])]
          if let value, !value.isEmpty, name.hasPrefix("--") { forms.append(["\(name)=\(value)"]) }
          for form in forms {
            let arguments = ["search", "磨削"] + form + ["烧伤"]
            let plain = PlainSearch.read(arguments)
            #expect(try plain == parsed(arguments), "\(arguments)")
            #expect(plain != nil, "\(arguments)")
          }
        }
      }
    }
  }

  @Test func `many options in any order are read as the parser reads them`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      var arguments: [String] = []
      for option in Self.options.shuffled(using: &random).prefix(6) {
        let name = option.names.randomElement(using: &random) ?? ""
        arguments +=
          [name] + [option.values.randomElement(using: &random) ?? nil].compactMap(\.self)
        if Bool.random(using: &random) { arguments.append("磨") }
      }
      arguments = ["--lang", "en", "search", "轴"] + arguments
      #expect(try PlainSearch.read(arguments) == parsed(arguments), "\(arguments)")
    }
  }

  @Test(arguments: [
    [], ["search"], ["--help"], ["search", "--help"], ["search", "a", "-h"], ["show", "a"],
    ["search", "a", "--limt", "3"], ["search", "a", "-n"], ["search", "a", "-n", "x"],
    ["search", "a", "-n", "-1"], ["search", "a", "-n3"], ["search", "a", "-n=3"],
    ["search", "a", "--kind="], ["search", "-"],
    ["search", "--", "a"], ["search", "a", "--explain=1"], ["search", "a", "--kind", "-x"],
    ["search", "a", "--version"], ["search", "a", "--generate-completion-script", "zsh"],
    ["search", "a", "--experimental-dump-help"], ["--lang"], ["--lang", "zh"],
    ["help", "search"], ["--language", "search", "a"], ["search", "a", "---completion"],
  ])
  func `what is not plain is left to the parser`(arguments: [String]) {
    #expect(PlainSearch.read(arguments) == nil)
  }

  @Test func `a verb alone is read like one of all verbs`() throws {
    for arguments in [
      ["show", "甲", "--json"], ["--lang", "zh", "stats", "-i", "夹"], ["--lang=en", "verify"],
      ["export", "--query", "磨", "--format", "csv", "-n5"],
    ] {
      let alone = try #require(ZhisouCommand.parse(verb: arguments))
      let words = Array(ZhisouCommand.behindLanguage(arguments))
      #expect("\(alone)" == "\(try ZhisouCommand.parseAsRoot(words))")
    }
    for arguments in [
      ["stats", "--help"], ["stats", "--version"], ["show"], ["help", "stats"], ["serach"], [],
    ] {
      #expect(ZhisouCommand.parse(verb: arguments) == nil)
    }
  }
}
