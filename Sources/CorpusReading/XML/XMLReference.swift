/// A reference that needs no document type: to a character by its number, or to one of the five that
/// markup is made of (XML 1.0, sections 4.1 and 4.6).
struct XMLReference {
  let character: Unicode.Scalar
  /// The index behind the reference.
  let end: Int

  /// The longest reference that is looked at: `&#x10FFFF;`, and some zeros in it.
  private static let longest = 16

  /// Looks at the ampersand at `start`.
  ///
  /// - Returns: nil when no such reference stands there, or one to what is no character of XML.
  init?(in text: Span<UInt8>, at start: Int) {
    let limit = min(start + Self.longest, text.count)
    guard let semicolon = ByteSearch.first(0x3B, in: text, from: start, to: limit) else {
      return nil
    }
    let name = text.extracting((start + 1)..<semicolon)
    end = semicolon + 1
    if let markup = Self.markup(name) {
      character = markup
    } else {
      guard let number = Self.number(name), let scalar = Unicode.Scalar(number),
        Self.isCharacter(scalar)
      else { return nil }
      character = scalar
    }
  }

  /// The character of markup that has this name.
  static func markup(_ name: Span<UInt8>) -> Unicode.Scalar? {
    switch name.count {
    case 2 where name.equals("lt"): "<"
    case 2 where name.equals("gt"): ">"
    case 3 where name.equals("amp"): "&"
    case 4 where name.equals("quot"): "\""
    case 4 where name.equals("apos"): "'"
    default: nil
    }
  }

  /// The number of `#20013` or `#x4E2D`.
  private static func number(_ name: Span<UInt8>) -> UInt32? {
    guard name.count >= 2, name[0] == 0x23 else { return nil }
    let isHexadecimal = name[1] == 0x78
    let digits = name.extracting((isHexadecimal ? 2 : 1)..<name.count)
    guard !digits.isEmpty else { return nil }
    var number: UInt32 = 0
    for index in digits.indices {
      let byte = digits[index]
      if byte &- 0x30 < 10 {
        number = number * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        number = number * 16 + UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        return nil
      }
      guard number <= 0x10FFFF else { return nil }
    }
    return number
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
