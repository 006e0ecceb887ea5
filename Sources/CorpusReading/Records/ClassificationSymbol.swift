/// A symbol of the International Patent Classification and its normal form, `A61N5/00`.
///
/// Offices pad the group (`A61N    5/00    (2006.01)`) and append the edition or other facts
/// (`H01L  21/00        20060101AFI20221215BHEP`); neither is part of the symbol (WIPO ST.8).
enum ClassificationSymbol {
  /// The normal form, nil for a text that is not a symbol.
  ///
  /// Complexity: O(length).
  static func normalForm(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count >= 6, isSectionLetter(text[0]), isDigit(text[1]), isDigit(text[2]),
      isLetter(text[3])
    else { return nil }
    var form: [UInt8] = []
    form.reserveCapacity(text.count)
    form.append(text.extracting(0..<4))
    var position = skipBlanks(text, from: 4)
    let group = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    guard (1...4).contains(position - group) else { return nil }
    var digit = group
    while digit < position - 1, text[digit] == 0x30 { digit += 1 }
    for index in digit..<position { form.append(text[index]) }
    position = skipBlanks(text, from: position)
    guard position < text.count, text[position] == 0x2F else { return nil }
    form.append(0x2F)
    position = skipBlanks(text, from: position + 1)
    let subgroup = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    guard (2...6).contains(position - subgroup) else { return nil }
    for index in subgroup..<position { form.append(text[index]) }
    guard position == text.count || text[position] == 0x20 || text[position] == 0x28 else {
      return nil
    }
    return form
  }

  private static func skipBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position] == 0x20 { position += 1 }
    return position
  }

  private static func isSectionLetter(_ byte: UInt8) -> Bool { (0x41...0x48).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
