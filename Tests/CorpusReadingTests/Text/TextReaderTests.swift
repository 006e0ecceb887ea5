import CorpusReading
import TestSupport
import Testing

@testable import CorpusReading

/// Files in every encoding, from their bytes to their records.
struct TextReaderTests {
  private static let foreign: [TextEncoding] = [
    .gb18030, .big5, .utf16LittleEndian, .utf16BigEndian,
  ]

  @Test(arguments: foreign)
  func `JSON lines are read in every encoding`(encoding: TextEncoding) throws {
    let text = "{\"標題\":\"國立大學工藝研究\",\"id\":\"1\"}\r\n{\"標題\":\"機械之設計\"}\n"
    let (records, report) = read(bytes: encoded(text, encoding))
    #expect(records.map { $0.texts(.title) } == [["國立大學工藝研究"], ["機械之設計"]])
    #expect(report.encoding == encoding.name && report.format == "jsonl")
    #expect(report.outcome == .read && report.problemCount == 0)
  }

  @Test(arguments: foreign, ["", "UTF-8", "gb2312", "UTF-16", "Big5", "x-none"])
  func `XML is read in every encoding, whatever it declares`(
    encoding: TextEncoding, label: String
  ) throws {
    let declared = label.isEmpty ? "" : " encoding=\"\(label)\""
    var text = Patents.old().replacing(" encoding=\"UTF-8\"", with: declared)
    // In Big5 only what it has can be written, and read back.
    if encoding == .big5 { text = decoded(encoded(text, .big5), .big5).text }
    // A text in simplified characters that says it is Big5 has to be long to be believed otherwise.
    if encoding == .gb18030, label == "Big5" { return }
    let (records, report) = read(bytes: encoded(text, encoding))
    let expected = read(text)
    #expect(!records.isEmpty && records == expected.records)
    #expect(report.encoding == encoding.name && report.problemCount == 0)
  }

  @Test func `a mark in front is no text`() {
    for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
      let (records, report) = read(bytes: encoded("\u{FEFF}\n{\"title\":\"好\"}", encoding))
      #expect(records.first?.texts(.title) == ["好"])
      #expect(report.encoding == encoding.name && report.problemCount == 0)
    }
  }

  @Test func `text in gzip is decoded like any other`() {
    let text = encoded("{\"title\":\"国标编码镕\"}\n", .gb18030)
    let (records, report) = read(bytes: Gzip.member(text))
    #expect(records.first?.texts(.title) == ["国标编码镕"])
    #expect(report.encoding == "gb18030" && report.format == "jsonl.gz")
  }

  @Test func `damage costs the characters that it touches`() {
    let front = encoded(
      "{\"title\":\"数控车床\",\"abstract\":\"" + String(repeating: "使用方法", count: 30), .gb18030)
    let (records, report) = read(
      bytes: front + [0xFF] + encoded("结束", .gb18030) + [0xB9] + Array("\"}\n".utf8))
    #expect(records.first?.texts(.abstract).first?.hasSuffix("使用方法\u{FFFD}结束\u{FFFD}") == true)
    #expect(report.lines == [": 2 damaged characters (gb18030) were replaced by U+FFFD"])
    #expect(report.outcome == .read)
  }

  @Test func `text in no known encoding is refused`() {
    var generator = SeededGenerator(seed: 2)
    let noise = (0..<4096).map { _ in UInt8.random(in: 1...0xFF, using: &generator) }
    for (bytes, word) in [(noise, "not known"), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32")] {
      let (records, report) = read(bytes: bytes)
      #expect(records.isEmpty && report.outcome == .unsupported && report.encoding == "")
      #expect(report.lines.count == 1 && report.lines[0].contains(word))
    }
  }

  @Test func `a pure ASCII text is UTF-8`() {
    let (_, report) = read("{\"title\":\"x\"}\n")
    #expect(report.encoding == "utf-8")
  }

  private var small: ReadingLimits {
    var limits = ReadingLimits()
    limits.openingBytes = 64
    limits.readBytes = 64
    return limits
  }

  @Test(arguments: [TextEncoding.gb18030, .big5, .utf8], [0, 1, 7, 63, 64, 65, 200])
  func `a text that begins in ASCII is what it turns out to be`(
    encoding: TextEncoding, lead: Int
  ) {
    let front =
      String(repeating: "{\"title\":\"x\"}\n", count: 10) + String(repeating: " ", count: lead)
    let text = front + "{\"title\":\"工業技術之方法，以及其在工業上的方法\"}\n"
    for chunk in [1, 3, 64, 1000] {
      var limits = small
      limits.chunkBytes = chunk
      let (records, report) = read(bytes: encoded(text, encoding), limits: limits)
      #expect(records.count == 11 && records.last?.texts(.title) == ["工業技術之方法，以及其在工業上的方法"])
      #expect(report.encoding == encoding.name && report.problemCount == 0)
    }
  }

  @Test func `what turns out to be nothing known is mended as UTF-8`() {
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<4096).map { _ in UInt8.random(in: 0x80...0xFF, using: &generator) }
    let front = String(repeating: "{\"title\":\"x\"}\n", count: 10)
    let (records, report) = read(bytes: Array(front.utf8) + noise, limits: small)
    #expect(records.count == 10 && report.encoding == "utf-8")
    #expect(report.lines.last?.contains("damaged characters (utf-8) were replaced") == true)
  }

  @Test(arguments: foreign)
  func `chunks of any size give the same`(encoding: TextEncoding) {
    let text = Patents.new(extra: "國立大學工藝研究機械之設計")
    let bytes = encoded(text, encoding) + [0xFF, 0xD8, 0xB9]
    let whole = read(bytes: bytes)
    for size in [1, 2, 3, 5, 16, 1001] {
      var limits = ReadingLimits()
      limits.chunkBytes = size
      limits.readBytes = size
      let cut = read(bytes: bytes, limits: limits)
      #expect(cut.records == whole.records && cut.report.lines == whole.report.lines)
    }
  }

  @Test func `damaged and mixed texts give the same in chunks of any size`() {
    var generator = SeededGenerator(seed: 4)
    let line = "{\"title\":\"國立大學工藝研究\"}\n"
    let encodings = Self.foreign + [.utf8]
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let encoding = encodings[Int.random(in: 0..<encodings.count, using: &generator)]
        bytes += encoded(String(repeating: line, count: 3), encoding)
      }
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...0xFF, using: &generator)
      }
      let whole = read(bytes: bytes)
      var limits = ReadingLimits()
      limits.chunkBytes = Int.random(in: 1...40, using: &generator)
      limits.readBytes = limits.chunkBytes
      let cut = read(bytes: bytes, limits: limits)
      #expect(cut.records == whole.records && cut.report.lines == whole.report.lines)
      #expect(cut.report.encoding == whole.report.encoding)
    }
  }
}
