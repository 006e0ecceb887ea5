import Testing
import Zhisou

/// Files of runs: the order that is made of them and what is refused.
@Suite struct RunTests {
  private func ranking(_ query: String, _ text: String) throws -> [String] {
    try Run(text: text).ranking(for: TRECIdentifier(query)).map(\.text)
  }

  @Test func `scores decide, not ranks, wherever the lines stand`() throws {
    let text = """
      q1 Q0 a 1 -1 t
      q2 Q0 a 1 5 t
      q1 Q0 b 2 0.5 t

      q1 Q0 c 3 1e2 t
      q2 Q0 b 9 inf t
      """
    #expect(try ranking("q1", text) == ["c", "b", "a"])
    #expect(try ranking("q2", text) == ["b", "a"])
    #expect(try ranking("q3", text).isEmpty)
  }

  @Test func `equal scores go by the bytes of the document, descending`() throws {
    let text = ["d1", "d10", "d2", "D9", "文", "Ω"].map { "q Q0 \($0) 1 3 t\n" }.joined()
    #expect(try ranking("q", text) == ["文", "Ω", "d2", "d10", "d1", "D9"])
  }

  @Test func `scores that differ beyond single precision are equal`() throws {
    #expect(try ranking("q", "q Q0 a 1 1.0000000002 t\nq Q0 b 2 1.0000000001 t") == ["b", "a"])
    #expect(try ranking("q", "q Q0 a 1 1.000002 t\nq Q0 b 2 1.000001 t") == ["a", "b"])
  }

  @Test(arguments: [
    ("q1 Q0 a 1 2\n", "line 1 has 5 columns, not 6"),
    ("q1 Q0 a 1 2 t\nq1 Q0 b 2 best t\n", "line 2 has the score \"best\""),
    ("q1 Q0 a 1 nan t\n", "line 1 has the score \"nan\""),
    (
      "q1 Q0 a 1 2 t\nq2 Q0 a 1 2 t\nq1 Q0 a 2 1 t\n",
      "line 3 gives a for q1 a second time"
    ),
  ])
  func `what is wrong is named with its line`(text: String, reason: String) {
    let error = #expect(throws: ZhisouError.self) { try Run(text: text) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }
}
