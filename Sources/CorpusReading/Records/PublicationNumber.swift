/// A patent's publication number and its normal form: country, number, kind, nothing between.
///
/// `CN-115212463-A`, `CN 115212463 A` and `cn115212463a` are all `CN115212463A`
/// (WIPO standards ST.3, ST.6 and ST.16).
enum PublicationNumber {
  /// The range of the normal form, nil for a text that is not a publication number.
  ///
  /// A number that is in normal form stays where it is, that of another one is appended to the bytes.
  /// The kind code may be missing. Complexity: O(length), at most 32 bytes.
  static func normalForm(of text: Range<Int>, in bytes: inout [UInt8]) -> Range<Int>? {
    guard (6...32).contains(text.count) else { return nil }
    var isChanged = false
    for index in text {
      switch bytes[index] {
      case 0x2D, 0x20, 0x2F, 0x61...0x7A: isChanged = true  // hyphen, blank, slash, small letter
      case 0x30...0x39, 0x41...0x5A: break
      default: return nil
      }
    }
    guard isChanged else { return isNormalForm(bytes.span.extracting(text)) ? text : nil }
    let start = bytes.count
    for index in text {
      let byte = bytes[index]
      if byte >= 0x30 { bytes.append(isLetter(byte) ? byte & 0xDF : byte) }
    }
    let form = start..<bytes.count
    guard isNormalForm(bytes.span.extracting(form)) else {
      bytes.removeLast(form.count)
      return nil
    }
    return form
  }

  /// Two letters, perhaps one more (Japanese eras, US designs), four digits or more, a kind code.
  private static func isNormalForm(_ form: Span<UInt8>) -> Bool {
    guard form.count >= 6, isLetter(form[0]), isLetter(form[1]) else { return false }
    var position = 2
    if isLetter(form[position]) { position += 1 }
    let digits = position
    while position < form.count, !isLetter(form[position]) { position += 1 }
    guard position - digits >= 4 else { return false }
    switch form.count - position {
    case 0: return true
    case 1: return isLetter(form[position])
    case 2: return isLetter(form[position]) && !isLetter(form[position + 1])
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41
  }
}
