import TestSupport
import Testing

@testable import Zhisou

@Suite struct MarkedTextTests {
  @Test func `pieces are the text, cut at the hits`() {
    let marked = MarkedText(text: "…磨削 and 烧伤", hitsInUTF8: [3..<9, 14..<20])
    #expect(marked.pieces.map { String($0.text) } == ["…", "磨削", " and ", "烧伤"])
    #expect(marked.pieces.map(\.isHit) == [false, true, false, true])
  }

  @Test func `a text without hits is one piece, an empty one has none`() {
    let pieces = MarkedText(text: "磨削", hitsInUTF8: []).pieces
    #expect(pieces.map { String($0.text) } == ["磨削"] && pieces.map(\.isHit) == [false])
    #expect(MarkedText(text: "", hitsInUTF8: []).pieces.isEmpty)
    #expect(MarkedText(text: "磨", hitsInUTF8: [0..<3]).pieces.map(\.isHit) == [true])
  }

  @Test func `a hit may end before a mark on its last character`() {
    let marked = MarkedText(text: "葛\u{E0100}", hitsInUTF8: [0..<3])
    #expect(marked.pieces.map { Array($0.text.utf8).count } == [3, 4])
    #expect(marked.hitsInCharacters == [0..<1])
  }

  @Test func `characters are Unicode scalars`() {
    // Bytes: 𠮷 0, a 4, e 5, acute 6, family of three 8, 磨 26.
    let marked = MarkedText(
      text: "𠮷ae\u{301}👩\u{200D}👧\u{200D}👦磨",
      hitsInUTF8: [0..<4, 5..<8, 8..<26, 26..<29])
    #expect(marked.hitsInCharacters == [0..<1, 2..<4, 4..<9, 9..<10])
    #expect(MarkedText(text: "磨削", hitsInUTF8: []).hitsInCharacters.isEmpty)
  }

  @Test func `ranges in characters hold the text that ranges in bytes hold`() {
    var generator = SeededGenerator(seed: 11)
    let characters = ["a", "é", "e\u{301}", "磨", "𠮷", "🙂", "Ａ", "\n"]
    for _ in 0..<500 {
      var text = ""
      var hits: [Range<Int>] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let start = text.utf8.count
        text += characters.randomElement(using: &generator) ?? ""
        let isApart = (hits.last?.upperBound ?? -1) < start
        if isApart, Bool.random(using: &generator) { hits.append(start..<text.utf8.count) }
      }
      let marked = MarkedText(text: text, hitsInUTF8: hits)
      let (bytes, scalars) = (Array(text.utf8), Array(text.unicodeScalars))
      #expect(
        marked.hitsInCharacters.map { Array(String(String.UnicodeScalarView(scalars[$0])).utf8) }
          == hits.map { Array(bytes[$0]) })
    }
  }
}
