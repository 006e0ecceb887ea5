/// The bigrams of runs of Han characters, as the harness that compares engines cuts them.
///
/// Han is U+3005, U+3007, U+3400–4DBF, U+4E00–9FFF, U+F900–FAFF and U+20000–3134F, not folded; all
/// else separates. A character that stands alone is no bigram.
enum HanBigrams {
  /// Appends the bigrams of a text in UTF-8, in order, and counts its characters.
  ///
  /// - Returns: all characters of the text but newlines.
  static func append(of text: Span<UInt8>, to bigrams: inout [UInt64]) -> Int {
    var characters = 0
    var previous: UInt64 = 0
    var place = 0
    while place < text.count {
      let (scalar, width) = scalar(at: place, of: text)
      place += width
      if scalar != 0x0A { characters += 1 }
      guard isHan(scalar) else {
        previous = 0
        continue
      }
      if previous != 0 { bigrams.append(previous << 21 | UInt64(scalar)) }
      previous = UInt64(scalar)
    }
    return characters
  }

  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3134F, 0x3005, 0x3007:
      true
    default: false
    }
  }

  /// The scalar at a place of valid UTF-8, and its bytes.
  @inline(__always)
  static func scalar(at place: Int, of text: Span<UInt8>) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(text[place])
    func tail(_ offset: Int) -> UInt32 {
      place + offset < text.count ? UInt32(text[place + offset]) & 0x3F : 0
    }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((lead & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
