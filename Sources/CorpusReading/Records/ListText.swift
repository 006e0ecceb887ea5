/// Lists that stand in one string: `曹凯; 张圈世`, `A61N5/00|A61N5/10`, `装配、调试`.
enum ListText {
  /// Calls `body` with the range of each part, trimmed; empty parts are left out.
  ///
  /// Semicolons and bars always separate. In names of people and in keywords the enumeration comma
  /// separates too, and a comma where every part around it is Chinese or the list is one of
  /// keywords: `Smith, John` stays whole. Complexity: O(length).
  static func split(
    _ bytes: [UInt8], _ range: Range<Int>, of field: Record.Field, _ body: (Range<Int>) -> Void
  ) {
    let isLoose = field == .person || field == .keyword
    let commas = isLoose && commasSeparate(bytes, range, of: field)
    var start = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      let width = separatorWidth(bytes, position, range.upperBound, isLoose, commas)
      if width > 0 {
        emit(bytes, start, position, body)
        position += width
        start = position
      } else {
        position += 1
      }
    }
    emit(bytes, start, range.upperBound, body)
  }

  private static func emit(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ body: (Range<Int>) -> Void
  ) {
    let part = Bytes.trimmed(bytes, from: start, to: end)
    if !part.isEmpty { body(part) }
  }

  private static func separatorWidth(
    _ bytes: [UInt8], _ position: Int, _ end: Int, _ isLoose: Bool, _ commas: Bool
  ) -> Int {
    switch bytes[position] {
    case 0x3B, 0x7C:  // ; |
      return 1
    case 0x2C:
      return commas ? 1 : 0
    case 0xEF where position + 2 < end:
      switch (bytes[position + 1], bytes[position + 2]) {
      case (0xBC, 0x9B), (0xBD, 0x9C): return 3  // ； ｜
      case (0xBC, 0x8C): return commas ? 3 : 0  // ，
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
    _ bytes: [UInt8], _ range: Range<Int>, of field: Record.Field
  ) -> Bool {
    let longestPart = 48
    var length = 0
    var hasChinese = false
    var position = range.lowerBound
    while position < range.upperBound {
      let width = separatorWidth(bytes, position, range.upperBound, true, true)
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
