/// What a character means for the borders before and behind it.
struct BorderCharacter {
  enum Kind {
    case space, lineEnd
    /// Belongs to what follows: an opening bracket or quotation mark.
    case opening
    /// Belongs to what goes before: a closing bracket or quotation mark, a dash, a unit's sign.
    case closing
    case sentenceEnd, clauseEnd
    /// Ends a sentence where a capital follows behind a space.
    case fullStop
    case other
  }

  let kind: Kind
  /// Whether it may be parted from any neighbour, as a character of Chinese script may: letters,
  /// digits and signs below and in full width hold together.
  let isLoose: Bool

  init(_ scalar: Unicode.Scalar) {
    kind = Self.kind(of: scalar)
    isLoose = Self.isLoose(scalar)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": .lineEnd
    case "(", "[", "{", "“", "‘", "《", "〈", "「", "『", "【", "〔", "〖", "（", "［", "｛", "｢": .opening
    case ")", "]", "}", "”", "’", "》", "〉", "」", "』", "】", "〕", "〗", "）", "］", "｝", "｣", "—", "·",
      "・",
      "%", "％", "‰", "°", "℃", "℉", "々", "ー":
      .closing
    case "。", "！", "？", "；", "!", "?", ";", "｡": .sentenceEnd
    case "，", "、", "：", ",", ":", "､", "…": .clauseEnd
    case ".": .fullStop
    default: scalar.isWhiteSpace ? .space : .other
    }
  }

  private static func isLoose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x2E80: false
    // Units such as ㎜.
    case 0x3300..<0x3400: false
    // Letters, digits and signs of numbers in full width.
    case 0xFF03...0xFF06, 0xFF0A...0xFF0B, 0xFF0D...0xFF19, 0xFF1C...0xFF1E, 0xFF20...0xFF3A,
      0xFF3C, 0xFF3E...0xFF5A, 0xFF5C, 0xFF5E, 0xFFE0...0xFFE6:
      false
    default: true
    }
  }
}
