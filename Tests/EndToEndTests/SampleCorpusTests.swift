import Foundation
import TestSupport
import Testing

/// The sample corpus, indexed and searched by the program itself.
@Suite struct SampleCorpusTests {
  private static let folder = TemporaryFolder()
  private static let index: String = {
    let index = folder.path("index")
    let corpus = Program.root.appendingPathComponent("corpus").path
    let outcome = try? Program.run("index", corpus, "-i", index)
    precondition(outcome?.status == 0, outcome?.errors ?? "the program cannot be run")
    return index
  }()

  private func ids(_ query: String, _ options: String...) throws -> [String] {
    let outcome = try Program.run(
      [Program.path, "search", query, "-i", Self.index, "--format", "jsonl", "-n", "20"]
        + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try String($0).json()["id"] as? String ?? ""
    }
  }

  @Test func `every record is indexed once, under its kind`() throws {
    let outcome = try Program.run("stats", "--json", "-i", Self.index)
    let stats = try outcome.output.json()
    #expect(stats["documents"] as? Int == 412)
    let kinds = stats["kinds"] as? [String: Int]
    #expect(
      kinds == [
        "course": 102, "patent": 122, "innovation": 82, "knowledge": 64, "craftsman": 42,
        "other": 0,
      ])
    #expect((stats["digest"] as? String)?.count == 32)
  }

  @Test(arguments: [
    ("磨削烧伤", "ZS-MJ-001"), ("铝合金焊接气孔", "CN999118052A"), ("6205-2RS", "ZS-ZC-003"),
    ("PD1728_A_1", "CG-2023-017"), ("PD1728", "CG-2023-017"), ("H01L 21/00", "CN999163501A"),
    ("h01l21/00", "CN999163501A"), ("柏𬭎", "GJ-0003"), ("𬭎", "GJ-0003"),
    ("釉面针孔", "ZS-TC-011"), ("釉面針孔", "ZS-TC-011"), ("液压缸爬行", "ZS-YY-006"),
    ("压力性损伤", "K-NURS-04"), ("gbt1804-2000", "ZS-GC-009"),
    ("GB/T 1804—2000", "ZS-GC-009"), ("GB/T1804–2000", "KC-2024-0103"),
    ("ｇｂ／ｔ　１８０４－２０００", "ZS-GC-009"), ("CN999163501A", "CN999163501A"),
    ("CN999163501", "CN999163501A"),
  ])
  func `a query finds what it should near the top`(query: String, id: String) throws {
    #expect(try ids(query).prefix(8).contains(id))
  }

  @Test(arguments: [
    // A record that a later harvest withdraws, and text of one that it replaces.
    "普通车床试讲公开课", "初版讲义",
    // Deleted with changes tracked; telephone and identity-card numbers; what pages have around.
    "漂粉精", "19900000000", "000000190001010000", "领优惠券", "下载中心",
    // What describes the corpus is no part of it.
    "知搜示例语料",
  ])
  func `what is withdrawn, deleted, private or no content is nowhere`(text: String) throws {
    let outcome = try Program.run(
      "export", "--query", text, "--format", "jsonl", "-n", "500", "-i", Self.index)
    for line in outcome.output.split(separator: "\n") {
      let id = try #require(try String(line).json()["id"] as? String)
      let document = try Program.run("show", id, "--json", "-i", Self.index)
      #expect(!document.output.contains(text), "\(id)")
    }
  }

  @Test func `private numbers are kept when asked for`() throws {
    let index = Self.folder.path("private")
    let corpus = Program.root.appendingPathComponent("corpus/工匠").path
    #expect(try Program.run("index", corpus, "-i", index, "--keep-private-numbers").status == 0)
    let shown = try Program.run("show", "GJ-1009", "--json", "-i", index)
    let fields = try shown.output.json()["fields"] as? [String: Any]
    #expect(fields?["身份证号"] as? String == "000000190001010000")
  }

  @Test func `the judged queries find what they should`() throws {
    let corpus = Program.root.appendingPathComponent("corpus")
    let outcome = try Program.run(
      "eval", "--qrels", corpus.appendingPathComponent("qrels.txt").path, "--queries",
      corpus.appendingPathComponent("queries.tsv").path, "--json", "-i", Self.index)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let mean = try outcome.output.json()["mean"] as? [String: Double]
    #expect(try #require(mean?["nDCG@10"]) > 0.8)
  }

  @Test func `one character finds every record that has it`() throws {
    let outcome = try Program.run(
      "search", "磨", "-i", Self.index, "--format", "json", "-n", "200")
    let hits = try outcome.output.json()["hits"] as? [[String: Any]] ?? []
    var expected: Set<String> = []
    let all = try Program.run(
      [Program.path, "show", "-i", Self.index, "--json"]
        + hits.compactMap { $0["id"] as? String })
    for line in all.output.split(separator: "\n") {
      if line.contains("磨"), let id = try String(line).json()["id"] as? String {
        expected.insert(id)
      }
    }
    #expect(hits.count > 10)
    #expect(expected == Set(hits.compactMap { $0["id"] as? String }))
  }

  @Test func `kinds, limit and offset cut the list`() throws {
    let all = try ids("轴承")
    let courses = try ids("轴承", "--kind", "course")
    #expect(!courses.isEmpty && courses.count < all.count)
    let page = try Program.run(
      "search", "轴承", "-i", Self.index, "--format", "jsonl", "-n", "3", "--offset", "2")
    let paged = try page.output.split(separator: "\n").map {
      try String($0).json()["id"] as? String
    }
    #expect(paged == Array(all[2..<5]))
  }

  @Test func `hits are marked in the original text`() throws {
    let outcome = try Program.run(
      "search", "针孔", "-i", Self.index, "--format", "json", "-n", "20")
    let hits = try outcome.output.json()["hits"] as? [[String: Any]] ?? []
    var marked: Set<String> = []
    for hit in hits {
      let snippet = Array((hit["snippet"] as? String ?? "").utf8)
      for range in hit["snippet_hits_utf8"] as? [[Int]] ?? [] {
        marked.insert(String(decoding: snippet[range[0]..<range[1]], as: UTF8.self))
      }
    }
    #expect(marked.isSuperset(of: ["針孔", "针孔"]))
  }

  @Test func `the exit code says whether there were hits`() throws {
    #expect(try Program.run("search", "绝无此词绝无", "-i", Self.index).status != 2)
    #expect(try Program.run("search", "zzzzzz", "-i", Self.index).status == 1)
    #expect(try Program.run("search", "磨削", "-i", Self.index).status == 0)
    let punctuation = try Program.run("search", "，。！", "-i", Self.index)
    #expect(punctuation.status == 2 && punctuation.complaints.count == 1)
    let empty = try Program.run("search", "", "-i", Self.index)
    #expect(empty.status == 2 && empty.complaints.count == 1)
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 reads the exports"))
  func `exports agree with one another and are read by other programs`() throws {
    let folder = TemporaryFolder()
    TestFile.write("q1\t磨削烧伤\nq 2\t轴承 异响\n".utf8, to: folder.path("queries.tsv"))
    for format in ["jsonl", "csv", "tsv", "trec"] {
      let outcome = try Program.run(
        "export", "--queries", folder.path("queries.tsv"), "--format", format, "-n", "15",
        "-o", folder.path("out.\(format)"), "-i", Self.index)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let script = """
      import csv, json, sys
      base = sys.argv[1]
      jsonl = [json.loads(l) for l in open(base + ".jsonl", encoding="utf-8")]
      rows = list(csv.DictReader(open(base + ".csv", encoding="utf-8", newline="")))
      tabs = list(csv.DictReader(open(base + ".tsv", encoding="utf-8", newline=""),
                                 delimiter="\\t", quoting=csv.QUOTE_NONE))
      trec = [l.split() for l in open(base + ".trec", encoding="utf-8")]
      assert len(jsonl) == len(rows) == len(tabs) == len(trec) > 15
      for j, c, t, r in zip(jsonl, rows, tabs, trec):
          assert j["id"] == c["id"] == t["id"] == r[2], (j, c, t, r)
          assert j["qid"] == c["qid"] == t["qid"] == r[0].replace("%20", " ")
          assert str(j["rank"]) == c["rank"] == t["rank"] == r[3]
          assert j["title"] == c["title"] and j["snippet"] == c["snippet"]
          assert len(r) == 6
      for a, b in zip(trec, trec[1:]):
          assert a[0] != b[0] or float(a[4]) > float(b[4])
      """
    TestFile.write(script.utf8, to: folder.path("check.py"))
    let check = try Program.run(
      ["/usr/bin/env", "python3", folder.path("check.py"), folder.path("out")])
    #expect(check.status == 0, "\(check.errors)")
    // The same bytes again; an existing file is not replaced unasked.
    let before = TestFile.read(folder.path("out.csv"))
    let refused = try Program.run(
      "export", "--queries", folder.path("queries.tsv"), "--format", "csv", "-n", "15",
      "-o", folder.path("out.csv"), "-i", Self.index)
    #expect(refused.status == 2 && refused.complaints.count == 1)
    let forced = try Program.run(
      "export", "--queries", folder.path("queries.tsv"), "--format", "csv", "-n", "15",
      "-o", folder.path("out.csv"), "--force", "-i", Self.index, "--timings",
      folder.path("times"))
    #expect(forced.status == 0)
    #expect(TestFile.read(folder.path("out.csv")) == before)
    let times = String(decoding: TestFile.read(folder.path("times")), as: UTF8.self)
    #expect(times.split(separator: "\n").count == 2)
    #expect(folder.names.allSatisfy { !$0.contains("partial") })
  }

  @Test func `an explained score is the sum of its parts`() throws {
    for query in ["磨削烧伤 GB/T 1804-2000", "磨", "轴承异响 6205-2RS"] {
      let outcome = try Program.run(
        "search", query, "-i", Self.index, "--format", "json", "--explain")
      let hits = try outcome.output.json()["hits"] as? [[String: Any]] ?? []
      #expect(hits.count > 2)
      for hit in hits {
        let explanation = hit["explain"] as? [String: Any] ?? [:]
        let terms = explanation["terms"] as? [[String: Any]] ?? []
        let sum = terms.reduce(Float(0)) { $0 + Float($1["score"] as? Double ?? .nan) }
        #expect(Double(sum) == Double(Float(hit["score"] as? Double ?? 0)))
        #expect(explanation["score"] as? Double == hit["score"] as? Double)
      }
    }
  }

  @Test func `any number of threads writes the same bytes`() throws {
    let folder = TemporaryFolder()
    let queries = (0..<120).map { "q\($0)\t\(["磨削", "轴承", "焊接", "釉面", "护理"][$0 % 5])\($0)" }
    TestFile.write(queries.joined(separator: "\n").utf8, to: folder.path("queries.tsv"))
    let runs = try ["1", "3"].map { threads in
      try Program.run(
        "export", "--queries", folder.path("queries.tsv"), "--format", "jsonl", "-n", "5",
        "--threads", threads, "-i", Self.index
      ).output
    }
    #expect(runs[0] == runs[1] && runs[0].split(separator: "\n").count > 300)
  }

  @Test func `the index folder comes from the option, the environment or the working folder`()
    throws
  {
    let folder = TemporaryFolder()
    let variable = try Program.run(
      "stats", in: folder.path, environment: ["ZHISOU_INDEX": Self.index])
    #expect(variable.status == 0)
    let none = try Program.run("stats", in: folder.path)
    #expect(none.status == 2 && none.errors.contains("zhisou-index"))
    let corpus = Program.root.appendingPathComponent("corpus/knowledge").path
    #expect(try Program.run("index", corpus, in: folder.path).status == 0)
    #expect(try Program.run("search", "磨削烧伤", in: folder.path).status == 0)
  }

  @Test func `verify passes, and the same corpus gives the same bytes and the same digest`()
    throws
  {
    #expect(try Program.run("verify", "-i", Self.index).status == 0)
    let folder = TemporaryFolder()
    let corpus = Program.root.appendingPathComponent("corpus").path
    #expect(try Program.run("index", corpus, "-i", folder.path("again")).status == 0)
    for name in TemporaryFolder.names(in: Self.index) {
      #expect(
        TestFile.read("\(Self.index)/\(name)") == TestFile.read(folder.path("again/\(name)")),
        "\(name)")
    }
    #expect(try Program.run("index", corpus, "-i", folder.path("again")).status == 0)
    let first = try Program.run("stats", "--json", "-i", Self.index).output.json()
    let again = try Program.run("stats", "--json", "-i", folder.path("again")).output.json()
    #expect(first["digest"] as? String == again["digest"] as? String)
    #expect(again["documents"] as? Int == 412)
  }
}
