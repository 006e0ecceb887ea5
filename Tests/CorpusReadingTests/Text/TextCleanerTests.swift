import TestSupport
import Testing

@testable import CorpusReading

struct TextCleanerTests {
  private func cleaned(_ bytes: [UInt8], chunk: Int = 1000) -> [UInt8] {
    var cleaner = TextCleaner()
    var out: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + chunk, bytes.count)
      cleaner.clean(bytes.span.extracting(start..<end), isLast: end == bytes.count)
      out += cleaner.text
      start = end
    } while start < bytes.count
    return out
  }

  @Test func `marks, zeros and controls go, tabs and line ends stay`() {
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]
    #expect(cleaned(marks + Array("a\0b\u{1}c\t\r\n好".utf8)) == Array("ab c\t\r\n好".utf8))
  }

  @Test func `damaged characters and non-characters are replaced`() {
    #expect(cleaned([0x61, 0xFF, 0x62]) == Array("a\u{FFFD}b".utf8))
    #expect(cleaned([0xE4, 0xB8]) == Array("\u{FFFD}".utf8))
    #expect(cleaned([0xE4, 0xB8, 0x61]) == Array("\u{FFFD}a".utf8))
    #expect(cleaned([0xED, 0xA0, 0x80]) == Array("\u{FFFD}\u{FFFD}\u{FFFD}".utf8))
    #expect(cleaned([0xEF, 0xBF, 0xBE, 0xEF, 0xBC, 0x8C]) == Array("\u{FFFD}，".utf8))
  }

  @Test func `repair agrees with the standard library, in chunks of any size`() {
    var generator = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      Array("中文，混排".utf8), Array("plain ascii text".utf8), Array("é€𠮷".utf8), [0xFF], [0xE4],
      [0xF0, 0x9F], [0xC3], [0x80], Array("한".utf8), Array("\u{800}\u{FFFD}".utf8), [0x0A],
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<12, using: &generator)
      let bytes = (0..<count).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
      let size = Int.random(in: 1...9, using: &generator)
      #expect(cleaned(bytes) == expected)
      #expect(cleaned(bytes, chunk: size) == expected)
    }
  }
}
