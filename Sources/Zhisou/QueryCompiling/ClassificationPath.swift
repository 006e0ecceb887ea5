internal import InvertedIndex

/// A place in the tree of the International Patent Classification: a section `H`, a class `H01`, a
/// subclass `H01L`, a main group `H01L 21` or a symbol `H01L 21/02` (WIPO ST.8).
struct ClassificationPath: Equatable, Sendable {
  /// How deep a place is.
  enum Level: Int, Sendable {
    case section, classification, subclass, group, symbol
  }

  let level: Level
  /// The term of documents at or under the place; the letter of a section.
  let term: String

  /// Reads a place in any spelling: `h01l21`, `H01L 0021/00`, `Ｈ０１Ｌ２１／００`.
  ///
  /// - Returns: `nil` for a text that is none.
  init?(_ text: String) {
    self.init(folded: text.foldedName.utf8.filter { $0 != 0x20 })
  }

  /// Reads a place from UTF-8; what is ASCII, as most codes are, without a string.
  init?(utf8 bytes: [UInt8]) {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      self.init(String(decoding: bytes, as: UTF8.self))
      return
    }
    // Most codes that are none show it by what they begin with.
    guard let first = bytes.first(where: { $0 != 0x20 }), (0x41...0x5A).contains(first & 0xDF)
    else { return nil }
    self.init(
      folded: bytes.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  /// Reads a place in small letters, digits and signs.
  private init?(folded bytes: [UInt8]) {
    guard let section = bytes.first, (0x61...0x68).contains(section) || section == 0x79 else {
      return nil
    }
    if bytes.count == 1 {
      self.init(.section, bytes)
      return
    }
    guard bytes.count >= 3, Self.areDigits(bytes[1..<3]) else { return nil }
    if bytes.count == 3 {
      self.init(.classification, bytes)
      return
    }
    guard (0x61...0x7A).contains(bytes[3]) else { return nil }
    if bytes.count == 4 {
      self.init(.subclass, bytes)
      return
    }
    let parts = bytes[4...].split(separator: 0x2F, omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.areDigits) else { return nil }
    let group = parts[0].drop { $0 == 0x30 }
    guard (1...4).contains(group.count) else { return nil }
    let main = bytes[..<4] + group
    if parts.count == 1 {
      self.init(.group, Array(main))
    } else {
      self.init(.symbol, Array(main + [0x2D] + parts[1]))
    }
  }

  private init(_ level: Level, _ bytes: [UInt8]) {
    self.level = level
    term = String(decoding: bytes, as: UTF8.self)
  }

  private static func areDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The place at or above this one at a level, as it is written: `H01L`, `H01L21`, `H01L21/02`.
  ///
  /// - Returns: `nil` when the level is deeper than the place.
  func name(at level: Level) -> String? {
    guard level.rawValue <= self.level.rawValue else { return nil }
    switch level {
    case .section: return term.prefix(1).uppercased()
    case .classification: return term.prefix(3).uppercased()
    case .subclass: return term.prefix(4).uppercased()
    case .group: return term.prefix { $0 != "-" }.uppercased()
    case .symbol:
      return String(term.uppercased().map { $0 == "-" ? "/" : $0 })
    }
  }

  /// Documents with a symbol at or under the place.
  ///
  /// Symbols are indexed whole, and as class, subclass and main group; a section is its classes.
  var condition: Condition {
    let word = Array(term.utf8)
    guard level == .section else { return .term(.word(word), in: .code) }
    return .words(prefix: word, in: .code) { $0.count == 3 && Self.areDigits($0[1...]) }
  }
}
