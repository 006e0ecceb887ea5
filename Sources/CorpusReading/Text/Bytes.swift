/// Questions about single bytes and short runs of UTF-8 that several stages ask.
enum Bytes {
  /// The blank of a table or a line: space, tab, newline, carriage return.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The end of the run of ASCII at the front of a text.
  static func asciiEnd(in text: Span<UInt8>) -> Int {
    let bytes = unsafe text.bytes
    var index = 0
    while text.count - index >= 8, ByteWord.load(bytes, at: index) & ByteWord.all(0x80) == 0 {
      index += 8
    }
    while index < text.count, text[index] < 0x80 { index += 1 }
    return index
  }

  /// The range of `text` without white space at its ends, the ideographic space included.
  @inline(__always)
  static func trimmed(_ text: borrowing [UInt8], from start: Int, to end: Int) -> Range<Int> {
    trimmed(text.span, from: start, to: end)
  }

  /// The range of `text` without white space at its ends, the ideographic space included.
  @inline(__always)
  static func trimmed(_ text: Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
    // Most texts have none, which their first and last byte tell.
    if start < end, isInk(text[start], isSpaceWith: 0xE3), isInk(text[end - 1], isSpaceWith: 0x80) {
      return start..<end
    }
    return trimmedByCharacter(text, from: start, to: end)
  }

  /// Whether a byte is that of no white space, unless it is the one that the ideographic space has.
  @inline(__always)
  private static func isInk(_ byte: UInt8, isSpaceWith ideographic: UInt8) -> Bool {
    byte > 0x20 && byte != ideographic
  }

  private static func trimmedByCharacter(
    _ text: Span<UInt8>, from start: Int, to end: Int
  ) -> Range<Int> {
    var low = start
    var high = end
    while low < high {
      if isBlank(text[low]) {
        low += 1
      } else if high - low >= 3, isIdeographicSpace(text, at: low) {
        low += 3
      } else {
        break
      }
    }
    while low < high {
      if isBlank(text[high - 1]) {
        high -= 1
      } else if high - low >= 3, isIdeographicSpace(text, at: high - 3) {
        high -= 3
      } else {
        break
      }
    }
    return low..<high
  }

  /// Whether `part`, not empty, stands anywhere in `text`.
  static func contains(_ text: borrowing [UInt8], _ part: borrowing [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }

  private static func isIdeographicSpace(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xE3 && text[index + 1] == 0x80 && text[index + 2] == 0x80
  }
}

extension [UInt8] {
  /// Appends the bytes of a span.
  @inline(__always)
  mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Whether a range of these bytes equals a span.
  func equals(_ range: Range<Int>, _ other: Span<UInt8>) -> Bool {
    span.extracting(range).equals(other)
  }
}

extension Span<UInt8> {
  /// Whether the span's bytes are those of an array.
  func equals(_ other: borrowing [UInt8]) -> Bool {
    equals(other.span)
  }

  /// Whether the span's bytes are those of another, looked at eight at a time.
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = unsafe (bytes, other.bytes)
    var index = 0
    while count &- index >= 8 {
      guard ByteWord.load(left, at: index) == ByteWord.load(right, at: index) else { return false }
      index &+= 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// The whole number that the bytes spell in decimal, nil when they do not or it is too large.
  var integer: Int? {
    let hasSign = count > 1 && (self[0] == 0x2B || self[0] == 0x2D)
    guard !isEmpty else { return nil }
    var number = 0
    for index in (hasSign ? 1 : 0)..<count {
      let digit = self[index] &- 0x30
      let (tens, isLarge) = number.multipliedReportingOverflow(by: 10)
      let (next, isLarger) = tens.subtractingReportingOverflow(Int(digit))
      guard digit < 10, !isLarge, !isLarger else { return nil }
      number = next
    }
    if hasSign, self[0] == 0x2D { return number }
    return number == .min ? nil : -number
  }

  /// The bytes as an array.
  var array: [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// The bytes as a string.
  var string: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
