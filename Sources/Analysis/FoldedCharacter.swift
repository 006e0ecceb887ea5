/// A folded character, as the tokenizers take it: its class and its identity in one word.
struct FoldedCharacter: Equatable {
  let code: UInt32

  /// White space other than line ends, which may part the halves of a code.
  static let space = FoldedCharacter(code: 0x20)
  /// Ends words and runs.
  static let separator = FoldedCharacter(code: 0)
  /// Belongs to the character before it and changes nothing.
  static let mark = FoldedCharacter(code: 1)

  init(code: UInt32) {
    self.code = code
  }

  /// A character with a dense id.
  init(denseID: UInt32) {
    code = denseID | FoldedCharacter.denseFlag
  }

  /// A character that stands for several: an index into the expansions.
  init(expansion index: Int) {
    code = FoldedCharacter.expansions.lowerBound + UInt32(index)
  }

  /// The dense id of a character of runs; 0 if it has none.
  var denseID: UInt32 {
    code & FoldedCharacter.denseFlag != 0 ? code & ~FoldedCharacter.denseFlag : 0
  }

  /// The Unicode scalar of a letter, a digit or a character of runs.
  var scalar: UInt32 { denseID == 0 ? code : TermKey.scalar(of: denseID) }

  /// The index into the expansions, for a character that stands for several.
  var expansion: Int? {
    FoldedCharacter.expansions.contains(code)
      ? Int(code - FoldedCharacter.expansions.lowerBound) : nil
  }

  /// Whether it forms bigrams with its neighbours.
  var isOfRuns: Bool {
    code & FoldedCharacter.denseFlag != 0 || (0x2_0000..<0x4_0000).contains(code)
  }

  /// Whether it is one of the two marks that voice the kana before them.
  var isVoicingMark: Bool { code == 0x3099 || code == 0x309A }

  /// Whether it joins two words to a code: `-`, `.`, `/` or `_`.
  var isJoiner: Bool { code >= 0x2D && code <= 0x2F || code == 0x5F }

  /// Whether it may follow the letters of a name: `+` or `#`.
  var isSign: Bool { code == 0x2B || code == 0x23 }

  /// Whether it is one of the digits 0 to 9.
  var isDigit: Bool { code &- 0x30 < 10 }

  // Codes are scalar values. Those of surrogates, which no text holds, number the expansions.
  private static let denseFlag: UInt32 = 0x8000_0000
  private static let expansions: Range<UInt32> = 0xD800..<0xE000
}
