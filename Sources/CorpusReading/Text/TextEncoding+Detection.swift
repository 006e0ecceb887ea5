/// How an encoding is told: by what only one encoding has at the front of a text, and otherwise by
/// a sample that begins where ASCII ends.
extension TextEncoding {
  /// The encoding that the front of a text gives away by its byte order mark or as UTF-16, nil when
  /// it is one of those in which ASCII is ASCII.
  ///
  /// Complexity: O(length).
  static func marked(_ opening: Span<UInt8>) -> TextEncoding? {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0x84, 0x31, 0x95, 0x33], .gb18030),
      ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    for (mark, encoding) in marks where opening.count >= mark.count {
      if opening.extracting(first: mark.count).equals(mark) { return encoding }
    }
    return byZeros(opening) ?? byRows(opening)
  }

  /// Guesses from a sample of a text, from its first byte beyond ASCII on.
  ///
  /// A few damaged characters do not make a text foreign: UTF-8 wins as long as most of what is
  /// not ASCII is valid, or the rest does not look like Chinese. `label` is what the text itself
  /// says; a character cut at the end does not count. Complexity: O(length).
  init(sample: Span<UInt8>, label: @autoclosure () -> TextEncoding?) {
    let (valid, invalid) = Self.countUTF8(sample)
    if invalid == 0 || valid > invalid * 3 {
      self = .utf8
      return
    }
    let label = label()
    if label == .unknown {
      self = .unknown
      return
    }
    let gb18030 = DoubleByteScore.gb18030(sample, isDeclared: label == .gb18030)
    let big5 = DoubleByteScore.big5(sample, isDeclared: label == .big5)
    if valid < invalid * 2, max(gb18030, big5) >= DoubleByteScore.least {
      self = gb18030 >= big5 ? .gb18030 : .big5
    } else {
      self = valid * 4 < invalid && invalid > 64 ? .unknown : .utf8
    }
  }

  /// Zeros at every other place are UTF-16, and many zeros anywhere are no text.
  private static func byZeros(_ opening: Span<UInt8>) -> TextEncoding? {
    var counts = (even: 0, odd: 0)
    for index in opening.indices where opening[index] == 0 {
      if index & 1 == 0 { counts.even += 1 } else { counts.odd += 1 }
    }
    let all = counts.even + counts.odd
    guard all >= 4, all * 20 > opening.count else { return nil }
    if counts.even * 8 < counts.odd { return .utf16LittleEndian }
    if counts.odd * 8 < counts.even { return .utf16BigEndian }
    return all * 8 > opening.count ? .unknown : nil
  }

  /// Chinese text in UTF-16 has few zeros, or those of 一 (4E00) at the wrong places, but it is far
  /// from being valid UTF-8, and almost all in it comes from a few rows of Unicode in one order of
  /// bytes and not in the other.
  private static func byRows(_ opening: Span<UInt8>) -> TextEncoding? {
    let front = opening.extracting(first: 4096)
    let (valid, invalid) = countUTF8(front)
    let pairs = front.count / 2
    guard invalid > valid, pairs >= 8 else { return nil }
    var counts = (little: 0, big: 0)
    for index in stride(from: 1, to: front.count, by: 2) {
      if isCommon(row: front[index], cell: front[index - 1]) { counts.little += 1 }
      if isCommon(row: front[index - 1], cell: front[index]) { counts.big += 1 }
    }
    let (less, more) = (min(counts.little, counts.big), max(counts.little, counts.big))
    guard more * 10 >= pairs * 9, less * 2 < more else { return nil }
    return counts.little > counts.big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether a code unit is ASCII, a Han character, or punctuation or a letter of their width.
  private static func isCommon(row: UInt8, cell: UInt8) -> Bool {
    (0x4E...0x9F).contains(row) || row == 0x30 || row == 0xFF || (row == 0 && cell < 0x80)
  }

  /// Bytes of characters beyond ASCII that are valid UTF-8, and bytes that are not.
  private static func countUTF8(_ text: Span<UInt8>) -> (valid: Int, invalid: Int) {
    var valid = 0
    var invalid = 0
    var index = 0
    while index < text.count {
      switch UTF8Sequence.at(index, in: text) {
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
}
