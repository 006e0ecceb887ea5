/// What characters mean to the query language, one Unicode scalar at a time.
extension Unicode.Scalar {
  /// The ASCII character that a full-width one is a form of; otherwise itself.
  var halfWidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(UInt8(value - 0xFEE0))
  }

  /// The character whose part this one plays: half-width, and `"` for “ and ”.
  var playedPart: Unicode.Scalar {
    self == "\u{201C}" || self == "\u{201D}" ? "\"" : halfWidth
  }

  /// Whether it can be an operator, or a part of one, and hence be made text by a backslash.
  var isEscapable: Bool {
    switch playedPart {
    case "\"", "(", ")", ":", "+", "-", "*", "^", ".", "\\": true
    default: false
    }
  }

  /// Whether a sign before it is an operator: before a letter, a phrase or a group.
  ///
  /// Not before a digit, since `-20℃` and `+5V` are text, nor in `->` and `--`.
  var canFollowSign: Bool {
    isLetter || playedPart == "\"" || playedPart == "(" || playedPart == "\\"
  }

  /// Whether it has the property White_Space (UAX #44, PropList.txt).
  ///
  /// Written out, since a look-up in the tables of all properties takes many times as long.
  var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether it is a letter; Han characters are.
  var isLetter: Bool { properties.isAlphabetic }

  /// Whether it is a digit, or a fraction such as ½.
  var isNumber: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .otherNumber: true
    default: false
    }
  }

  /// Whether it is a letter, a number or a mark on one.
  var isOfWord: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: isLetter || isNumber
    }
  }
}
