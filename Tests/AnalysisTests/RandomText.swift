import TestSupport

/// Random texts in which scripts, codes, marks and broken bytes meet.
enum RandomText {
  static let pieces: [String] = [
    "磨", "削", "舊", "國", "濟", "㑶", "㘚", "𠮷", "𠀀", "か", "は", "ー", "ｶ", "ﾞ", "ﾟ", "々", "한", "ㄅ",
    "豈", "\u{3099}", "\u{309A}", "\u{301}", "\u{FE0F}", "\u{E0100}", "\u{200B}", "a", "X", "t",
    "T/",
    "é", "Ж", "Ａ", "１", "²", "㎜", "№", "①", "½", "㈱", "℃", "…", "𝐀", "0", "1", "20", "1804", "2000",
    "115212", ".", "．", "-", "—", "―", "–", "－", "/", "／", "_", "+", "＋", "#", " ", "\u{3000}",
    "\u{A0}", "  ", "，", "\n", "・", "🙂", "GB", "GB/T", "GB/T 18", "gbt", "ISO", "ISO/IEC ", "DB37",
    "H01L", "H01L ", "H01L21/00", "A61N5", "CN", "C++", "\u{E000}", "\0",
    String(repeating: "x", count: 60), String(repeating: "z", count: 252),
  ]

  private static let broken: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xE4], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0, 0xA0], [0xF5], [0xFF],
    [0xE0, 0x81, 0xA1], [0xF4, 0x90, 0x80, 0x80], [0xC1, 0x81],
  ]

  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    // Few different pieces a text, so that they meet in many ways.
    let chosen = (0..<6).map { _ in pieces.randomElement(using: &generator) ?? "" }
    return (0..<Int.random(in: 0...24, using: &generator)).flatMap { _ -> [UInt8] in
      if Int.random(in: 0..<40, using: &generator) == 0 {
        return broken.randomElement(using: &generator) ?? []
      }
      return Array((chosen.randomElement(using: &generator) ?? "").utf8)
    }
  }
}
