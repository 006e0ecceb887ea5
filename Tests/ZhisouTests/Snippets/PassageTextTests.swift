import Testing

@testable import Zhisou

@Suite struct PassageTextTests {
  private static func marked(
    _ text: String, _ range: Range<Int>? = nil, by hits: [Range<Int>] = []
  ) -> MarkedText {
    let bytes = Array(text.utf8)
    return PassageText(bytes, range ?? 0..<bytes.count).marked(by: hits)
  }

  @Test(arguments: [
    (" \n 一 \t\r\n二\u{B}\u{C}三\r\n", "一 二 三"), ("一\u{3000}二", "一\u{3000}二"),
    ("\u{3000}\u{3000}一。\n\u{3000}\u{3000}二", "一。 二"), ("一\u{A0}二\u{A0} 三", "一\u{A0}二 三"),
    ("一\u{2028}二", "一 二"), ("", ""), (" \n", ""),
  ])
  func `white space is drawn together, and left out at the ends`(text: String, shown: String) {
    #expect(Array(Self.marked(text).text.utf8) == Array(shown.utf8))
  }

  @Test func `only the part is shown`() {
    #expect(Self.marked("一  二三", 3..<8).text == "二")
    #expect(Self.marked("一二三", 3..<6).text == "二")
    #expect(Self.marked("一二三", 3..<3).text.isEmpty)
  }

  @Test func `hits move with the text`() {
    // Bytes: 一 0, two spaces 3, 二 5, line end 8, 三 9.
    let text = "一  二\n三"
    #expect(Self.marked(text, by: [0..<3, 9..<12]).hitsInUTF8 == [0..<3, 8..<11])
    #expect(Self.marked(text, 5..<12, by: [9..<12]).hitsInUTF8 == [4..<7])
    // A hit with white space inside, and one before white space.
    #expect(Self.marked(text, by: [0..<8]).hitsInUTF8 == [0..<7])
    #expect(Self.marked("\u{3000}𠮷\n", by: [3..<7]).hitsInUTF8 == [0..<4])
  }

  @Test func `white space alone is not visible`() {
    for (text, isVisible) in [
      ("", false), (" \n\u{3000}\u{2028}", false), (" 一", true), ("。", true),
    ] {
      let bytes = Array(text.utf8)
      #expect(PassageText.isVisible(0..<bytes.count, of: bytes) == isVisible)
    }
    #expect(!PassageText.isVisible(3..<4, of: Array("一 二".utf8)))
  }
}
