extension String {
  /// How many columns of a terminal the text takes.
  ///
  /// - Complexity: O(length of the text).
  var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// How many columns of a terminal the grapheme cluster takes: two when it is wide, as Han and emoji
  /// are, none for marks that stand alone.
  var displayWidth: Int {
    min(unicodeScalars.reduce(0) { $0 + $1.displayWidth }, 2)
  }
}

extension Unicode.Scalar {
  /// The wide ranges are those of Unicode's East Asian Width (UAX #11), rounded to blocks.
  fileprivate var displayWidth: Int {
    switch value {
    case ..<0x300: return 1
    case 0x302A...0x302D, 0x3099...0x309A: return 0
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
      0x20000...0x3FFFD:
      return 2
    case 0x1160...0x11FF: return 0
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return properties.isEmojiPresentation ? 2 : 1
    }
  }
}
