import TestSupport
import Testing

/// Exports of chosen columns: what other programs read back, and what is refused.
@Suite struct ExportTests {
  private let folder = TemporaryFolder()
  private var index: String { folder.path("ix") }

  /// Values that delimited formats must take care of, as JSON has them.
  private static let corpus = #"""
    {"id":"a,1","title":"磨削\"烧伤\"，裂纹","body":"第一行\n第二行","people":["张三","李四"],"批号":"前, 后","备注":"x\ty\r\nz"}
    {"id":"b 2","title":"磨削, \"引号\"","body":"砂轮；\"太硬\"","批号":"\"","备注":"=1+1"}
    {"id":"c\\3","title":"磨削 \\ 反斜线","body":"𠮷田　焊工柏𬭎 👨‍👩‍👧","批号":"a\u2028b","备注":""}
    {"id":"d4","title":"磨削","body":"only, \"ASCII\"\nlines"}
    {"id":"e5","title":"焊接气孔","body":"焊丝受潮","工位":"三号"}
    """#

  init() throws {
    TestFile.write(Self.corpus.utf8, to: folder.path("corpus.jsonl"))
    let outcome = try Program.run("index", folder.path("corpus.jsonl"), "-i", index)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func export(_ options: String...) throws -> Program.Outcome {
    try Program.run(
      [Program.path, "export", "--query", "磨削", "-i", index] + options)
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 reads the exports"))
  func `Python's csv and json read back what was in the corpus`() throws {
    let fields = "id,批号,title,body,people,备注,rank,qid,date,kind,keywords"
    for format in ["jsonl", "csv", "tsv"] {
      let outcome = try export(
        "--format", format, "--fields", fields, "-o", folder.path("out.\(format)"))
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let script = """
      import csv, json, sys
      base = sys.argv[1]
      fields = sys.argv[2].split(",")
      source = {r["id"]: r for r in map(json.loads, open(base + "corpus.jsonl", encoding="utf-8"))}
      jsonl = [json.loads(l) for l in open(base + "out.jsonl", encoding="utf-8", newline="\\n")]
      rows = list(csv.DictReader(open(base + "out.csv", encoding="utf-8", newline=""), strict=True))
      tabs = list(csv.DictReader(open(base + "out.tsv", encoding="utf-8", newline="\\n"),
                                 delimiter="\\t", quoting=csv.QUOTE_NONE))
      assert len(jsonl) == len(rows) == len(tabs) == 4, (jsonl, rows, tabs)
      plain = lambda text: text.replace("\\t", " ").replace("\\r", " ").replace("\\n", " ")
      for rank, (j, c, t) in enumerate(zip(jsonl, rows, tabs), 1):
          assert list(j) == list(c) == list(t) == fields, (j, c, t)
          s = source[j["id"]]
          for name in "id", "title", "body", "批号", "备注":
              value = s.get(name) or None
              assert j[name] == value, (j, s)
              assert c[name] == (value or ""), (c, s)
              assert t[name] == plain(value or ""), (t, s)
          assert j["people"] == s.get("people", []) and c["people"] == "；".join(j["people"])
          assert j["rank"] == rank and c["rank"] == t["rank"] == str(rank)
          assert j["qid"] == c["qid"] == t["qid"] == "1"
          assert j["date"] is None and c["date"] == t["date"] == ""
          assert j["keywords"] == [] and c["keywords"] == ""
      """
    TestFile.write(script.utf8, to: folder.path("check.py"))
    let check = try Program.run(
      ["/usr/bin/env", "python3", folder.path("check.py"), folder.path(""), fields])
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 reads the export"))
  func `a column alone keeps its empty values`() throws {
    let outcome = try export("--format", "csv", "--fields", "备注", "-o", folder.path("out.csv"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let script = """
      import csv, sys
      rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline=""), strict=True))
      assert rows[0] == ["备注"] and sorted(rows[1:]) == [[""], [""], ["=1+1"], ["x\\ty\\r\\nz"]], rows
      """
    TestFile.write(script.utf8, to: folder.path("check.py"))
    let check = try Program.run(
      ["/usr/bin/env", "python3", folder.path("check.py"), folder.path("out.csv")])
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test(arguments: ["jsonl", "csv", "tsv", "trec"])
  func `the same index and queries give the same bytes`(format: String) throws {
    let again = folder.path("again")
    #expect(try Program.run("index", folder.path("corpus.jsonl"), "-i", again).status == 0)
    let lines = (0..<40).map { "q\($0)\t磨削 \($0)\n" }
    TestFile.write(lines.joined().utf8, to: folder.path("queries.tsv"))
    let outputs = try [(index, "1"), (index, "1"), (again, "3")].map { index, threads in
      try Program.run(
        "export", "--queries", folder.path("queries.tsv"), "--format", format, "-i", index,
        "--threads", threads
      ).output
    }
    #expect(outputs[0].split(whereSeparator: \.isNewline).count >= 160)
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
  }

  @Test func `a field that only other documents have is an empty column`() throws {
    let outcome = try export("--format", "tsv", "--fields", "id,工位")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("id\t工位\n"))
    #expect(outcome.output.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix("\t") })
  }

  @Test(arguments: [
    ("id,tilte", "title"), ("id,批次", "批号"), ("id,xyzxyzxyz", "snippet"), ("id,id", "twice"),
    ("id,,title", "empty"), ("", "empty"),
  ])
  func `names that are unknown, empty or repeated are refused`(
    fields: String, hint: String
  ) throws {
    let outcome = try export(
      "--format", "csv", "--fields", fields, "-o", folder.path("refused.csv"))
    #expect(outcome.status == 2 && outcome.complaints.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(!folder.names.contains { $0.contains("refused") })
  }

  @Test func `a TREC run has no fields to choose`() throws {
    let outcome = try export("--format", "trec", "--fields", "id")
    #expect(outcome.status == 2 && outcome.complaints.count == 1)
    #expect(outcome.errors.contains("TREC"))
  }
}
