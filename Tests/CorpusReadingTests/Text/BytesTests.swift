import TestSupport
import Testing

@testable import CorpusReading

/// Bytes looked at by words against twins that look at one after another.
struct BytesTests {
  @Test(arguments: 0..<40)
  func `trimming, comparing and counting agree with the twins`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [" ", "\t", "\n", "\r", "\u{3000}", "a", "中", "\u{3001}", "。", "\u{C0}", "xyz"]
    for _ in 0..<200 {
      let length = Int.random(in: 0...12, using: &generator)
      let bytes = (0..<length).flatMap { _ in
        Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
      #expect(Array(bytes[Bytes.trimmed(bytes, from: 0, to: bytes.count)]) == slowTrimmed(bytes))
      var other = bytes
      #expect(equal(bytes, other))
      if let place = other.indices.randomElement(using: &generator) {
        other[place] ^= UInt8.random(in: 1...255, using: &generator)
        #expect(!equal(bytes, other))
        #expect(equal(Array(bytes[..<place]), Array(other[..<place])))
      }
      #expect(!equal(bytes, bytes + [0]))
      for byte: UInt8 in [0x20, 0x0A, 0x61] {
        let word = unsafe ByteWord.loadAny(bytes.span.bytes, at: 0)
        let first = bytes.prefix(8).firstIndex(of: byte)
        let mask = ByteWord.matches(word, byte)
        #expect((mask == 0 ? nil : ByteWord.firstMatch(mask)) == first)
      }
    }
  }

  private func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let isEqual = left.span.equals(right.span)
    return isEqual
  }

  private func slowTrimmed(_ bytes: [UInt8]) -> [UInt8] {
    let spaces: [[UInt8]] = [[0x20], [0x09], [0x0A], [0x0D], [0xE3, 0x80, 0x80]]
    var text = bytes[...]
    while let space = spaces.first(where: { text.starts(with: $0) }) {
      text = text.dropFirst(space.count)
    }
    while let space = spaces.first(where: { text.suffix($0.count).elementsEqual($0) }) {
      text = text.dropLast(space.count)
    }
    return Array(text)
  }

  @Test(arguments: [
    "", "0", "007", "12345", "-5", "+5", "+", "-", "--5", " 5", "5 ", "1.5", "a", "٣",
    "1234567890123456789",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    "+9223372036854775808", "99999999999999999999",
  ])
  func `a whole number is what the standard library reads`(text: String) {
    #expect(Array(text.utf8).span.integer == Int(text))
  }
}
