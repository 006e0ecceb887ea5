extension Character {
  /// The character as it is shown on one line: white space is a blank, and what could steer a terminal
  /// is written out.
  var visible: [Character] {
    if unicodeScalars.allSatisfy({ $0.value >= 0x20 && !$0.steersTerminal }) { return [self] }
    return unicodeScalars.flatMap { scalar -> [Character] in
      switch scalar {
      case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": [" "]
      case _ where scalar.steersTerminal: scalar.writtenOut
      default: [Character(scalar)]
      }
    }
  }
}

extension String {
  /// The text with its lines and tabs, and all else that could steer a terminal written out.
  var withVisibleControls: String {
    guard unicodeScalars.contains(where: { $0.steersTerminal && $0 != "\n" && $0 != "\t" })
    else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.steersTerminal, scalar != "\n", scalar != "\t" {
        text.append(contentsOf: scalar.writtenOut)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Control characters (C0, DEL, C1), separators of lines, and what changes the direction of text
  /// (UAX #9).
  fileprivate var steersTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `\x1B`, or `\u202E` beyond one byte.
  fileprivate var writtenOut: [Character] {
    let digits = String(value, radix: 16, uppercase: true)
    let count = value < 0x100 ? 2 : 4
    return Array((count == 2 ? "\\x" : "\\u") + String(repeating: "0", count: count - digits.count))
      + Array(digits)
  }
}
