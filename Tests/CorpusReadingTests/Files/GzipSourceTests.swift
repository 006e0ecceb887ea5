import CorpusReading
import TestSupport
import Testing

struct GzipSourceTests {
  private let lines = (0..<50).map { "{\"id\":\"\($0)\",\"title\":\"记录\($0)\"}\n" }

  /// Forty lines `{"title":"磨削烧伤的诊断"}`, compressed by zlib at level 9.
  private static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0x2A, 0xC9,
    0x2C, 0xC9, 0x49, 0x55, 0xB2, 0x52, 0x7A, 0xBE, 0x78, 0xC5, 0xD3, 0xCE, 0xAE, 0xE7,
    0xCD, 0xCB, 0x9F, 0xEC, 0x59, 0xF2, 0x7C, 0x56, 0xCB, 0x8B, 0xF5, 0x5D, 0xCF, 0xA6,
    0xAD, 0x55, 0xAA, 0xE5, 0xAA, 0x1E, 0x55, 0x31, 0xAA, 0x62, 0x54, 0xC5, 0xA8, 0x8A,
    0x51, 0x15, 0x44, 0xA8, 0x00, 0x00, 0x3C, 0x1B, 0xB3, 0xBE, 0x50, 0x05, 0x00, 0x00,
  ]

  @Test func `a compressed member is read`() {
    let (records, report) = read(bytes: Self.compressed)
    #expect(records.count == 40 && records.allSatisfy { $0.texts(.title) == ["磨削烧伤的诊断"] })
    #expect(report.format == "jsonl.gz" && report.outcome == .read && report.problemCount == 0)
    #expect(report.bytesRead == Self.compressed.count && report.textBytes == 40 * 34)
  }

  @Test func `every truncation keeps what is whole and says so`() {
    let full = Gzip.member(Array(lines.joined().utf8))
    for file in [full, Self.compressed] {
      let all = read(bytes: file).records.map { $0.texts(.title) }
      for length in 3..<file.count {
        let (records, report) = read(bytes: Array(file.prefix(length)))
        #expect(report.outcome == .damaged, "cut at \(length)")
        #expect(report.lines.contains { $0.contains("truncated") }, "cut at \(length)")
        #expect(records.map { $0.texts(.title) } == Array(all.prefix(records.count)))
      }
    }
    // Without its trailer a member has given all it had.
    #expect(read(bytes: Array(full.dropLast(8))).records.count == lines.count)
  }

  @Test func `every flipped byte gives a report, never a trap`() {
    var generator = SeededGenerator(seed: 5)
    for index in Self.compressed.indices {
      var file = Self.compressed
      file[index] ^= UInt8.random(in: 1...255, using: &generator)
      _ = read(bytes: file)
    }
  }

  @Test func `members join`() {
    let file = lines.flatMap { Gzip.member(Array($0.utf8)) }
    #expect(read(bytes: file).records.count == lines.count)
    let text = Array(lines.joined().utf8)
    let halves =
      Gzip.member(Array(text[..<333])) + Gzip.member([]) + Gzip.member(Array(text[333...]))
    #expect(read(bytes: halves).records.count == lines.count)
    #expect(read(bytes: halves).report.problemCount == 0)
  }

  @Test func `padding is nothing, garbage is a problem and costs nothing`() {
    let member = Gzip.member(Array(lines.joined().utf8))
    let padded = read(bytes: member + [UInt8](repeating: 0, count: 1024))
    #expect(padded.records.count == lines.count && padded.report.problemCount == 0)
    let garbage = read(bytes: member + Array("GARBAGE!".utf8))
    #expect(garbage.records.count == lines.count && garbage.report.outcome == .read)
    #expect(garbage.report.lines == [": garbage after the end of the gzip data was ignored"])
  }

  @Test func `checksum and length are verified`() {
    let member = Gzip.member(Array(lines.joined().utf8))
    var crc = member
    crc[member.count - 8] ^= 1
    var size = member
    size[member.count - 4] ^= 1
    #expect(
      read(bytes: crc).report.lines == [": gzip: the checksum (CRC) differs, the data is damaged"])
    #expect(read(bytes: size).report.lines == [": gzip: the length differs, the data is damaged"])
    #expect(read(bytes: crc).records.count == lines.count)
    #expect(read(bytes: crc).report.outcome == .damaged)
  }

  @Test func `containers nest to the limit`() {
    var file = Array("{\"title\":\"x\"}".utf8)
    for depth in 1...4 {
      file = Gzip.member(file)
      let (records, report) = read(bytes: file)
      if depth <= 3 {
        #expect(records.count == 1)
        #expect(report.format == "jsonl" + String(repeating: ".gz", count: depth))
      } else {
        #expect(records.isEmpty && report.outcome == .unsupported)
      }
    }
  }

  @Test func `empty members and empty files are no records`() {
    #expect(read(bytes: Gzip.member([])).report.format == "empty.gz")
    #expect(read(bytes: Gzip.member([])).report.outcome == .read)
    #expect(read(bytes: []).report.format == "empty")
    #expect(read("\u{FEFF}").report.outcome == .read)
  }

  @Test func `a bomb is stopped`() {
    var limits = ReadingLimits()
    limits.ratioFreeBytes = 1000
    limits.inflateRatio = 5
    let (records, report) = read(bytes: Self.compressed, limits: limits)
    #expect(report.outcome == .damaged && records.count < 40)
    #expect(report.lines.last?.contains("looks like a bomb") == true)
  }
}
