/// Finds where the values of a JSON text end, and whether they are JSON (RFC 8259).
///
/// The scanner moves over bytes and gives positions; it never builds a value. The text must be
/// valid UTF-8 already.
enum JSONScanner {
  /// The first `"`, `\` or control character at or behind `start`, or the end of the text.
  ///
  /// Eight bytes are looked at together.
  @inline(__always)
  static func nextSpecial(_ text: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe text.bytes
    let count = text.count
    var index = start
    while count &- index >= 8 {
      let word = ByteWord.load(bytes, at: index)
      let special =
        ByteWord.matches(word, 0x22) | ByteWord.matches(word, 0x5C) | ByteWord.controls(word)
      if special != 0 { return index &+ ByteWord.firstMatch(special) }
      index &+= 8
    }
    while index < count {
      // In bounds by the loop's own condition.
      let byte = unsafe text[unchecked: index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return index }
      index &+= 1
    }
    return count
  }

  /// The index of the quote that closes the string whose text begins at `start`.
  ///
  /// Sets `hasEscape` when there is anything to decode.
  static func stringEnd(
    _ text: Span<UInt8>, from start: Int, hasEscape: inout Bool
  ) throws(JSONError) -> Int {
    var index = start
    while true {
      index = nextSpecial(text, from: index)
      guard index < text.count else { throw .unexpectedEnd }
      switch text[index] {
      case 0x22:
        return index
      case 0x5C:
        hasEscape = true
        index = try escapeEnd(text, index)
      default:
        throw .controlCharacter(at: index)
      }
    }
  }

  private static func escapeEnd(_ text: Span<UInt8>, _ index: Int) throws(JSONError) -> Int {
    guard index + 1 < text.count else { throw .unexpectedEnd }
    switch text[index + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:  // " \ / b f n r t
      return index + 2
    case 0x75:  // u
      guard index + 6 <= text.count else { throw .unexpectedEnd }
      for position in (index + 2)..<(index + 6) where hexDigit(text[position]) == nil {
        throw .badEscape(at: index)
      }
      return index + 6
    default:
      throw .badEscape(at: index)
    }
  }

  /// The value of a hexadecimal digit, nil for another byte.
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// What a value is that begins with a byte, for reports.
  static func describe(_ byte: UInt8) -> String {
    switch byte {
    case 0x7B: "an object"
    case 0x5B: "an array"
    case 0x22: "a string"
    case 0x6E: "null"
    case 0x74, 0x66: "a truth value"
    default: "a number"
    }
  }

  /// The index of the first byte that is not white space of JSON.
  @inline(__always)
  static func skipBlanks(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, Bytes.isBlank(text[index]) { index += 1 }
    return index
  }

  /// The index behind the value that begins at `start`, whatever it is.
  ///
  /// `depth` levels may still be entered, of `limit` in all.
  static func valueEnd(
    _ text: Span<UInt8>, from start: Int, depth: Int, limit: Int
  ) throws(JSONError) -> Int {
    guard start < text.count else { throw .unexpectedEnd }
    switch text[start] {
    case 0x22:
      var hasEscape = false
      return try stringEnd(text, from: start + 1, hasEscape: &hasEscape) + 1
    case 0x7B:
      guard depth > 0 else { throw .tooDeep(limit) }
      return try objectEnd(text, from: start + 1, depth: depth - 1, limit: limit)
    case 0x5B:
      guard depth > 0 else { throw .tooDeep(limit) }
      return try arrayEnd(text, from: start + 1, depth: depth - 1, limit: limit)
    default:
      return try scalarEnd(text, from: start)
    }
  }

  /// The index behind the number, `true`, `false` or `null` that begins at `start`.
  static func scalarEnd(_ text: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
    switch text[start] {
    case 0x2D, 0x30...0x39: return try numberEnd(text, from: start)
    case 0x74: return try wordEnd(text, from: start, "true")
    case 0x66: return try wordEnd(text, from: start, "false")
    case 0x6E: return try wordEnd(text, from: start, "null")
    default: throw .unexpected(text[start], at: start)
    }
  }

  private static func objectEnd(
    _ text: Span<UInt8>, from start: Int, depth: Int, limit: Int
  ) throws(JSONError) -> Int {
    var index = skipBlanks(text, from: start)
    if index < text.count, text[index] == 0x7D { return index + 1 }
    while true {
      index = try keyEnd(text, from: index).value
      index = try valueEnd(text, from: index, depth: depth, limit: limit)
      guard try isFollowed(text, &index, closing: 0x7D) else { return index }
    }
  }

  private static func arrayEnd(
    _ text: Span<UInt8>, from start: Int, depth: Int, limit: Int
  ) throws(JSONError) -> Int {
    var index = skipBlanks(text, from: start)
    if index < text.count, text[index] == 0x5D { return index + 1 }
    while true {
      index = try valueEnd(text, from: index, depth: depth, limit: limit)
      guard try isFollowed(text, &index, closing: 0x5D) else { return index }
    }
  }

  /// A key: the range of its text, whether to decode it, and where its value begins.
  static func keyEnd(
    _ text: Span<UInt8>, from start: Int
  ) throws(JSONError) -> (key: Range<Int>, hasEscape: Bool, value: Int) {
    guard start < text.count else { throw .unexpectedEnd }
    guard text[start] == 0x22 else { throw .unexpected(text[start], at: start) }
    var hasEscape = false
    let end = try stringEnd(text, from: start + 1, hasEscape: &hasEscape)
    let colon = skipBlanks(text, from: end + 1)
    guard colon < text.count else { throw .unexpectedEnd }
    guard text[colon] == 0x3A else { throw .unexpected(text[colon], at: colon) }
    return ((start + 1)..<end, hasEscape, skipBlanks(text, from: colon + 1))
  }

  /// Whether a comma follows; moves `index` to the next value, or behind the closing bracket.
  static func isFollowed(
    _ text: Span<UInt8>, _ index: inout Int, closing: UInt8
  ) throws(JSONError) -> Bool {
    index = skipBlanks(text, from: index)
    guard index < text.count else { throw .unexpectedEnd }
    let byte = text[index]
    guard byte == 0x2C || byte == closing else { throw .unexpected(byte, at: index) }
    index += 1
    if byte == closing { return false }
    index = skipBlanks(text, from: index)
    return true
  }

  private static func numberEnd(_ text: Span<UInt8>, from start: Int) throws(JSONError) -> Int {
    var index = start
    if text[index] == 0x2D { index += 1 }
    let whole = index
    index = skipDigits(text, index)
    guard index > whole, index == whole + 1 || text[whole] != 0x30 else {
      throw .badNumber(at: start)
    }
    if index < text.count, text[index] == 0x2E {
      let fraction = index + 1
      index = skipDigits(text, fraction)
      guard index > fraction else { throw .badNumber(at: start) }
    }
    if index < text.count, text[index] | 0x20 == 0x65 {
      var exponent = index + 1
      if exponent < text.count, text[exponent] == 0x2B || text[exponent] == 0x2D { exponent += 1 }
      index = skipDigits(text, exponent)
      guard index > exponent else { throw .badNumber(at: start) }
    }
    return index
  }

  private static func skipDigits(_ text: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
    return index
  }

  private static func wordEnd(
    _ text: Span<UInt8>, from start: Int, _ word: StaticString
  ) throws(JSONError) -> Int {
    let end = start + word.utf8CodeUnitCount
    guard end <= text.count else { throw .unexpected(text[start], at: start) }
    let matches = word.withUTF8Buffer { letters in
      var index = 0
      while index < letters.count, unsafe letters[index] == text[start + index] { index += 1 }
      return index == letters.count
    }
    guard matches else { throw .unexpected(text[start], at: start) }
    return end
  }
}
