import TestSupport
import Testing
import Zhisou

/// The measures, against values of trec_eval and against their definitions.
@Suite struct MeasuresTests {
  /// Grades from -1 to 3, documents that were not judged, ties, scores that differ beyond single
  /// precision, a query without results, one without relevant documents, one that was not judged.
  private static let qrels = """
    a 0 d1 3
    a 0 d2 2
    a 0 d3 0
    a 0 d4 1
    a 0 d5 -1
    a 0 d9 2
    b 0 d1 1
    b 0 d2 1
    b 0 d3 1
    c 0 d1 0
    c 0 d2 -1
    d 0 d1 2
    d 0 d7 1
    e 0 n10 1
    e 0 n11 3
    e 0 n57 2
    e 0 n100 1
    e 0 n101 3
    e 0 n150 1
    e 0 n900 2
    f 0 文档甲 3
    f 0 文档乙 1
    f 0 文档丙 2
    """
  private static let run =
    """
    a Q0 d3 1 9.5 t
    a Q0 x1 2 9.25 t
    a Q0 d2 3 9.0 t
    a Q0 d5 4 8.5 t
    a Q0 d1 5 8.0 t
    a Q0 d4 6 1e-3 t
    b Q0 d1 1 2.0 t
    b Q0 x1 2 2.0 t
    b Q0 d2 3 2.0 t
    b Q0 d10 4 2.0 t
    b Q0 x3 5 7.0 t
    c Q0 d1 1 2 t
    c Q0 d2 2 1 t
    f Q0 文档丙 1 1.00000001 t
    f Q0 文档乙 2 1.00000002 t
    f Q0 文档甲 3 1.00000003 t
    f Q0 文档丁 4 -0.5 t
    g Q0 d1 1 3.5 t

    """ + (1...200).map { "e Q0 n\($0) 1 \(1000 - $0) t\n" }.joined()

  /// `trec_eval -c -q -m ndcg_cut.10 -m map -m recall.100 -m P.10` and `-M 10 -m recip_rank` of
  /// version 9.0.8, with the digits of pytrec_eval.
  private static let expected: [(query: String, values: [Double])] = [
    (
      "a",
      [0.44211676131313427, 0.3333333333333333, 0.30833333333333335, 0.75, 0.3]
    ),
    (
      "b",
      [0.41618115554873086, 0.3333333333333333, 0.24444444444444446, 0.6666666666666666, 0.2]
    ),
    ("c", [0, 0, 0, 0, 0]),
    ("d", [0, 0, 0, 0, 0]),
    (
      "e",
      [0.03691507672334629, 0.1, 0.06627924446579996, 0.5714285714285714, 0.1]
    ),
    ("f", [0.9725044904464192, 1, 1, 1, 0.3]),
  ]

  @Test func `values of trec_eval`() throws {
    let evaluation = Evaluation(
      of: try Run(text: Self.run), by: try Judgements(text: Self.qrels))
    #expect(evaluation.queries.map(\.query.text) == Self.expected.map(\.query))
    for (found, expected) in zip(evaluation.queries, Self.expected) {
      for (measure, value) in zip(Measure.allCases, expected.values) {
        #expect(abs(found.measures[measure] - value) < 1e-12, "\(found.query) \(measure)")
      }
    }
    let means = [0.3113, 0.2944, 0.2698, 0.4980, 0.1500]
    for (measure, mean) in zip(Measure.allCases, means) {
      #expect(abs(evaluation.mean[measure] - mean) < 5e-5, "\(measure)")
    }
    #expect(evaluation.queriesWithoutResults == 1)
  }

  @Test func `random judgements and runs, against the definitions`() throws {
    var generator = SeededGenerator(seed: 18)
    for _ in 0..<60 {
      let names = (0..<Int.random(in: 1...260, using: &generator)).map { "d\($0)" } + ["档", "Ω"]
      var judgements = ""
      var run = ""
      var expected: [String: [Double]] = [:]
      for query in ["q1", "q2", "查询", "q10"] {
        let judged = names.shuffled(using: &generator).prefix(
          Int.random(in: 1...names.count, using: &generator))
        var grades: [String: Int] = [:]
        for name in judged { grades[name] = Int.random(in: -2...3, using: &generator) }
        for (name, grade) in grades { judgements += "\(query)\t0\t\(name)\t\(grade)\n" }
        let hasResults = Bool.random(using: &generator)
        let given = names.shuffled(using: &generator).prefix(
          hasResults ? Int.random(in: 1...names.count, using: &generator) : 0)
        var lines: [(document: String, score: Double)] = []
        for name in given {
          let score = 1 + Double(Int.random(in: -40...40, using: &generator)) * 1e-8
          lines.append((name, score))
          run += "\(query) Q0 \(name) 0 \(score) t\n"
        }
        expected[query] = PlainMeasures(lines: lines, grades: grades).all
      }
      let evaluation = Evaluation(of: try Run(text: run), by: try Judgements(text: judgements))
      #expect(evaluation.queries.count == 4)
      for found in evaluation.queries {
        let values = Measure.allCases.map { found.measures[$0] }
        let plain = try #require(expected[found.query.text])
        #expect(zip(values, plain).allSatisfy { abs($0 - $1) < 1e-12 }, "\(values) \(plain)")
      }
      for (place, measure) in Measure.allCases.enumerated() {
        let mean = expected.values.reduce(0) { $0 + $1[place] } / 4
        #expect(abs(evaluation.mean[measure] - mean) < 1e-12)
      }
    }
  }
}
