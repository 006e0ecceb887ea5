/// The encoding of a text, guessed from its first bytes.
enum TextEncoding: Equatable {
  case utf8
  case utf16
  /// One of the Chinese encodings of two bytes a character: GB18030 (GBK, GB2312) or Big5.
  case doubleByte
  /// Not text, or text in an encoding we cannot tell.
  case unknown

  /// What to say of a text that cannot be read yet.
  var unsupportedReason: String? {
    switch self {
    case .utf8: nil
    case .utf16: "encoding not supported yet: UTF-16; save the file as UTF-8"
    case .doubleByte: "encoding not supported yet: GB18030/GBK or Big5; save the file as UTF-8"
    case .unknown: "not text, or text in an encoding that is not known"
    }
  }

  /// Guesses from the opening of a file; a character cut at its end does not count.
  ///
  /// A few damaged characters do not make a text foreign: UTF-8 wins as long as most of what is
  /// not ASCII is valid, or the rest does not look like double bytes. Complexity: O(length).
  init(opening: Span<UInt8>) {
    if opening.count >= 2,
      (opening[0] == 0xFF && opening[1] == 0xFE) || (opening[0] == 0xFE && opening[1] == 0xFF)
    {
      self = .utf16
      return
    }
    if let byNulls = Self.byNulls(opening) {
      self = byNulls
      return
    }
    let (valid, invalid) = Self.countUTF8(opening)
    if invalid == 0 || valid > invalid * 3 {
      self = .utf8
      return
    }
    let share = Self.doubleByteShare(opening)
    let isPlausible = share >= 0.95 && invalid >= 3
    if isPlausible, valid < invalid * 2 {
      self = .doubleByte
    } else {
      self = valid * 8 < invalid && invalid > 64 ? .unknown : .utf8
    }
  }

  /// Zeros at every other place are UTF-16, many zeros anywhere are no text.
  private static func byNulls(_ opening: Span<UInt8>) -> TextEncoding? {
    var counts = (even: 0, odd: 0)
    for index in opening.indices where opening[index] == 0 {
      if index & 1 == 0 { counts.even += 1 } else { counts.odd += 1 }
    }
    let all = counts.even + counts.odd
    guard all >= 4, all * 20 > opening.count else { return nil }
    let (low, high) = (min(counts.even, counts.odd), max(counts.even, counts.odd))
    if low * 8 < high { return .utf16 }
    return all * 8 > opening.count ? .unknown : nil
  }

  /// Bytes of characters beyond ASCII that are valid UTF-8, and bytes that are not.
  private static func countUTF8(_ opening: Span<UInt8>) -> (valid: Int, invalid: Int) {
    var valid = 0
    var invalid = 0
    var index = 0
    while index < opening.count {
      switch UTF8Sequence.at(index, in: opening) {
      case .valid(let length):
        if length > 1 { valid += length }
        index += length
      case .invalid(let length):
        invalid += length
        index += length
      case .incomplete:
        return (valid, invalid)
      }
    }
    return (valid, invalid)
  }

  /// The share of bytes beyond ASCII that are pairs of GBK or Big5.
  private static func doubleByteShare(_ opening: Span<UInt8>) -> Double {
    var pairs = 0
    var others = 0
    var index = 0
    while index < opening.count {
      guard opening[index] >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < opening.count else { break }
      let isLead = (0x81...0xFE).contains(opening[index])
      let trail = opening[index + 1]
      if isLead, (0x40...0xFE).contains(trail), trail != 0x7F {
        pairs += 1
        index += 2
      } else {
        others += 1
        index += 1
      }
    }
    return pairs == 0 ? 0 : Double(pairs) / Double(pairs + others)
  }
}
