/// A symbol of the International Patent Classification and its normal form, `A61N5/00`.
///
/// Offices pad the group (`A61N    5/00    (2006.01)`) and append the edition or other facts
/// (`H01L  21/00        20060101AFI20221215BHEP`); neither is part of the symbol (WIPO ST.8).
enum ClassificationSymbol {
  /// Writes the normal form over the symbol, than which it is never longer.
  ///
  /// Returns the range of the form, nil for a text that is not a symbol and stays as it is.
  /// Complexity: O(length).
  static func normalize(_ range: Range<Int>, in bytes: inout [UInt8]) -> Range<Int>? {
    guard let parts = parts(bytes.span.extracting(range)) else { return nil }
    // The section, the class and the subclass stand already where they belong.
    var end = range.lowerBound + 4
    let move = { (part: Range<Int>, bytes: inout [UInt8]) in
      for index in part {
        bytes[end] = bytes[range.lowerBound + index]
        end += 1
      }
    }
    move(parts.group, &bytes)
    bytes[end] = 0x2F
    end += 1
    move(parts.subgroup, &bytes)
    return range.lowerBound..<end
  }

  /// The digits of the group, without zeros in front, and those of the subgroup.
  private static func parts(_ text: Span<UInt8>) -> (group: Range<Int>, subgroup: Range<Int>)? {
    guard text.count >= 6, isSectionLetter(text[0]), isDigit(text[1]), isDigit(text[2]),
      isLetter(text[3])
    else { return nil }
    var position = skipBlanks(text, from: 4)
    let group = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    guard (1...4).contains(position - group) else { return nil }
    var digit = group
    while digit < position - 1, text[digit] == 0x30 { digit += 1 }
    let groupDigits = digit..<position
    position = skipBlanks(text, from: position)
    guard position < text.count, text[position] == 0x2F else { return nil }
    position = skipBlanks(text, from: position + 1)
    let subgroup = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    guard (2...6).contains(position - subgroup) else { return nil }
    guard position == text.count || text[position] == 0x20 || text[position] == 0x28 else {
      return nil
    }
    return (groupDigits, subgroup..<position)
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
