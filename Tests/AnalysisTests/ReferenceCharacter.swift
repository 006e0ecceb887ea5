import Foundation

/// One folded character of the slow tokenizer, with its bytes in the text as given.
struct ReferenceCharacter {
  enum Kind {
    case run, word, mark, joiner, sign, space, separator
  }

  var scalar: Unicode.Scalar
  let start: Int
  var end: Int

  var kind: Kind {
    let category = scalar.properties.generalCategory
    switch scalar {
    case "-", ".", "/", "_": return .joiner
    case "+", "#": return .sign
    case " ": return .space
    default: break
    }
    switch category {
    case .nonspacingMark, .enclosingMark, .format: return .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .spacingMark:
      return ReferenceCharacter.isOfRuns(scalar) ? .run : .word
    default: return .separator
    }
  }

  var isDigit: Bool { ("0"..."9").contains(scalar) }

  /// Forms that Unicode gives no plain rule for, and the traditional characters of the tests.
  private static let exceptions: [Unicode.Scalar: String] = [
    "①": "|1|", "½": "|1/2|", "舊": "旧", "書": "书", "國": "国", "濟": "济", "㑶": "㐹", "㘚": "㘎",
    "\u{8C48}": "岂",
  ]

  /// The folded characters of bytes; those that are not well-formed are separators.
  static func all(in bytes: [UInt8]) -> [ReferenceCharacter] {
    var characters: [ReferenceCharacter] = []
    var start = 0
    while start < bytes.count {
      let lengths = (1...4).filter { start + $0 <= bytes.count }
      let read = lengths.compactMap { length -> (Unicode.Scalar, Int)? in
        let text = String(validating: bytes[start..<start + length], as: UTF8.self)
        guard let text, text.unicodeScalars.count == 1 else { return nil }
        return text.unicodeScalars.first.map { ($0, length) }
      }
      let (scalar, length) = read.first ?? ("|", 1)
      for folded in fold(scalar) {
        append(
          ReferenceCharacter(scalar: folded, start: start, end: start + length), to: &characters)
      }
      start += length
    }
    return characters
  }

  /// Adds a character, or lets a mark work on the one before it.
  private static func append(
    _ character: ReferenceCharacter, to characters: inout [ReferenceCharacter]
  ) {
    guard character.kind == .mark else {
      characters.append(character)
      return
    }
    guard var last = characters.popLast() else { return }
    if last.kind == .run || last.kind == .word { last.end = character.end }
    let isVoicing = character.scalar == "\u{3099}" || character.scalar == "\u{309A}"
    let pair = "\(last.scalar)\(character.scalar)".precomposedStringWithCanonicalMapping
    if isVoicing, let made = pair.unicodeScalars.first, pair.unicodeScalars.count == 1 {
      last.scalar = made
    }
    characters.append(last)
  }

  static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let text = exceptions[scalar] { return Array(text.unicodeScalars) }
    let isSpace = scalar.properties.generalCategory == .spaceSeparator
    let compatible = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
    return compatible.flatMap { part -> [Unicode.Scalar] in
      if let text = exceptions[part] { return Array(text.unicodeScalars) }
      switch part {
      case "\u{2010}"..."\u{2015}", "\u{2212}": return ["-"]
      case "\u{2044}", "\u{2215}": return ["/"]
      case " ": return isSpace ? [" "] : ["|"]
      default: break
      }
      let alone = ReferenceCharacter(scalar: part, start: 0, end: 0)
      guard alone.kind == .word else { return [part] }
      let bare = String(part).decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
        ReferenceCharacter(scalar: $0, start: 0, end: 0).kind != .mark
      }
      // Upper case first, for letters of which only the capital tells what they are: ς, ß.
      let folded = String(String.UnicodeScalarView(bare)).uppercased().lowercased()
      return folded.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
        ReferenceCharacter(scalar: $0, start: 0, end: 0).kind != .mark
      }
    }
  }

  private static func isOfRuns(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3040...0x30FF, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }
}
