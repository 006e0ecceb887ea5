import Testing

@testable import Zhisou

@Suite struct SnippetTests {
  @Test func `pieces are the text, cut at the hits`() {
    let snippet = Snippet(text: "…磨削 and 烧伤", hitsInUTF8: [3..<9, 14..<20])
    #expect(snippet.pieces.map { String($0.text) } == ["…", "磨削", " and ", "烧伤"])
    #expect(snippet.pieces.map(\.isHit) == [false, true, false, true])
  }

  @Test func `a snippet without hits is one piece, an empty one has none`() {
    let pieces = Snippet(text: "磨削", hitsInUTF8: []).pieces
    #expect(pieces.map { String($0.text) } == ["磨削"] && pieces.map(\.isHit) == [false])
    #expect(Snippet.empty.pieces.isEmpty)
    #expect(Snippet(text: "磨", hitsInUTF8: [0..<3]).pieces.map(\.isHit) == [true])
  }

  @Test func `a hit may end before a mark on its last character`() {
    let snippet = Snippet(text: "葛\u{E0100}", hitsInUTF8: [0..<3])
    #expect(snippet.pieces.map { Array($0.text.utf8).count } == [3, 4])
  }
}
