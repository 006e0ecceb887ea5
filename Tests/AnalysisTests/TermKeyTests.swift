import Analysis
import Testing

@Suite struct TermKeyTests {
  @Test func `dense ids number their characters without gaps, in the order of code points`() {
    let ids = (UInt32(0)..<0x1_0000).map(TermKey.denseID).filter { $0 != 0 }
    #expect(ids == Array(1..<TermKey.characterCount))
  }

  @Test func `characters outside the blocks have no dense id`() {
    for scalar: UInt32 in [0, 0x41, 0x3004, 0x3008, 0x4DC0, 0xA000, 0xD7A4, 0x2_0000, .max] {
      #expect(TermKey.denseID(of: scalar) == 0)
    }
  }

  @Test func `a key tells its characters`() {
    for (first, second) in [("々", "\u{FAFF}"), ("磨", "削"), ("한", "あ"), ("ㄅ", "㐀")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      let ids = (TermKey.denseID(of: first.value), TermKey.denseID(of: second.value))
      let key = TermKey.bigram(first: ids.0, second: ids.1)
      #expect(key < TermKey.internedFlag)
      #expect(TermKey.firstAndSecond(of: key) == (ids.0, ids.1))
      #expect(TermKey.text(of: key).unicodeScalars.elementsEqual([first, second]))
      #expect(TermKey.text(of: TermKey.bigram(first: ids.0, second: 0)) == String(first))
    }
    #expect(TermKey.text(of: TermKey.internedFlag | 5) == "")
  }

  @Test func `all that begins with a character is in its range, and nothing else`() {
    let id = TermKey.denseID(of: 0x78E8)
    let range = TermKey.range(startingWith: id)
    #expect(range.contains(TermKey.bigram(first: id, second: 0)))
    #expect(range.contains(TermKey.bigram(first: id, second: TermKey.characterCount - 1)))
    #expect(!range.contains(TermKey.bigram(first: id + 1, second: 0)))
    #expect(!range.contains(TermKey.bigram(first: id - 1, second: TermKey.characterCount - 1)))
  }
}
