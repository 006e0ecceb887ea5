import TestSupport
import Testing

@testable import Zhisou

@Suite struct PassageTextTests {
  private static func snippet(
    _ text: String, _ range: Range<Int>? = nil, marking hits: [Range<Int>] = []
  ) -> Snippet {
    let bytes = Array(text.utf8)
    return PassageText(bytes, range ?? 0..<bytes.count).snippet(marking: hits)
  }

  @Test func `an ellipsis stands where text is left out`() {
    #expect(Self.snippet("一二三").text == "一二三")
    #expect(Self.snippet("一二三", 0..<6).text == "一二…")
    #expect(Self.snippet("一二三", 3..<9).text == "…二三")
    #expect(Self.snippet("一二三", 3..<6).text == "…二…")
    #expect(Self.snippet("", 0..<0) == .empty)
  }

  @Test func `white space is drawn together, and left out in front`() {
    #expect(Self.snippet(" \n 一 \t\r\n二\u{B}\u{C}三").text == "一 二 三")
    #expect(Self.snippet("一  二", 3..<8).text == "…二")
    #expect(Self.snippet("一\u{3000}二").text == "一\u{3000}二")
  }

  @Test func `hits move with the text`() {
    // Bytes: 一 0, two spaces 3, 二 5, line end 8, 三 9.
    let text = "一  二\n三"
    #expect(Self.snippet(text, marking: [0..<3, 9..<12]).hitsInUTF8 == [0..<3, 8..<11])
    #expect(Self.snippet(text, 5..<12, marking: [9..<12]).hitsInUTF8 == [7..<10])
    // A hit with white space inside.
    #expect(Self.snippet(text, marking: [0..<8]).hitsInUTF8 == [0..<7])
  }

  @Test func `overlapping and touching hits are one, others stay apart`() {
    let text = "一二三四五"
    #expect(Self.snippet(text, marking: [0..<6, 3..<9]).hitsInUTF8 == [0..<9])
    #expect(Self.snippet(text, marking: [0..<3, 3..<6]).hitsInUTF8 == [0..<6])
    #expect(Self.snippet(text, marking: [0..<9, 3..<6]).hitsInUTF8 == [0..<9])
    #expect(Self.snippet(text, marking: [0..<3, 6..<9]).hitsInUTF8 == [0..<3, 6..<9])
  }

  @Test func `hits that are not wholly in the passage are not marked`() {
    let text = "一二三四五"
    #expect(Self.snippet(text, 3..<12, marking: [0..<6, 6..<9, 9..<15]).hitsInUTF8 == [6..<9])
  }
}
