import Testing

@testable import Zhisou

@Suite struct UTF8BorderTests {
  private static let text = Array("aé磨𬭎\u{301}z".utf8)
  /// Where the characters of the text begin, and its end.
  private static let borders = [0, 1, 3, 6, 10, 12, 13]

  @Test func `borders are where characters begin`() {
    for (place, byte) in Self.text.enumerated() {
      #expect(UTF8Border.isStart(byte) == Self.borders.contains(place))
    }
  }

  @Test func `the ends of a character lead from border to border`() {
    for (start, end) in zip(Self.borders, Self.borders.dropFirst()) {
      #expect(UTF8Border.end(ofCharacterAt: start, in: Self.text) == end)
      #expect(UTF8Border.start(ofCharacterBefore: end, in: Self.text) == start)
    }
  }

  @Test func `the text's own ends are not left`() {
    #expect(UTF8Border.start(ofCharacterBefore: 0, in: Self.text) == 0)
    #expect(UTF8Border.end(ofCharacterAt: Self.text.count, in: Self.text) == Self.text.count)
    #expect(UTF8Border.end(ofCharacterAt: 0, in: []) == 0)
    #expect(UTF8Border.start(ofCharacterBefore: 2, in: [0x80, 0x80]) == 0)
    #expect(UTF8Border.end(ofCharacterAt: 0, in: [0xE7, 0xA3]) == 2)
  }
}
