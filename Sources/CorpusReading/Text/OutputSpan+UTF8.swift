extension OutputSpan<UInt8> {
  /// Appends eight bytes, the lowest first.
  @inline(__always)
  mutating func append(word: UInt64) {
    var word = word
    for _ in 0..<8 {
      append(UInt8(truncatingIfNeeded: word))
      word &>>= 8
    }
  }

  /// Appends a character of three bytes: 0x800 to 0xFFFF, no surrogate.
  @inline(__always)
  mutating func append(triple character: UInt16) {
    append(0xE0 | UInt8(truncatingIfNeeded: character &>> 12))
    append(0x80 | UInt8(truncatingIfNeeded: (character &>> 6) & 0x3F))
    append(0x80 | UInt8(truncatingIfNeeded: character & 0x3F))
  }

  /// Appends a character of any length.
  mutating func append(character: UInt32) {
    switch character {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: character))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: character &>> 6))
      append(0x80 | UInt8(truncatingIfNeeded: character & 0x3F))
    case ..<0x1_0000:
      append(triple: UInt16(truncatingIfNeeded: character))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: character &>> 18))
      append(0x80 | UInt8(truncatingIfNeeded: (character &>> 12) & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: (character &>> 6) & 0x3F))
      append(0x80 | UInt8(truncatingIfNeeded: character & 0x3F))
    }
  }
}
