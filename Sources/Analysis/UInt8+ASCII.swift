extension UInt8 {
  /// Whether the byte is one of the letters a to z.
  var isSmallLetter: Bool { self &- 0x61 < 26 }

  /// Whether the byte is one of the digits 0 to 9.
  var isDigit: Bool { self &- 0x30 < 10 }
}
