import TestSupport
import Testing

@testable import Zhisou
@testable import ZhisouCLI

@Suite struct StyledTextTests {
  /// Characters of one, two and no columns, some of several scalars.
  private static let alphabet: [String] = [
    "a", "B", "7", " ", "磨", "削", "，", "。", "（", "“", "e\u{301}", "Ａ", "𬭎", "👨‍👩‍👧", "🇨🇳", "ｶ",
    "が", "한", "é", "-", "/", ".", "葛\u{E0100}",
  ]

  private func plain(_ lines: [StyledText]) -> [String] {
    lines.map { $0.text(isColoured: false) }
  }

  @Test func `lines of random text fit, lose only blanks and part no cluster`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...60, using: &random)
      let text = (0..<count).map { _ in Self.alphabet.randomElement(using: &random) ?? "" }.joined()
      let columns = Int.random(in: 2...30, using: &random)
      let lines = plain(StyledText(text).wrapped(to: columns))
      #expect(lines.allSatisfy { $0.displayWidth <= columns && !$0.isEmpty })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      #expect(lines.flatMap { $0.filter { $0 != " " } } == text.filter { $0 != " " }.map { $0 })
      #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }
  }

  @Test func `lines end at blanks and beside Han, not before a full stop or inside a word`() {
    #expect(
      plain(StyledText("grinding burn 磨削烧伤。完").wrapped(to: 10)) == [
        "grinding", "burn 磨削", "烧伤。完",
      ])
    #expect(plain(StyledText("磨削烧伤。完").wrapped(to: 8)) == ["磨削烧", "伤。完"])
    #expect(plain(StyledText("磨削（烧）").wrapped(to: 6)) == ["磨削", "（烧）"])
    #expect(plain(StyledText("GB/T1804-2000").wrapped(to: 5)) == ["GB/T1", "804-2", "000"])
    #expect(plain(StyledText("磨削 ab").wrapped(to: 4)) == ["磨削", "ab"])
    #expect(plain(StyledText("磨").wrapped(to: 1)) == ["磨"])
    #expect(StyledText("").wrapped(to: 5).isEmpty)
  }

  @Test func `a text that does not fit ends in an ellipsis`() {
    func cut(_ text: String, _ columns: Int) -> String {
      StyledText(text).cut(to: columns).text(isColoured: false)
    }
    #expect(cut("磨削烧伤", 8) == "磨削烧伤")
    #expect(cut("磨削烧伤", 7) == "磨削烧…")
    #expect(cut("磨削烧伤", 6) == "磨削…")
    #expect(cut("ae\u{301}e\u{301}b", 3) == "ae\u{301}…")
    #expect(cut("磨削", 1) == "…" && cut("磨削", 0) == "" && cut("磨削", -5) == "")
  }

  @Test func `colours take no columns, and brackets do`() {
    let text = MarkedText(text: "a磨削b削", hitsInUTF8: [1..<7, 8..<11])
    let coloured = StyledText(text, .strong, brackets: false)
    #expect(coloured.width == 8)
    #expect(
      coloured.text(isColoured: true)
        == "\u{1B}[0;1ma\u{1B}[0;1;31m磨削\u{1B}[0;1mb\u{1B}[0;1;31m削\u{1B}[0m")
    #expect(coloured.text(isColoured: false) == "a磨削b削")
    let bracketed = StyledText(text, brackets: true)
    #expect(bracketed.text(isColoured: false) == "a【磨削】b【削】" && bracketed.width == 16)
    #expect(StyledText(MarkedText(text: "", hitsInUTF8: []), brackets: true).width == 0)
  }

  @Test func `a hit that ends inside a cluster marks all of it`() {
    let text = MarkedText(text: "e\u{301}x", hitsInUTF8: [0..<1])
    #expect(StyledText(text, brackets: true).text(isColoured: false) == "【e\u{301}】x")
  }

  @Test func `padding fills up by columns`() {
    #expect(StyledText("磨").padded(to: 5).text(isColoured: false) == "磨   ")
    #expect(StyledText("磨削").padded(to: 3).text(isColoured: false) == "磨削")
    #expect(StyledText("磨  ").trimmed.width == 2 && StyledText("  ").trimmed.width == 0)
  }
}
