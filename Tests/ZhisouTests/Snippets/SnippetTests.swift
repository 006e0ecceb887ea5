import Testing

@testable import Zhisou

@Suite struct SnippetTests {
  private static func passage(
    _ text: String, _ hits: [Range<Int>] = [], cut: (before: Bool, behind: Bool) = (false, false)
  ) -> Passage {
    Passage(
      section: "body", content: MarkedText(text: text, hitsInUTF8: hits), isCutBefore: cut.before,
      isCutBehind: cut.behind)
  }

  @Test func `passages are joined by ellipses, and hits move along`() {
    let snippet = Snippet([
      Self.passage("磨削", [0..<3], cut: (true, true)), Self.passage("a烧伤", [0..<1, 4..<7]),
    ])
    #expect(snippet.text == "…磨削 … a烧伤")
    #expect(snippet.joined.pieces.filter(\.isHit).map { String($0.text) } == ["磨", "a", "伤"])
  }

  @Test func `an ellipsis stands where text is left out`() {
    #expect(Snippet([Self.passage("一")]).text == "一")
    #expect(Snippet([Self.passage("一", cut: (true, false))]).text == "…一")
    #expect(Snippet([Self.passage("一", cut: (false, true))]).text == "一…")
    #expect(
      Snippet([Self.passage("一", cut: (false, true)), Self.passage("二", cut: (true, true))]).text
        == "一 … 二…")
    #expect(Snippet([]).text.isEmpty && Snippet([]).joined.hitsInUTF8.isEmpty)
  }
}
