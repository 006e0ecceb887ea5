import Testing

@testable import ZhisouCLI

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("磨削", 4), ("Ａ１", 4), ("ｶﾞ", 2), ("ガ", 2), ("か\u{3099}", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("𬭎", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("⚡", 2),
    ("葛\u{E0100}", 2), ("“”…—·", 5), ("、。", 4), ("ℓ№", 2), ("\u{200B}", 0), ("🔧", 2), ("〿", 1),
  ])
  func `columns are counted by clusters`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
