import Foundation
import TestSupport
import Testing

/// Options that are not right, and what they are said to be.
@Suite struct OptionTests {
  private static let folder = TemporaryFolder()
  private static let index: String = {
    let records = """
      {"id":"a","title":"磨削烧伤","body":"砂轮太硬","date":"2024-05-06","code":"GB/T 1804"}
      {"id":"b","title":"焊接气孔","body":"磨削","kind":"course"}

      """
    TestFile.write(records.utf8, to: folder.path("a.jsonl"))
    let index = folder.path("index")
    let outcome = try? Program.run("index", folder.path("a.jsonl"), "-i", index)
    precondition(outcome?.status == 0, outcome?.errors ?? "the program cannot be run")
    return index
  }()

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run([Program.path] + arguments + ["-i", Self.index])
  }

  @Test(arguments: [
    ("-n", "--limit"), ("--limit", "--limit"), ("--offset", "--offset"),
    ("--per-kind", "--per-kind"), ("--facet-limit", "--facet-limit"),
    ("--most-checks", "--most-checks"), ("--most-counted", "--most-counted"),
    ("--snippet-chars", "--snippet-chars"),
  ])
  func `a negative number is an error of its option`(option: String, name: String) throws {
    for value in [[option, "-1"], ["\(option)=-1"]] {
      let outcome = try Program.run(
        [Program.path, "search", "磨削", "-i", Self.index] + value)
      #expect(outcome.status == 2 && outcome.complaints.count == 1)
      #expect(outcome.errors.contains("\(name) must"), "\(outcome.errors)")
    }
  }

  @Test(arguments: ["0", "-2", "1025"])
  func `a search has a sensible number of threads`(threads: String) throws {
    let outcome = try run("search", "磨削", "--threads=\(threads)")
    #expect(outcome.status == 2 && outcome.errors.contains("--threads cannot be \(threads)"))
    let shared = try run("search", "磨削", "--threads", "3")
    #expect(shared.status == 0)
    #expect(try shared.output == run("search", "磨削").output)
  }

  @Test func `lists may have Chinese commas`() throws {
    let facets = try run("search", "磨削", "--facet", "kind、year，ipc:3", "--kind", "course、other")
    #expect(facets.status == 0, "\(facets.errors)")
    #expect(facets.output.contains("\nyear\n") && facets.output.contains("\nkind\n"))
    let fields = try run(
      "export", "--query", "磨削", "--format", "csv", "--fields", "id，title、kind")
    #expect(fields.output.hasPrefix("id,title,kind\r\n"))
  }

  @Test func `a complaint of the parser names the help of the verb, with one mark at its end`()
    throws
  {
    #expect(try run("stats", "a").errors.hasSuffix("'a'; see zhisou stats --help\n"))
    #expect(try run("search", "磨", "--limt", "3").errors.hasSuffix("Did you mean '--limit'?\n"))
    #expect(
      try run("search", "磨", "--explain=1").errors
        .hasSuffix("'1' was specified; see zhisou search --help\n"))
    let none = try Program.run("--nothing-like-it")
    #expect(none.errors.hasSuffix("'--nothing-like-it'; see zhisou --help\n"))
  }

  @Test func `one of two options is asked for`() throws {
    let both = try run("export", "--query", "磨", "--queries", "q.tsv", "--format", "csv")
    #expect(both.status == 2 && both.errors.contains("both --query and --queries were given"))
    let none = try run("export", "--format", "csv")
    #expect(none.status == 2 && none.errors.contains("neither"))
    let runs = try run("eval", "--qrels", "q", "--run", "r", "--queries", "q.tsv")
    #expect(runs.status == 2 && runs.errors.contains("both --queries and --run were given"))
  }

  @Test func `a hyphen is standard output, and a missing folder is named`() throws {
    let folder = TemporaryFolder()
    let export = ["export", "--query", "磨削", "--format", "tsv", "--fields", "id", "-o"]
    let output = try Program.run(
      [Program.path] + export + ["-", "-i", Self.index], in: folder.path)
    #expect(
      output.status == 0 && output.output.split(separator: "\n").count == 3, "\(output.errors)")
    #expect(folder.names.isEmpty)
    let path = folder.path("none/out.tsv")
    let missing = try Program.run([Program.path] + export + [path, "-i", Self.index])
    #expect(missing.status == 2 && missing.errors.hasPrefix("zhisou: \(path): the folder"))
  }

  @Test func `nothing is written before an unknown field is refused`() throws {
    let refused = try run("export", "--query", "磨削", "--format", "csv", "--fields", "id,nix")
    #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains("nix"))
  }

  @Test func `a document says its date once, and what is not ranked has no score`() throws {
    let shown = try run("show", "a")
    #expect(shown.output.components(separatedBy: "2024-05-06").count == 2, "\(shown.output)")
    let found = try run("search", "GB*")
    #expect(found.output.hasPrefix("1. 磨削烧伤  -\n"), "\(found.output)")
  }

  @Test(arguments: [2, 10, 26])
  func `help has no least width`(columns: Int) throws {
    for arguments in [["--help"], ["help", "search"], ["search", "--help"]] {
      let help = try PseudoTerminal.run(arguments, columns: columns)
      #expect(help.status == 0 && help.lines.count > 20, "\(arguments)")
    }
  }
}
