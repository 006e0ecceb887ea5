import TestSupport
import Testing

@testable import CorpusReading

struct TextEncodingTests {
  private func encoding(_ bytes: [UInt8]) throws -> TextEncoding {
    try textReader(bytes).encoding
  }

  @Test func `UTF-8 with a few wounds is UTF-8`() throws {
    #expect(try encoding(Array("{\"title\":\"好\"}".utf8)) == .utf8)
    #expect(try encoding(Array("{\"title\":\"".utf8) + [0xFF, 0xFE, 0xE4, 0xB8]) == .utf8)
    #expect(try encoding(Array("中文".utf8.dropLast())) == .utf8)
    #expect(try encoding([0x61, 0x00, 0x62]) == .utf8)
    #expect(try encoding([]) == .utf8)
    // Words of Latin letters in an encoding of one byte.
    #expect(try encoding(Array("r".utf8) + [0xE9] + Array("sum".utf8) + [0xE9, 0x2C]) == .utf8)
  }

  @Test func `marks name the encoding`() throws {
    #expect(try encoding([0xEF, 0xBB, 0xBF] + encoded("国标", .gb18030)) == .utf8)
    #expect(try encoding([0xFF, 0xFE, 0x61, 0x00]) == .utf16LittleEndian)
    #expect(try encoding([0xFE, 0xFF, 0x4E, 0x2D]) == .utf16BigEndian)
    #expect(try encoding([0x84, 0x31, 0x95, 0x33, 0x61]) == .gb18030)
    #expect(try encoding([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .utf32)
    #expect(try encoding([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]) == .utf32)
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func `UTF-16 is known without its mark`(expected: TextEncoding) throws {
    #expect(try encoding(encoded("<patent/>", expected)) == expected)
    let line = String(repeating: "一种用于磨削加工的冷却装置及其控制方法", count: 20) + "\r\n"
    #expect(try encoding(encoded(line + line, expected)) == expected)
    #expect(try encoding(encoded("标题：一种冷却装置。", expected)) == expected)
  }

  @Test func `zeros and noise are no text`() throws {
    #expect(try encoding([UInt8](repeating: 0, count: 100)) == .unknown)
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<4096).map { _ in UInt8.random(in: 1...0xFF, using: &generator) }
    #expect(try encoding(noise) == .unknown)
  }

  @Test(arguments: [
    (TextEncoding.gb18030, "国标编码镕"), (.gb18030, "{\"title\":\"数控车床\"}"),
    (.gb18030, "编号,标题,单位\r\n1,朱镕基学习法,\"大学，北京\"\r\n"),
    (.gb18030, "臺灣傳統工藝技術研究，國立大學機械工程學系編"), (.big5, "臺灣傳統"),
    (.big5, "編號,標題,單位\r\n1,臺灣傳統工藝技術研究,國立大學\r\n"), (.big5, "工業用機器人之控制"),
  ])
  func `GB18030 and Big5 are told apart`(expected: TextEncoding, text: String) throws {
    #expect(try encoding(encoded(text, expected)) == expected)
    // The last character cut in two.
    #expect(try encoding(encoded(text + "的", expected).dropLast()) == expected)
  }

  @Test func `a label decides where the text is too short to`() throws {
    // Rare characters only, then ones whose bytes are common in both.
    let bytes = encoded("龘龘", .gb18030)
    #expect(try encoding(bytes) == .utf8)
    let meta = Array("<meta charset=gb2312>".utf8)
    #expect(try encoding(meta + bytes) == .gb18030)
    let xml = Array("<?xml version='1.0' encoding='Big5'?><a>".utf8)
    let ambiguous = encoded("工程", .gb18030)
    #expect(try encoding(ambiguous) == .gb18030)
    #expect(try encoding(xml + ambiguous) == .big5)
  }

  @Test func `labels lie`() throws {
    let traditional = "專利測試裝置之研究，以及其在工業上的應用方法與系統"
    let simplified = "专利镕测试装置的研究与应用"
    let labels = ["gb2312", "UTF-8", "GBK", "UTF-16", "x-none", "Big5"]
    for label in labels {
      let front = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><title>".utf8)
      #expect(try encoding(front + Array(simplified.utf8)) == .utf8)
      #expect(try encoding(front + encoded(traditional, .big5)) == .big5)
      if label != "Big5" {
        #expect(try encoding(front + encoded(simplified, .gb18030)) == .gb18030)
      }
    }
  }

  @Test func `what says that it is Japanese or Korean is not taken for Chinese`() throws {
    let bytes = encoded("数控车床的使用方法", .gb18030)
    #expect(try encoding(Array("<html><meta charset=\"EUC-KR\">".utf8) + bytes) == .unknown)
  }
}
