/// How much a text looks like Chinese in GB18030 or in Big5.
///
/// The score is the share of characters that are common ones of the encoding; malformed ones but
/// the first, which any text may have, count twenty times against it. Eight characters are enough
/// in more than 99 of 100 texts.
enum DoubleByteScore {
  /// A score below this is no sign of Chinese.
  static let least = 0.4
  /// What it is worth that the text itself names the encoding.
  ///
  /// Labels lie: this decides short texts, and long ones are the encoding that they look like.
  private static let declaration = 0.5

  /// How many bytes are looked at.
  private static let reach = 16 << 10

  /// The score of a text in GB18030: characters of GB2312's first level and its punctuation.
  static func gb18030(_ text: Span<UInt8>, isDeclared: Bool) -> Double {
    score(text, isDeclared) { index -> Kind in
      let lead = text[index]
      let trail = text[index + 1]
      guard (0x81...0xFE).contains(lead) else { return lead == 0x80 ? .rare(1) : .malformed }
      if (0x30...0x39).contains(trail) { return .rare(4) }
      guard (0x40...0xFE).contains(trail), trail != 0x7F else { return .malformed }
      let isCommon = (0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3
      return isCommon && trail >= 0xA1 ? .common : .rare(2)
    }
  }

  /// The score of a text in Big5: characters of its first level and its punctuation.
  static func big5(_ text: Span<UInt8>, isDeclared: Bool) -> Double {
    score(text, isDeclared) { index -> Kind in
      let lead = text[index]
      let trail = text[index + 1]
      let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
      guard (0x81...0xFE).contains(lead), isTrail else { return .malformed }
      return (0xA1...0xC6).contains(lead) ? .common : .rare(2)
    }
  }

  private enum Kind {
    case common
    /// A character of so many bytes that says nothing.
    case rare(Int)
    case malformed
  }

  private static func score(
    _ text: Span<UInt8>, _ isDeclared: Bool, _ kind: (Int) -> Kind
  ) -> Double {
    let end = min(text.count, reach)
    var characters = 0
    var common = 0
    var malformed = 0
    var index = 0
    // The last byte may be half a character.
    while index + 1 < end {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      characters += 1
      switch kind(index) {
      case .common:
        common += 1
        index += 2
      case .rare(let length):
        index += length
      case .malformed:
        malformed += 1
        index += 1
      }
    }
    guard characters > 0 else { return 0 }
    let points = common - 20 * max(0, malformed - 1)
    return Double(points) / Double(characters) + (isDeclared ? declaration : 0)
  }
}
