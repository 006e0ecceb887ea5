import Testing

@testable import ZhisouCLI

@Suite struct VisibleCharacterTests {
  @Test func `what steers a terminal is written out, and white space is a blank`() {
    let text = StyledText("a\u{1B}[1mb\u{9B}c\u{202E}d\u{2066}\u{7F}\u{0}e\tf\r\ng\u{85}h\u{2028}i")
    #expect(
      text.text(isColoured: false)
        == "a\\x1B[1mb\\x9Bc\\u202Ed\\u2066\\x7F\\x00e f  g h i")
  }

  @Test func `lines and tabs of a longer text stay`() {
    #expect("a\tb\nc\u{1B}d\u{200F}".withVisibleControls == "a\tb\nc\\x1Bd\\u200F")
    #expect("磨\r\n削".withVisibleControls == "磨\\x0D\n削")
    #expect("e\u{301}👨‍👩‍👧".withVisibleControls == "e\u{301}👨‍👩‍👧")
  }
}
