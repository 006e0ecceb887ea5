import Foundation
import TestSupport
import Testing

/// `zhisou eval`: rankings against judgements, and against one another.
@Suite struct EvalTests {
  private let folder = TemporaryFolder()
  private var index: String { folder.path("ix") }
  private var qrels: String { folder.path("qrels") }
  private var queries: String { folder.path("queries.tsv") }

  init() throws {
    let corpus = Program.root.appendingPathComponent("corpus/knowledge").path
    let outcome = try Program.run("index", corpus, "-i", index)
    #expect(outcome.status == 0, "\(outcome.errors)")
    // q4 is not judged; q5 is judged and not among the queries; q6 has nothing to look for.
    TestFile.write(
      "q1\t磨削烧伤\nq2\t轴承异响\nq 3\t液压缸爬行\nq4\t釉面针孔\nq6\t，。\n".utf8, to: queries)
    TestFile.write(
      """
      q1 0 ZS-MJ-001 3
      q1 0 ZS-ZC-003 1
      q2 0 ZS-ZC-003 2
      q2 0 ZS-YY-006 0
      q%203 0 ZS-YY-006 1
      q5 0 ZS-TC-011 1
      q6 0 ZS-TC-011 1
      """.utf8, to: qrels)
  }

  private func exportedRun() throws -> String {
    let path = folder.path("run")
    let outcome = try Program.run(
      "export", "--queries", queries, "--format", "trec", "-o", path, "--force", "-i", index)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return path
  }

  @Test func `queries of an index measure as their exported run does`() throws {
    let asked = try Program.run(
      "eval", "--qrels", qrels, "--queries", queries, "-i", index, "--json", "--per-query")
    #expect(asked.status == 0, "\(asked.errors)")
    let read = try Program.run(
      "eval", "--qrels", qrels, "--run", try exportedRun(), "--json", "--per-query")
    #expect(asked.output == read.output)
    let threads = try Program.run(
      "eval", "--qrels", qrels, "--queries", queries, "-i", index, "--json", "--per-query",
      "--threads", "3")
    #expect(threads.output == asked.output)
    let report = try asked.output.json()
    #expect(report["queries"] as? Int == 5)
    #expect(report["without_results"] as? Int == 2)
    let mean = report["mean"] as? [String: Double] ?? [:]
    #expect(Set(mean.keys) == ["nDCG@10", "MRR@10", "MAP", "R@100", "P@10"])
    // Three queries find their document first, two of five have no results.
    #expect(mean["MRR@10"] == 0.6)
    #expect(asked.errors.contains("1 of 5 queries are not judged"))
    #expect(asked.errors.contains("2 of 5 judged queries have no results"))
    #expect(asked.errors.contains("query q6"))
    let kinds = try Program.run(
      "eval", "--qrels", qrels, "--queries", queries, "-i", index, "--kind", "patent")
    #expect(kinds.status == 1 && kinds.output.contains("0.0000"))
  }

  @Test func `tables are aligned, whatever script the queries have`() throws {
    TestFile.write("查询一 0 d1 1\nq2 0 d1 1\nq3 0 d1 1\n".utf8, to: folder.path("q"))
    TestFile.write("查询一 Q0 d1 1 1 t\nq3 Q0 d1 1 1 t\n".utf8, to: folder.path("a"))
    TestFile.write("q2 Q0 d1 1 1 t\nq3 Q0 d1 1 1 t\n".utf8, to: folder.path("b"))
    let outcome = try Program.run(
      "eval", "--qrels", folder.path("q"), "--run", folder.path("a"), "--against",
      folder.path("b"), "-n", "1", "--per-query")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        3 queries    mean  against  difference       p
        nDCG@10    0.6667   0.6667     +0.0000  1.0000
        MRR@10     0.6667   0.6667     +0.0000  1.0000
        MAP        0.6667   0.6667     +0.0000  1.0000
        R@100      0.6667   0.6667     +0.0000  1.0000
        P@10       0.0667   0.0667     +0.0000  1.0000

        changed most  nDCG@10  against  difference
        查询一         1.0000   0.0000     +1.0000

        query   nDCG@10  MRR@10     MAP   R@100    P@10  against nDCG@10  against MRR@10  against MAP  against R@100  against P@10
        查询一   1.0000  1.0000  1.0000  1.0000  0.1000           0.0000          0.0000       0.0000         0.0000        0.0000
        q2       0.0000  0.0000  0.0000  0.0000  0.0000           1.0000          1.0000       1.0000         1.0000        0.1000
        q3       1.0000  1.0000  1.0000  1.0000  0.1000           1.0000          1.0000       1.0000         1.0000        0.1000

        """)
  }

  @Test func `the queries that changed most come with their text`() throws {
    TestFile.write("q2 Q0 ZS-ZC-003 1 1 t\nq5 Q0 ZS-TC-011 1 1 t\n".utf8, to: folder.path("b"))
    let options = ["eval", "--qrels", qrels, "--queries", queries, "-i", index]
    let against = ["--against", folder.path("b")]
    let text = try Program.run([Program.path] + options + against + ["-n", "3"])
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("+1.0000  液压缸爬行\n"))
    #expect(text.output.contains("-1.0000"))
    let json = try Program.run([Program.path] + options + against + ["-n", "3", "--json"])
    let report = try json.output.json()
    let changed = report["changed"] as? [[String: Any]] ?? []
    #expect(changed.count == 3)
    let third = changed.first { $0["query"] as? String == "q%203" } ?? [:]
    #expect(third["text"] as? String == "液压缸爬行")
    #expect(third["value"] as? Double == 1 && third["against"] as? Double == 0)
    let other = report["against"] as? [String: Any] ?? [:]
    let tests = other["test"] as? [String: [String: Double]] ?? [:]
    let mean = report["mean"] as? [String: Double] ?? [:]
    let otherMean = other["mean"] as? [String: Double] ?? [:]
    #expect(tests.count == 5)
    for (measure, test) in tests {
      let difference = (mean[measure] ?? 0) - (otherMean[measure] ?? 0)
      #expect(abs((test["difference"] ?? .nan) - difference) < 1e-12)
      #expect((0...1).contains(test["p"] ?? .nan))
    }
  }

  @Test func `what is wrong is one line`() throws {
    let run = try exportedRun()
    TestFile.write("q1 0 d1\n".utf8, to: folder.path("short"))
    TestFile.write("q1\t磨削\nq1\t烧伤\n".utf8, to: folder.path("twice.tsv"))
    let commands: [(options: [String], hint: String)] = [
      (["--qrels", qrels], "--queries or --run"),
      (["--qrels", qrels, "--run", run, "--queries", queries], "give one of them"),
      (["--run", run], "qrels"),
      (["--qrels", qrels, "--run", run, "-n", "3"], "--against"),
      (["--qrels", folder.path("none"), "--run", run], "none"),
      (["--qrels", folder.path("short"), "--run", run], "line 1 has 3 columns"),
      (["--qrels", qrels, "--run", qrels], "line 1 has 4 columns"),
      (["--qrels", qrels, "--run", run, "--against", queries], "line 1"),
      (
        ["--qrels", qrels, "--queries", folder.path("twice.tsv"), "-i", index], "q1 is there twice"
      ),
      (["--qrels", qrels, "--queries", queries, "-i", folder.path("none")], "no index"),
    ]
    for (options, hint) in commands {
      let outcome = try Program.run([Program.path, "eval"] + options)
      #expect(outcome.status == 2, "\(options)")
      #expect(outcome.errors.contains(hint), "\(options): \(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  private static let hasTrecEval =
    (try? Program.run(["/usr/bin/env", "python3", "-c", "import pytrec_eval"]).status) == 0

  @Test(.enabled(if: hasTrecEval, "python3 has pytrec_eval (pip install pytrec_eval-terrier)"))
  func `trec_eval gives the same values`() throws {
    var generator = SeededGenerator(seed: 64)
    let documents = (0..<150).map { "d\($0)" } + (0..<20).map { "文档\($0)" }
    for _ in 0..<6 {
      var (judgements, run) = ("", "")
      for query in (0..<25).map({ "q\($0)" }) {
        let judged = documents.shuffled(using: &generator).prefix(
          Int.random(in: 2...documents.count, using: &generator))
        for (place, document) in judged.enumerated() {
          // trec_eval is not safe where all grades of a query are negative.
          let grade = place == 0 ? 0 : Int.random(in: -2...3, using: &generator)
          judgements += "\(query) 0 \(document) \(grade)\n"
        }
        let count = Int.random(in: 0...documents.count, using: &generator)
        for document in documents.shuffled(using: &generator).prefix(count) {
          run += "\(query) Q0 \(document) 1 \(Int.random(in: -9...9, using: &generator)) t\n"
        }
      }
      TestFile.write(judgements.utf8, to: folder.path("random.qrels"))
      TestFile.write((run + "q99 Q0 d1 1 1 t\n").utf8, to: folder.path("random.run"))
      let outcome = try Program.run(
        "eval", "--qrels", folder.path("random.qrels"), "--run", folder.path("random.run"),
        "--json", "--per-query")
      #expect(outcome.status == 0, "\(outcome.errors)")
      TestFile.write(outcome.output.utf8, to: folder.path("report.json"))
      TestFile.write(Self.comparison.utf8, to: folder.path("compare.py"))
      let check = try Program.run([
        "/usr/bin/env", "python3", folder.path("compare.py"), folder.path("random.qrels"),
        folder.path("random.run"), folder.path("report.json"),
      ])
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  /// Recomputes a report with pytrec_eval, which leaves queries without results out.
  private static let comparison = """
    import json, sys, pytrec_eval
    names = {"nDCG@10": "ndcg_cut_10", "MRR@10": "recip_rank", "MAP": "map",
             "R@100": "recall_100", "P@10": "P_10"}
    qrels, run = {}, {}
    for line in open(sys.argv[1], encoding="utf-8"):
        q, _, d, grade = line.split(); qrels.setdefault(q, {})[d] = int(grade)
    for line in open(sys.argv[2], encoding="utf-8"):
        q, _, d, _, score, _ = line.split(); run.setdefault(q, {})[d] = float(score)
    report = json.load(open(sys.argv[3]))
    expected = pytrec_eval.RelevanceEvaluator(qrels, set(names.values())).evaluate(run)
    assert [q["query"] for q in report["per_query"]] == list(qrels)
    sums = dict.fromkeys(names, 0)
    for query in report["per_query"]:
        values = expected.get(query["query"], dict.fromkeys(names.values(), 0))
        for name, trec in names.items():
            value = values[trec]
            if name == "MRR@10" and value < 0.0999: value = 0
            sums[name] += value
            assert abs(value - query["measures"][name]) < 1e-9, (query, values)
    for name in names:
        assert abs(sums[name] / len(qrels) - report["mean"][name]) < 1e-9, name
    """
}
