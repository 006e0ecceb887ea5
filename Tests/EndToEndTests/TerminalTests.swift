import Foundation
import TestSupport
import Testing

@testable import ZhisouCLI

/// What people see: in a window, and in a pipe.
@Suite struct TerminalTests {
  private static let folder = TemporaryFolder()
  private static let index: String = {
    let record = """
      {"id":"坏-1","title":"红\\u001b[31m色\\u202e倒\\u009b刺\\u0007","text":"警铃\\u001b]0;题\\u0007响，\\u2066方向",\
      "kind":"course"}
      """
    TestFile.write(record.utf8, to: folder.path("bad.jsonl"))
    let wide = #"""
      {"id":"宽-1","title":"🔧维修👨‍👩‍👧班组🇨🇳ｶﾞラス e\u0301e\u0301 葛\udb40\udd00𠮷野家宽字符⚡①②“引号”—破折——完",\#
      "people":["王\u0301五","👷🏽赵六","한국어 사람"],"kind":"course",\#
      "text":"宽字符🔥气孔 e\u0301\u0302\u0303 ｆｕｌｌｗｉｄｔｈ ﾊﾝｶｸ 👩🏿‍🚀👩🏿‍🚀 한글 \u1100\u1161\u11a8 A\u200bB🇨🇳🇯🇵🇺🇸 \#
      一二三四五六七八九十，一二三四五六七八九十。\n    缩进 GB/T1804-2000-没有空格的很长很长很长很长很长很长很长的一行"}
      """#
    TestFile.write(wide.utf8, to: folder.path("wide.jsonl"))
    let index = folder.path("index")
    let outcome = try? Program.run(
      "index", Program.root.appendingPathComponent("corpus").path, folder.path("bad.jsonl"),
      folder.path("wide.jsonl"), "-i", index)
    precondition(outcome?.status == 0, outcome?.errors ?? "the program cannot be run")
    return index
  }()

  private func search(_ query: String, _ options: String...) -> [String] {
    ["search", query, "-i", Self.index] + options
  }

  @Test(arguments: [60, 100])
  func `lines fit the window and lose nothing of a passage`(columns: Int) throws {
    let shown = try PseudoTerminal.run(search("磨削烧伤 GB/T 1804"), columns: columns)
    #expect(shown.status == 0)
    let widths = shown.lines.map(\.displayWidth)
    #expect(widths.allSatisfy { $0 <= columns } && widths.contains { $0 > columns - 4 })
    #expect(shown.lines.count > 40)
    let piped = try Program.run([Program.path] + search("磨削烧伤 GB/T 1804"))
    let passage = piped.output.split(separator: "\n")[2].filter { $0 != " " }
    #expect(shown.lines.joined().filter { $0 != " " }.contains(passage))
  }

  @Test(arguments: [
    [:], ["NO_COLOR": "1"], ["TERM": "dumb"], ["ZHISOU_LANG": "zh"],
  ])
  func `nothing is wider than the window, whatever characters there are`(
    environment: [String: String]
  ) throws {
    let commands = [
      search("宽字符"), search("宽字符 磨削", "--explain"), search("宽字符", "--facet", "person,kind,year"),
      search("(宽字符 tilte:一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"),
      ["show", "宽-1", "ZS-GC-009", "-i", Self.index],
    ]
    for columns in [40, 80, 200] {
      for command in commands {
        let shown = try PseudoTerminal.run(command, columns: columns, environment: environment)
        #expect(shown.status == 0 && shown.lines.count > 2)
        #expect(shown.lines.allSatisfy { $0.displayWidth <= columns }, "\(command), \(columns)")
        if environment["NO_COLOR"] != nil || environment["TERM"] != nil {
          #expect(!shown.output.contains("\u{1B}"))
        }
      }
    }
  }

  @Test func `the texts of queries are cut in the tables of eval`() throws {
    let (qrels, queries, run) = (
      Self.folder.path("qrels"), Self.folder.path("queries"), Self.folder.path("run")
    )
    TestFile.write("1 0 ZS-GC-009 1\n".utf8, to: qrels)
    TestFile.write("1\t公差\(String(repeating: "一般公差怎么用", count: 10))\n".utf8, to: queries)
    TestFile.write("1 Q0 KC-2024-0101 1 1.0 t\n".utf8, to: run)
    let shown = try PseudoTerminal.run(
      ["eval", "--qrels", qrels, "--queries", queries, "--against", run, "-i", Self.index],
      columns: 60)
    #expect(shown.status == 0 && shown.lines.last?.hasSuffix("…") == true)
    #expect(shown.lines.allSatisfy { $0.displayWidth <= 60 })
  }

  @Test func `what is shown of a document loses nothing and keeps its indents`() throws {
    let shown = try PseudoTerminal.run(["show", "宽-1", "-i", Self.index], columns: 30)
    let piped = try Program.run("show", "宽-1", "-i", Self.index)
    #expect(shown.lines.joined().filter { $0 != " " } == piped.output.filter { !$0.isWhitespace })
    #expect(shown.lines.filter { $0.hasPrefix("    ") }.count > 1)
    #expect(piped.output.contains("\n    缩进 GB/T1804-2000-没有空格的很长很长很长很长很长很长很长的一行\n"))
  }

  @Test func `a title that is too long is cut`() throws {
    let shown = try PseudoTerminal.run(search("巴克豪森噪声", "-n", "1"), columns: 40)
    let title = try #require(shown.lines.first)
    #expect(title.contains("…  ") && title.displayWidth >= 38 && title.displayWidth <= 40)
  }

  @Test func `COLUMNS goes before the window`() throws {
    let shown = try PseudoTerminal.run(
      search("磨削烧伤"), columns: 200, environment: ["COLUMNS": "50"])
    #expect(shown.lines.allSatisfy { $0.displayWidth <= 50 })
  }

  @Test func `hits are red, and bracketed where colours are not wanted`() throws {
    let coloured = try PseudoTerminal.run(search("磨削烧伤", "-n", "1"))
    #expect(coloured.output.contains("\u{1B}[0;1;31m磨削烧伤\u{1B}[0"))
    #expect(!coloured.output.contains("【"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = try PseudoTerminal.run(search("磨削烧伤", "-n", "1"), environment: environment)
      #expect(!plain.output.contains("\u{1B}") && plain.output.contains("【磨削烧伤】"))
    }
    let empty = try PseudoTerminal.run(
      search("磨削烧伤", "-n", "1"), environment: ["NO_COLOR": ""])
    #expect(empty.output.contains("\u{1B}"))
  }

  @Test func `a pipe and --plain get whole lines without marks`() throws {
    let piped = try Program.run(
      [Program.path] + search("磨削烧伤", "-n", "7"), environment: ["COLUMNS": "20"])
    #expect(piped.output.split(separator: "\n").count == 28)
    #expect(!piped.output.contains("\u{1B}") && !piped.output.contains("【"))
    #expect(piped.output.split(separator: "\n").contains { $0.count > 60 })
    let plain = try PseudoTerminal.run(
      search("磨削烧伤", "-n", "7", "--plain"), columns: 30, rows: 5,
      environment: ["ZHISOU_PAGER": "sed s/^/PAGED/"])
    #expect(plain.output == piped.output)
  }

  @Test func `facts stand in columns by display width`() throws {
    let piped = try Program.run([Program.path] + search("磨削烧伤"))
    let facts = piped.output.split(separator: "\n").map(String.init).enumerated()
      .filter { $0.offset % 4 == 1 }.map(\.element)
    #expect(facts.count == 10)
    let places = facts.compactMap { line in
      line.firstMatch(of: /\d{4}-\d\d-\d\d/).map {
        String(line[..<$0.range.lowerBound]).displayWidth
      }
    }
    #expect(places.count > 5 && Set(places).count == 1)
  }

  @Test func `what is longer than the window goes to the pager`() throws {
    func paged(_ options: [String], rows: Int, _ pager: [String: String]) throws -> [String] {
      try PseudoTerminal.run(search("磨削") + options, rows: rows, environment: pager).lines
    }
    let sed = ["ZHISOU_PAGER": "sed s/^/PAGED/"]
    let all = try paged([], rows: 20, sed)
    #expect(all.count > 40 && all.allSatisfy { $0.hasPrefix("PAGED") })
    let one = try paged(["-n", "1"], rows: 20, sed)
    #expect(one.count > 3 && one.allSatisfy { !$0.contains("PAGED") })
    #expect(try paged(["--no-pager"], rows: 20, sed).allSatisfy { !$0.contains("PAGED") })
    #expect(
      try paged([], rows: 20, ["ZHISOU_PAGER": "", "PAGER": "sed s/^/PAGED/"]).allSatisfy {
        !$0.contains("PAGED")
      })
    #expect(
      try paged([], rows: 20, sed.merging(["TERM": "dumb"]) { $1 }).allSatisfy {
        !$0.contains("PAGED")
      })
    let rows = try paged([], rows: all.count + 1, sed)
    #expect(rows.count == all.count && rows.allSatisfy { !$0.contains("PAGED") })
    let piped = try Program.run([Program.path] + search("磨削"), environment: sed)
    #expect(!piped.output.contains("PAGED"))
  }

  @Test func `less is the pager when none is named, and closing it early is no error`() throws {
    let less = Self.folder.path("less")
    TestFile.write("#!/bin/sh\necho less \"$@\" $LESS\ncat\n".utf8, to: less)
    _ = try Program.run(["/bin/chmod", "755", less])
    let path = "\(Self.folder.path):/usr/bin:/bin"
    let shown = try PseudoTerminal.run(
      search("磨削"), rows: 10, environment: ["PATH": path, "ZHISOU_PAGER": nil])
    #expect(shown.lines.first == "less -R -F -X RFX")
    let closed = try PseudoTerminal.run(
      search("磨削", "-n", "300"), rows: 10, environment: ["ZHISOU_PAGER": "head -n 1"])
    #expect(closed.status == 0 && closed.lines.count == 1)
  }

  @Test func `what a pager that cannot be started would have shown is printed`() throws {
    let direct = try PseudoTerminal.run(search("的", "-n", "300"), rows: 5000)
    #expect(direct.lines.count > 1000)
    for pager in ["/nonexistent", "/nonexistent -R", Self.folder.path, "nonexistent-pager"] {
      let shown = try PseudoTerminal.run(
        search("的", "-n", "300"), rows: 10, environment: ["ZHISOU_PAGER": nil, "PAGER": pager])
      #expect(shown.status == 0 && shown.output == direct.output, "\(pager)")
    }
  }

  @Test(arguments: ["true", "head -n 3", "exit 3; cat", "head -c 70000 | tail -n 1"])
  func `a pager that quits early ends it quietly`(pager: String) throws {
    let shown = try PseudoTerminal.run(
      search("的", "-n", "300"), rows: 10, environment: ["ZHISOU_PAGER": pager], errorsToo: true)
    #expect(shown.status == 0 && shown.lines.filter { !$0.contains("documents match") }.count <= 3)
    #expect(!shown.output.contains("zhisou:"))
  }

  @Test func `no control character of a document reaches a terminal`() throws {
    let commands = [
      search("红色警铃", "--explain"), search("红色警铃", "--format", "json"),
      search("警铃", "--format", "tsv"), search("警铃", "--facet", "kind,org", "--lang", "zh"),
      ["show", "坏-1", "-i", Self.index], ["show", "坏-1", "--json", "-i", Self.index],
      ["show", "坏\u{1B}[2J", "-i", Self.index],
      search("警铃\u{1B}[2J", "--kind", "\u{9B}2J"), ["stats", "-i", "/nowhere/\u{1B}c"],
    ]
    for command in commands {
      let shown = try PseudoTerminal.run(
        command, environment: ["NO_COLOR": "1"], errorsToo: true)
      #expect(!shown.output.isEmpty)
      let controls = shown.output.unicodeScalars.filter {
        switch $0.value {
        case 9, 10: false
        case 0..<32, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(controls.isEmpty, "\(command)")
    }
    // Behind a pipe there may be a terminal, so text for people has none either; data have what they
    // must.
    for command in [search("警铃"), ["show", "坏-1", "-i", Self.index]] {
      let piped = try Program.run([Program.path] + command)
      #expect(piped.output.contains("色\\u202E倒\\x9B刺"))
    }
    let data = try Program.run([Program.path] + search("警铃", "--format", "json"))
    let hit = try #require((try data.output.json()["hits"] as? [[String: Any]])?.first)
    #expect((hit["title"] as? String)?.contains("色\u{202E}倒\u{9B}刺") == true)
  }

  @Test(arguments: [("en", "records, "), ("zh", "条记录，")])
  func `progress is one line that is gone at the end`(language: String, part: String) throws {
    let folder = TemporaryFolder()
    let text = String(repeating: "磨削烧伤的原因与对策", count: 30)
    let lines = (0..<12_000).map { #"{"id":"\#($0)","title":"第\#($0)条","body":"\#(text)"}"# }
    TestFile.write(lines.joined(separator: "\n").utf8, to: folder.path("a.jsonl"))
    let command = ["index", folder.path("a.jsonl"), "-i", folder.path("index")]
    let shown = try PseudoTerminal.run(
      command, columns: 40, environment: ["ZHISOU_LANG": language], errorsToo: true)
    #expect(shown.status == 0)
    let states = shown.output.split(separator: "\r").map(String.init)
    #expect(states.contains { $0.contains(part) && $0.contains(" MB/s") }, "\(states)")
    // Every state but the last is written over, and fits the window.
    #expect(states.allSatisfy { $0.hasSuffix("\n") || $0.displayWidth < 40 })
    let blank = try #require(states.dropLast().last)
    #expect(blank.allSatisfy { $0 == " " })
    #expect(states.last?.contains("12000") == true && shown.lines.count == 1)

    let quiet = try PseudoTerminal.run(command + ["--quiet"], errorsToo: true)
    #expect(quiet.status == 0 && quiet.output.isEmpty)
    let piped = try Program.run([Program.path] + command)
    #expect(piped.status == 0 && piped.output.isEmpty)
    #expect(!piped.errors.contains("\r") && !piped.errors.contains("MB/s"))
  }
}
