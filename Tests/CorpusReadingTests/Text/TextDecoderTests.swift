import TestSupport
import Testing

@testable import CorpusReading

struct TextDecoderTests {
  @Test func `GB2312, GBK and GB18030 are one encoding`() {
    // 国标 of GB2312, 镕 of GBK, the euro sign of Windows, 㐀 and 𠀀 in four bytes.
    let bytes: [UInt8] = [
      0x61, 0xB9, 0xFA, 0xB1, 0xEA, 0xE9, 0x46, 0x80, 0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82,
      0x36,
    ]
    #expect(decoded(bytes, .gb18030).text == "a国标镕€㐀𠀀")
    #expect(decoded(bytes, .gb18030).replaced == 0)
  }

  @Test func `Big5 has the characters of ETEN and the euro sign`() {
    let bytes: [UInt8] = [
      0xBB, 0x4F, 0xC6, 0x57, 0xF9, 0xD6, 0xC6, 0xA1, 0xC6, 0xE7, 0xA3, 0xE1, 0x7A,
    ]
    #expect(decoded(bytes, .big5).text == "臺灣碁①ぁ€z")
    #expect(decoded(bytes, .big5).replaced == 0)
  }

  @Test func `UTF-16 is read in both orders`() {
    let text = "a·中\u{FFFD}𠀀\n"
    let little = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(decoded(little, .utf16LittleEndian).text == text)
    #expect(decoded(big, .utf16BigEndian).text == text)
    #expect(decoded(big, .utf16BigEndian).replaced == 0)
  }

  @Test func `UTF-8 passes as it is`() {
    var decoder = TextDecoder(.utf8)
    let bytes: [UInt8] = [0xE4, 0xB8, 0xFF]
    let out = decoder.decode(bytes.span, isLast: true) { $0.equals(bytes) }
    #expect(out && decoder.replaced == 0)
  }

  struct Malformed: Sendable {
    let encoding: TextEncoding
    let bytes: [UInt8]
    let text: String

    init(_ encoding: TextEncoding, _ bytes: [UInt8], _ text: String) {
      self.encoding = encoding
      self.bytes = bytes
      self.text = text
    }
  }

  @Test(arguments: [
    Malformed(.gb18030, [0xFF, 0xB9, 0xFA], "?国"),
    Malformed(.gb18030, [0xB9, 0x22, 0xB9], "?\"?"),
    Malformed(.gb18030, [0x81, 0x30], "?0"),
    Malformed(.gb18030, [0x81, 0x30, 0x61], "?0a"),
    Malformed(.gb18030, [0x81, 0x30, 0x81], "?0?"),
    Malformed(.gb18030, [0x81, 0x30, 0xB9, 0xFA], "?0国"),
    // Codes of four bytes that stand for nothing.
    Malformed(.gb18030, [0xFE, 0x39, 0xFE, 0x39, 0x61], "?a"),
    Malformed(.gb18030, [0x84, 0x31, 0xA5, 0x30, 0x61], "?a"),
    // A pair of one's own is one character that nobody else knows; a broken pair is not.
    Malformed(.big5, [0xFA, 0x40, 0xBB, 0x4F], "?臺"),
    Malformed(.big5, [0xBB, 0x22, 0xBB, 0x4F], "?\"臺"),
    Malformed(.big5, [0x80, 0xBB, 0x4F, 0xBB], "?臺?"),
    Malformed(.utf16LittleEndian, [0x00, 0xD8, 0x61, 0x00], "?a"),
    Malformed(.utf16LittleEndian, [0x00, 0xDC, 0x61, 0x00, 0x00, 0xD8], "?a?"),
    Malformed(.utf16BigEndian, [0xD8, 0x40, 0xD8, 0x40, 0xDC, 0x00, 0x61], "?𠀀?"),
  ])
  func `what is malformed is replaced and counted`(malformed: Malformed) {
    let out = decoded(malformed.bytes, malformed.encoding)
    #expect(out.text == malformed.text.replacing("?", with: "\u{FFFD}"))
    #expect(out.replaced == malformed.text.count { $0 == "?" })
  }

  @Test func `a text may be cut anywhere`() {
    let texts: [(TextEncoding, [UInt8])] = [
      (.gb18030, [0x61, 0xB9, 0xFA, 0x81, 0x30, 0x81, 0x39, 0xEE, 0x39, 0x80, 0xFF, 0xE9, 0x46]),
      (.gb18030, [0x95, 0x32, 0x82, 0x36, 0x81, 0x30, 0x81, 0x81, 0x30]),
      (.big5, [0xBB, 0x4F, 0x80, 0xC6, 0x57, 0x61, 0xFA, 0x40, 0xBB, 0x22, 0xC8]),
      (
        .utf16LittleEndian,
        [0x61, 0, 0x40, 0xD8, 0x00, 0xDC, 0x00, 0xDC, 0x2D, 0x4E, 0x40, 0xD8, 0]
      ),
      (.utf16BigEndian, [0, 0x61, 0xD8, 0x40, 0xDC, 0x00, 0xD8, 0x40, 0x4E, 0x2D, 0xD8, 0x40, 0]),
    ]
    for (encoding, bytes) in texts {
      let whole = decoded(bytes, encoding)
      for first in 0...bytes.count {
        for second in first...bytes.count {
          #expect(decoded(bytes, encoding, cuts: [first, second]) == whole)
        }
      }
      #expect(decoded(bytes, encoding, cuts: Array(1..<bytes.count)) == whole)
    }
  }
}
