/// A list that stands in one string: `曹凯; 张圈世`, `A61N5/00|A61N5/10`, `装配、调试`.
///
/// Semicolons and bars always separate. In names of people and in keywords the enumeration comma
/// separates too, and a comma where every part around it is Chinese or the list is one of
/// keywords: `Smith, John` stays whole.
struct ListText {
  private let whole: Range<Int>
  private let field: Record.Field
  private var position: Int
  /// Whether commas separate; nil until one is met.
  private var hasCommas: Bool?

  /// The list of a field in a range of some bytes.
  init(_ range: Range<Int>, of field: Record.Field) {
    whole = range
    position = range.lowerBound
    self.field = field
  }

  /// The range of the next part, trimmed, nil at the end; empty parts are left out.
  ///
  /// What was given may be written over before the next call. Complexity: O(length), eight bytes at a
  /// time.
  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    while position < whole.upperBound {
      let start = position
      let end = nextSeparator(in: bytes)
      let part = Bytes.trimmed(bytes, from: start, to: end)
      if !part.isEmpty { return part }
    }
    return nil
  }

  private var isLoose: Bool { field == .person || field == .keyword }

  /// Goes on behind the next separator; returns where that begins, or the end of the list.
  private mutating func nextSeparator(in bytes: Span<UInt8>) -> Int {
    var index = position
    while true {
      index = Self.nextCandidate(bytes, from: index, to: whole.upperBound)
      let width = Self.separatorWidth(bytes, index, whole.upperBound, isLoose)
      if index == whole.upperBound || width > 0 && (!isComma(bytes, index) || separates(bytes)) {
        position = index + width
        return index
      }
      index += 1
    }
  }

  /// Whether the separator at `index` is a comma, ASCII or full-width.
  private func isComma(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0x2C || bytes[index] == 0xEF && bytes[index + 2] == 0x8C
  }

  /// Whether commas separate in this list.
  private mutating func separates(_ bytes: Span<UInt8>) -> Bool {
    if let hasCommas { return hasCommas }
    let separates = Self.commasSeparate(bytes, whole, of: field)
    hasCommas = separates
    return separates
  }

  /// The first byte from `start` up to `end` that may begin a separator, or `end`.
  @inline(__always)
  private static func nextCandidate(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let bytes = unsafe text.bytes
    var index = start
    while index < end, text.count &- index >= 8 {
      let word = ByteWord.load(bytes, at: index)
      let ascii =
        ByteWord.matches(word, 0x3B) | ByteWord.matches(word, 0x7C) | ByteWord.matches(word, 0x2C)
      let found = ascii | ByteWord.matches(word, 0xEF) | ByteWord.matches(word, 0xE3)
      if found != 0 { return min(end, index &+ ByteWord.firstMatch(found)) }
      index &+= 8
    }
    while index < end, separatorWidth(text, index, end, true) == 0 { index += 1 }
    return min(end, index)
  }

  /// The bytes of the separator at `position`, 0 when there is none; a comma is one in loose lists.
  private static func separatorWidth(
    _ bytes: Span<UInt8>, _ position: Int, _ end: Int, _ isLoose: Bool
  ) -> Int {
    guard position < end else { return 0 }
    switch bytes[position] {
    case 0x3B, 0x7C:  // ; |
      return 1
    case 0x2C:
      return isLoose ? 1 : 0
    case 0xEF where position + 2 < end:
      switch (bytes[position + 1], bytes[position + 2]) {
      case (0xBC, 0x9B), (0xBD, 0x9C): return 3  // ； ｜
      case (0xBC, 0x8C): return isLoose ? 3 : 0  // ，
      default: return 0
      }
    case 0xE3 where isLoose && position + 2 < end && bytes[position + 1] == 0x80:
      return bytes[position + 2] == 0x81 ? 3 : 0  // 、
    default:
      return 0
    }
  }

  /// Whether commas separate: no part is long, and a person's parts are all Chinese.
  private static func commasSeparate(
    _ bytes: Span<UInt8>, _ range: Range<Int>, of field: Record.Field
  ) -> Bool {
    let longestPart = 48
    var length = 0
    var hasChinese = false
    var position = range.lowerBound
    while position < range.upperBound {
      let width = separatorWidth(bytes, position, range.upperBound, true)
      if width > 0 {
        guard length > 0, length <= longestPart, hasChinese || field == .keyword else {
          return false
        }
        length = 0
        hasChinese = false
        position += width
      } else {
        if bytes[position] != 0x20 { length += 1 }
        if bytes[position] >= 0xE3 { hasChinese = true }
        position += 1
      }
    }
    return length <= longestPart && (length == 0 || hasChinese || field == .keyword)
  }
}
