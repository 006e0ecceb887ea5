import CorpusReading
import Testing

@testable import CorpusReading

struct TextEncodingTests {
  private func encoding(_ bytes: [UInt8]) -> TextEncoding {
    TextEncoding(opening: bytes.span)
  }

  /// 国标编码镕 in GBK.
  private let gbk: [UInt8] = [0xB9, 0xFA, 0xB1, 0xEA, 0xB1, 0xE0, 0xC2, 0xEB, 0xE9, 0x46]

  @Test func `UTF-8 with a few wounds is UTF-8`() {
    #expect(encoding(Array("{\"title\":\"好\"}".utf8)) == .utf8)
    #expect(encoding(Array("{\"title\":\"".utf8) + [0xFF, 0xFE, 0xE4, 0xB8]) == .utf8)
    #expect(encoding(Array("中文".utf8.dropLast())) == .utf8)
    #expect(encoding([0x61, 0x00, 0x62]) == .utf8)
    #expect(encoding([]) == .utf8)
  }

  @Test func `two bytes a character are told apart`() {
    #expect(encoding(Array("{\"title\":\"".utf8) + gbk + Array("\"}".utf8)) == .doubleByte)
    // 臺灣傳統 in Big5.
    #expect(encoding([0xBB, 0x4F, 0xC6, 0x57, 0xB6, 0xC7, 0xB2, 0xCE]) == .doubleByte)
  }

  @Test func `UTF-16 is known with and without its mark`() {
    #expect(encoding([0xFF, 0xFE, 0x61, 0x00]) == .utf16)
    #expect(encoding([0xFE, 0xFF, 0x00, 0x61]) == .utf16)
    #expect(encoding(Array("<patent/>".utf8).flatMap { [$0, 0] }) == .utf16)
    #expect(encoding(Array("<patent/>".utf8).flatMap { [0, $0] }) == .utf16)
  }

  @Test func `zeros everywhere are no text`() {
    #expect(encoding([UInt8](repeating: 0, count: 100)) == .unknown)
  }

  @Test func `foreign files are refused, not mangled`() {
    let (records, report) = read(bytes: Array("{\"title\":\"".utf8) + gbk + Array("\"}\n".utf8))
    #expect(records.isEmpty)
    #expect(report.outcome == .unsupported)
    #expect(report.lines[0].contains("encoding not supported yet"))
  }

  @Test func `a file that turns foreign after an opening in ASCII is left there`() {
    var limits = ReadingLimits()
    limits.openingBytes = 32
    limits.chunkBytes = 32
    limits.readBytes = 32
    let front = String(repeating: "{\"title\":\"x\"}\n", count: 10)
    let bytes = Array(front.utf8) + Array("{\"title\":\"".utf8) + gbk + gbk + gbk
    let (records, report) = read(bytes: bytes, limits: limits)
    #expect(records.count == 10)
    #expect(report.outcome == .damaged)
  }
}
