/// One character of UTF-8 (Unicode 15, table 3-7), or the bytes that stand where one should.
enum UTF8Sequence: Equatable {
  /// A whole character of so many bytes.
  case valid(Int)
  /// So many bytes that begin a character which never ends; U+FFFD stands for them together.
  case invalid(Int)
  /// The text ends inside a character.
  case incomplete

  /// Looks at the character that begins at `index`.
  static func at(_ index: Int, in text: Span<UInt8>) -> UTF8Sequence {
    let lead = text[index]
    var length = 2
    // The second byte's range; all others are 80...BF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: return .valid(1)
    case 0xC2...0xDF: break
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid(1)
    }
    var offset = 1
    while offset < length {
      guard index + offset < text.count else { return .incomplete }
      let byte = text[index + offset]
      guard byte >= low, byte <= high else { return .invalid(offset) }
      (low, high) = (0x80, 0xBF)
      offset += 1
    }
    return .valid(length)
  }
}
