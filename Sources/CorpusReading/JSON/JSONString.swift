/// The text of JSON strings.
enum JSONString {
  /// Gives the decoded text of a string piece by piece.
  ///
  /// `range` is what stands between the quotes and has been found valid. A lone surrogate becomes
  /// U+FFFD, an escaped NUL nothing, another escaped control character a blank. Complexity: O(n).
  static func decode(
    _ text: Span<UInt8>, _ range: Range<Int>, _ body: (Span<UInt8>) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = min(JSONScanner.nextSpecial(text, from: index), range.upperBound)
      if next > index { body(text.extracting(index..<next)) }
      index = next
      guard index < range.upperBound else { return }
      index = decodeEscape(text, index, range.upperBound, body)
    }
  }

  /// Decodes the escape at `index`; returns the index behind it.
  private static func decodeEscape(
    _ text: Span<UInt8>, _ index: Int, _ end: Int, _ body: (Span<UInt8>) -> Void
  ) -> Int {
    let letter = text[index + 1]
    guard letter == 0x75 else {
      let byte: UInt8 =
        switch letter {
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        case 0x62, 0x66: 0x20
        default: letter
        }
      emit(byte, body)
      return index + 2
    }
    let unit = codeUnit(text, index + 2)
    var next = index + 6
    var scalar = unit
    if (0xD800...0xDBFF).contains(unit), next + 6 <= end, text[next] == 0x5C,
      text[next + 1] == 0x75
    {
      let low = codeUnit(text, next + 2)
      if (0xDC00...0xDFFF).contains(low) {
        scalar = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
        next += 6
      }
    }
    emit(scalar: scalar, body)
    return next
  }

  private static func codeUnit(_ text: Span<UInt8>, _ start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<(start + 4) {
      unit = unit << 4 | (JSONScanner.hexDigit(text[index]) ?? 0)
    }
    return unit
  }

  private static func emit(scalar value: UInt32, _ body: (Span<UInt8>) -> Void) {
    switch value {
    case 0: return
    case 0x09, 0x0A, 0x0D: emit(UInt8(value), body)
    case 0x01...0x1F: emit(0x20, body)
    default:
      let isCharacter = value != 0xFFFE && value != 0xFFFF
      let scalar = (isCharacter ? Unicode.Scalar(value) : nil) ?? "\u{FFFD}"
      let bytes = Array(String(Character(scalar)).utf8)
      body(bytes.span)
    }
  }

  private static func emit(_ byte: UInt8, _ body: (Span<UInt8>) -> Void) {
    let bytes: InlineArray<1, UInt8> = [byte]
    body(bytes.span)
  }
}
