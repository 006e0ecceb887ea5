/// The kinds of codes that have further forms, told from their normal form.
///
/// Each finds the ranges of the normal form that are searched for by themselves.
enum CodePattern {
  /// The further forms of a code, as ranges of its bytes, in ascending order of their length.
  static func forms(of code: Span<UInt8>, isSlashed: Bool) -> [Range<Int>] {
    guard code[0].isSmallLetter else { return [] }
    if let symbol = classificationForms(of: code) { return symbol }
    if let number = publicationForms(of: code) { return number }
    guard let prefix = StandardPrefix(of: code, isSlashed: isSlashed) else { return [] }
    return standardForms(of: code, prefix: prefix)
  }

  /// Whether a code is a subclass of the International or Cooperative Patent Classification, as
  /// H01L: a section, a class of two digits and a letter.
  static func isSubclass(_ code: Span<UInt8>) -> Bool {
    code.count == 4 && beginsWithSubclass(code)
  }

  /// Whether a code is a subclass with a main group and a subgroup, as H01L21-00.
  static func isSymbol(_ code: Span<UInt8>) -> Bool {
    code.count > 4 && classificationForms(of: code) != nil
  }

  /// The class of a subclass; of H01L21-00 also the subclass, the main group and its number.
  private static func classificationForms(of code: Span<UInt8>) -> [Range<Int>]? {
    guard beginsWithSubclass(code) else { return nil }
    if code.count == 4 { return [0..<3] }
    let group = digits(of: code, from: 4)
    guard (1...4).contains(group.count), group.upperBound < code.count,
      code[group.upperBound] == hyphen
    else { return nil }
    let subgroup = digits(of: code, from: group.upperBound + 1)
    guard (2...6).contains(subgroup.count), subgroup.upperBound == code.count else { return nil }
    return [group, 0..<3, 0..<4, 0..<group.upperBound]
  }

  /// CN115212463A without the letter, and perhaps digit, of its kind.
  private static func publicationForms(of code: Span<UInt8>) -> [Range<Int>]? {
    guard code.count > 8, code[0].isSmallLetter, code[1].isSmallLetter else { return nil }
    let number = digits(of: code, from: 2)
    let kind = number.upperBound
    guard number.count >= 6, kind < code.count, code[kind].isSmallLetter else { return nil }
    let hasDigit = kind + 2 == code.count && code[kind + 1].isDigit
    return hasDigit || kind + 1 == code.count ? [0..<kind] : nil
  }

  /// Of gbt1804-2000: gb, t, 1804, gbt and gbt1804.
  private static func standardForms(
    of code: Span<UInt8>, prefix: StandardPrefix
  ) -> [Range<Int>] {
    var start = prefix.length
    if start < code.count, code[start] == hyphen { start += 1 }
    guard start < code.count, code[start].isDigit else { return [] }
    let number = start..<endWithoutYear(of: code, numberStart: start)
    let parts = [0..<prefix.firstPart, prefix.firstPart..<prefix.length]
    return (parts + [number, 0..<prefix.length, 0..<number.upperBound]).filter { !$0.isEmpty }
  }

  /// Where the year of two or four digits begins, with its hyphen, or the end.
  private static func endWithoutYear(of code: Span<UInt8>, numberStart: Int) -> Int {
    for length in [4, 2] {
      let place = code.count - length - 1
      guard place > numberStart else { continue }
      let year = digits(of: code, from: place + 1)
      if code[place] == hyphen, year.count == length { return place }
    }
    return code.count
  }

  private static func beginsWithSubclass(_ code: Span<UInt8>) -> Bool {
    guard code.count >= 4 else { return false }
    let isSection = code[0] &- 0x61 < 8 || code[0] == UInt8(ascii: "y")
    return isSection && code[1].isDigit && code[2].isDigit && code[3].isSmallLetter
  }

  private static func digits(of code: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < code.count, code[end].isDigit { end += 1 }
    return start..<end
  }

  private static let hyphen = UInt8(ascii: "-")
}
