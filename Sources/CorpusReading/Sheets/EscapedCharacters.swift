/// Characters that XML cannot hold, as Excel writes them: `_x000D_` (ISO/IEC 29500-1, clause
/// 22.9.2.19, ST_Xstring).
enum EscapedCharacters {
  /// Puts the characters in place in the bytes from `start` to the end.
  ///
  /// A carriage return becomes a line end, once with the newline behind it; other control characters
  /// become blanks. Complexity: O(length).
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = nextEscape(bytes, from: start) else { return }
    var decoded: [UInt8] = []
    var position = first
    var high: UInt32?
    while position < bytes.count {
      guard let code = code(bytes, at: position) else {
        flush(&high, &decoded)
        decoded.append(bytes[position])
        position += 1
        continue
      }
      position += length
      if let lead = high, (0xDC00...0xDFFF).contains(code) {
        append(0x10000 + (lead - 0xD800) << 10 + (code - 0xDC00), &decoded)
        high = nil
        continue
      }
      flush(&high, &decoded)
      if (0xD800...0xDBFF).contains(code) {
        high = code
      } else if code != 0x0D || position >= bytes.count || bytes[position] != 0x0A {
        append(code == 0x0D ? 0x0A : code, &decoded)
      }
    }
    flush(&high, &decoded)
    bytes.removeLast(bytes.count - first)
    bytes += decoded
  }

  private static let length = 7

  private static func nextEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while let line = ByteSearch.first(0x5F, in: bytes.span, from: index, to: bytes.count) {
      if code(bytes, at: line) != nil { return line }
      index = line + 1
    }
    return nil
  }

  /// The code at a place, nil when no escape stands there.
  private static func code(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard bytes[index] == 0x5F, index + length <= bytes.count, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }

  private static func flush(_ high: inout UInt32?, _ decoded: inout [UInt8]) {
    if high != nil { append(0xFFFD, &decoded) }
    high = nil
  }

  private static func append(_ code: UInt32, _ decoded: inout [UInt8]) {
    guard code != 0 else { return }
    var scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    if code < 0x20, code != 0x09, code != 0x0A { scalar = " " }
    if code == 0xFFFE || code == 0xFFFF { scalar = "\u{FFFD}" }
    decoded += Array(String(scalar).utf8)
  }
}
