/// A year, a month or a day as queries write it, as the stored dates that it has.
///
/// Understood are `2019`, `2019-05`, `2019-05-03`, with `/` or `.` in place of `-`, `201905`,
/// `20190503`, `2019年`, `2019年5月` and `2019年5月3日`, in any width. Years go from 1000 to 9999.
struct QueryDate: Equatable, Sendable {
  /// The first stored date, decimal `yyyymmdd`.
  ///
  /// Documents whose day or month is not known have 00 for it: they are in their month and year.
  let lower: UInt32
  /// The last stored date, decimal `yyyymmdd`.
  let upper: UInt32

  /// Reads a date; nil when the text is none, or one that no calendar has.
  ///
  /// - Complexity: O(length), at most 64 bytes.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 64 else { return nil }
    let scalars = text.unicodeScalars.map(\.halfWidth)
    guard let parts = Self.compactParts(scalars[...]) ?? Self.separateParts(scalars) else {
      return nil
    }
    let (year, month, day) = (parts[0], parts.dropFirst().first, parts.dropFirst(2).first)
    guard (1000...9999).contains(year), (1...12).contains(month ?? 1) else { return nil }
    let lastDay = Self.daysIn(month ?? 12, of: year)
    guard (1...lastDay).contains(day ?? 1) else { return nil }
    lower = year * 10000 + (month ?? 0) * 100 + (day ?? 0)
    upper = year * 10000 + (month ?? 12) * 100 + (day ?? lastDay)
  }

  /// The parts of a date without separators.
  private static func compactParts(_ digits: ArraySlice<Unicode.Scalar>) -> [UInt32]? {
    guard [4, 6, 8].contains(digits.count), let number = number(digits) else { return nil }
    switch digits.count {
    case 4: return [number]
    case 6: return [number / 100, number % 100]
    default: return [number / 10000, number / 100 % 100, number % 100]
    }
  }

  /// The parts of a date with a separator between them, or a unit behind each.
  private static func separateParts(_ scalars: [Unicode.Scalar]) -> [UInt32]? {
    let units: [[Unicode.Scalar]] = [["年"], ["月"], ["日", "号"]]
    var rest = scalars[...]
    var parts: [UInt32] = []
    while parts.count < 3 {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      let lengths = parts.isEmpty ? 4...4 : 1...2
      guard lengths.contains(digits.count), let part = number(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      parts.append(part)
      guard let next = rest.first else { return parts }
      rest = rest.dropFirst()
      if units[parts.count - 1].contains(next) {
        if rest.isEmpty { return parts }
      } else if parts.count == 3 || !["-", "/", "."].contains(next) {
        return nil
      }
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> UInt32? {
    var number: UInt32 = 0
    for digit in digits {
      guard ("0"..."9").contains(digit) else { return nil }
      number = number * 10 + (digit.value - 0x30)
    }
    return number
  }

  private static func daysIn(_ month: UInt32, of year: UInt32) -> UInt32 {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
