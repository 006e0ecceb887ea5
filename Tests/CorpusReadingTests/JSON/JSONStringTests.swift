import TestSupport
import Testing

@testable import CorpusReading

struct JSONStringTests {
  /// The string that begins at the front of `text`, by scanner and decoder; nil when it is none.
  private func fast(_ text: [UInt8]) -> [UInt8]? {
    let span = text.span
    var hasEscape = false
    guard let end = try? JSONScanner.stringEnd(span, from: 0, hasEscape: &hasEscape) else {
      return nil
    }
    var out: [UInt8] = []
    JSONString.decode(span, 0..<end) { out.append($0) }
    #expect(hasEscape == text[..<end].contains(0x5C))
    return out
  }

  /// The same by the letter of RFC 8259, one code unit after another.
  private func slow(_ text: [UInt8]) -> [UInt8]? {
    var units: [UInt16] = []
    var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)[...]
    let simple: [Unicode.Scalar: UInt16] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x20, "f": 0x20, "n": 0x0A, "r": 0x0D, "t": 0x09,
    ]
    while let scalar = scalars.popFirst() {
      if scalar == "\"" { return Array(String(decoding: units, as: UTF16.self).utf8) }
      guard scalar.value >= 0x20 else { return nil }
      guard scalar == "\\" else {
        units += Array(String(scalar).utf16)
        continue
      }
      guard let letter = scalars.popFirst() else { return nil }
      if let unit = simple[letter] {
        units.append(unit)
        continue
      }
      let digits = scalars.prefix(4)
      let hexadecimal = "0123456789abcdefABCDEF".unicodeScalars
      guard letter == "u", digits.count == 4, digits.allSatisfy({ hexadecimal.contains($0) }),
        let unit = UInt16(digits.map { String($0) }.joined(), radix: 16)
      else { return nil }
      scalars = scalars.dropFirst(4)
      switch unit {
      case 0: break
      case 0xFFFE, 0xFFFF: units.append(0xFFFD)
      case 1..<0x20 where ![9, 10, 13].contains(unit): units.append(0x20)
      default: units.append(unit)
      }
    }
    return nil
  }

  @Test func `strings agree with their slow twin`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "中文", "abcdefgh", "\\n", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00", "\\ud800", "\\udc00",
      "\\u0007", "\\uFFFF", "\\x", "\\u12", "\t", "é", "\"", "{}[]:,", "\\/", "\\u4e2D",
      "一二三四五六七八",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<9, using: &generator)
      let body = (0..<count).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let text = Array((body + "\"rest").utf8)
      #expect(fast(text) == slow(text), "\(body)")
    }
  }

  @Test func `an escaped zero is nothing`() {
    #expect(fast(Array("a\\u0000b\"".utf8)) == Array("ab".utf8))
  }

  @Test(arguments: [
    "0", "-0", "12", "1.5", "1e9", "1E+9", "-1.25e-10", "true", "false", "null", "\"\"", "[]", "{}",
    "[1,2]", "{\"a\":{}}", "[ 1 , [ ] ]",
  ])
  func `values end where they end`(text: String) throws {
    let bytes = Array((text + " ,").utf8)
    let end = try JSONScanner.valueEnd(bytes.span, from: 0, depth: 9, limit: 9)
    #expect(end == text.utf8.count)
  }

  @Test(arguments: [
    "01", "-", "1.", ".5", "1e", "+1", "NaN", "tru", "'a'", "[1,]", "{\"a\":1,}", "{a:1}",
    "{\"a\" 1}", "[1 2]", "\"\\x\"", "\"\t\"", "\"", "[", "{", "nul",
  ])
  func `what is not JSON is refused`(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: JSONError.self) {
      let span = bytes.span
      let end = try JSONScanner.valueEnd(span, from: 0, depth: 9, limit: 9)
      // A number stops where it is no number any more: what follows is another's error.
      if end < span.count { throw JSONError.unexpected(span[end], at: end) }
    }
  }
}
