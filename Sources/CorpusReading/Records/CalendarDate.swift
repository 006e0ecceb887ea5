/// A date as people write it, read into one number.
///
/// Understood are `20230512`, `2023-05-12`, `2023/5/12`, `2023.5.12`, `2023年5月12日`, each without
/// its day or month too, and the date in front of a time (`2023-05-12T18:24:57Z`).
enum CalendarDate: Equatable {
  /// Decimal `yyyymmdd`; a day or month that is not given is 00.
  case day(UInt32)
  /// A value that stands for no date: zeros.
  case none
  /// Not a date, or one that no calendar has (20230230).
  case invalid

  /// Reads a text without white space at its ends.
  ///
  /// Complexity: O(length), at most 64 bytes.
  init(_ text: Span<UInt8>) {
    guard text.count <= 64 else {
      self = .invalid
      return
    }
    if Self.isPlain(text) {
      self = Self.checked(
        year: Self.number(text, 0, 4), month: Self.number(text, 5, 7), day: Self.number(text, 8, 10)
      )
      return
    }
    if Self.skipDigits(text, from: 0) == text.count, text.count >= 4 {
      self.init(digits: text)
      return
    }
    // Year, month and day, with 0 for what is not there.
    var numbers: InlineArray<3, Int> = [0, 0, 0]
    var count = 0
    var hasShape = true
    var position = 0
    while count < 3 {
      let end = Self.skipDigits(text, from: position)
      let digits = end - position
      guard digits > 0, digits <= 4 else { break }
      hasShape = hasShape && (count == 0 ? digits == 4 : digits <= 2)
      numbers[count] = Self.number(text, position, end)
      count += 1
      position = end
      guard let next = Self.skipSeparator(text, from: position, after: count) else { break }
      position = next
    }
    guard count > 0, hasShape, Self.isTail(text, from: position) else {
      // `20230512 08:00` and `20230512T080000Z` carry their date as one number.
      let end = Self.skipDigits(text, from: 0)
      if end == 8, Self.isTail(text, from: end) {
        self.init(digits: text.extracting(0..<8))
      } else {
        self = .invalid
      }
      return
    }
    self = Self.checked(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private init(digits text: Span<UInt8>) {
    let count = text.count
    if Self.number(text, 0, min(count, 8)) == 0, count <= 8 {
      self = .none
      return
    }
    switch count {
    case 4: self = Self.checked(year: Self.number(text, 0, 4), month: 0, day: 0)
    case 6:
      self = Self.checked(year: Self.number(text, 0, 4), month: Self.number(text, 4, 6), day: 0)
    case 8, 14:
      self = Self.checked(
        year: Self.number(text, 0, 4), month: Self.number(text, 4, 6), day: Self.number(text, 6, 8))
    default: self = .invalid
    }
  }

  /// Whether a text is `2023-05-12`, as most are, the digits aside.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return false }
    for index in 0..<10 where text[index] &- 0x30 > 9 && index != 4 && index != 7 { return false }
    return true
  }

  private static func checked(year: Int, month: Int, day: Int) -> CalendarDate {
    if year == 0, month == 0, day == 0 { return .none }
    guard (1000...9999).contains(year), (0...12).contains(month) else { return .invalid }
    guard day == 0 || (month > 0 && day <= daysIn(month, of: year)) else { return .invalid }
    return .day(UInt32(year * 10000 + month * 100 + day))
  }

  private static func daysIn(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func skipDigits(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
    return position
  }

  private static func number(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var value = 0
    for position in start..<end { value = value * 10 + Int(text[position] & 15) }
    return value
  }

  /// The position after the separator behind the `part`th number, nil when there is none.
  private static func skipSeparator(
    _ text: Span<UInt8>, from position: Int, after part: Int
  ) -> Int? {
    guard position < text.count else { return nil }
    switch text[position] {
    case 0x2D, 0x2F, 0x2E:  // - / .
      return part < 3 ? position + 1 : nil
    default:
      let unit: InlineArray<3, UInt8> =
        switch part {
        case 1: [0xE5, 0xB9, 0xB4]  // 年
        case 2: [0xE6, 0x9C, 0x88]  // 月
        default: [0xE6, 0x97, 0xA5]  // 日
        }
      guard position + 3 <= text.count, text[position] == unit[0], text[position + 1] == unit[1],
        text[position + 2] == unit[2]
      else { return nil }
      return position + 3
    }
  }

  /// Whether what follows a date is nothing, or a time of the day.
  private static func isTail(_ text: Span<UInt8>, from position: Int) -> Bool {
    guard position < text.count else { return true }
    switch text[position] {
    case 0x54, 0x74, 0x20, 0x09:  // T, t, blank, tab
      return position + 1 < text.count && (0x30...0x39).contains(text[position + 1])
    case 0x5A, 0x7A:  // Z, z
      return position + 1 == text.count
    default:
      return false
    }
  }
}
