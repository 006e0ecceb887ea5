import Testing
import Zhisou

/// Two runs beside one another.
@Suite struct ComparisonTests {
  private func comparison() throws -> Comparison {
    let judgements = try Judgements(
      text: ["q1", "q2", "q3", "q4", "q5"].map { "\($0) 0 d 1\n" }.joined())
    // Reciprocal ranks 1, 1/2, 0, 1/2, 1 against 1/2, 1, 1, 1/2, 0.
    let run = """
      q1 Q0 d 1 2 t
      q2 Q0 x 1 2 t
      q2 Q0 d 2 1 t
      q4 Q0 x 1 2 t
      q4 Q0 d 2 1 t
      q5 Q0 d 1 2 t
      """
    let other = """
      q1 Q0 x 1 2 t
      q1 Q0 d 2 1 t
      q2 Q0 d 1 2 t
      q3 Q0 d 1 2 t
      q4 Q0 x 1 2 t
      q4 Q0 d 2 1 t
      """
    return Comparison(of: try Run(text: run), against: try Run(text: other), by: judgements)
  }

  @Test func `the greatest changes come first, ties in the order of the judgements`() throws {
    let comparison = try comparison()
    let changes = comparison.mostChanged(by: .reciprocalRank10, limit: 10)
    #expect(changes.map(\.query.text) == ["q3", "q5", "q1", "q2"])
    #expect(changes.map(\.difference) == [-1, 1, 0.5, -0.5])
    #expect(changes.map(\.value) == [0, 1, 1, 0.5])
    #expect(changes.map(\.otherValue) == [1, 0, 0.5, 1])
    let two = comparison.mostChanged(by: .reciprocalRank10, limit: 2)
    #expect(two.map(\.query.text) == ["q3", "q5"])
  }

  @Test func `the test has the difference of the means`() throws {
    let comparison = try comparison()
    #expect(comparison.run.mean[.reciprocalRank10] == 0.6)
    #expect(comparison.other.mean[.reciprocalRank10] == 0.6)
    #expect(comparison.test(.reciprocalRank10).pValue == 1)
    #expect(abs(comparison.test(.ndcg10).meanDifference) < 1e-12)
    let recall = Comparison(
      of: try Run(text: "q1 Q0 d 1 1 t\nq2 Q0 d 1 1 t"), against: try Run(text: ""),
      by: try Judgements(text: "q1 0 d 1\nq2 0 d 1\nq3 0 d 1\nq4 0 d 1"))
    #expect(recall.test(.recall100).meanDifference == 0.5)
  }
}
