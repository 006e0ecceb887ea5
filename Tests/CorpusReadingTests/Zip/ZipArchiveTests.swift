import CorpusReading
import TestSupport
import Testing

struct ZipArchiveTests {
  private static let one = "{\"title\":\"甲\"}"
  private static let two = "{\"title\":\"乙\"}"

  private func titles(_ records: [ReadRecord]) -> [String] {
    records.flatMap { $0.texts(.title) }
  }

  @Test(arguments: [0, 8])
  func `files are read in the order of their data`(method: Int) {
    let zip = Zip(
      Zip.Entry("b.jsonl", Self.one + "\n" + Self.two, method: method),
      Zip.Entry("a.jsonl", Self.two, method: method))
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲", "乙", "乙"] && records.map(\.ordinal) == [1, 2, 3])
    #expect(records.map(\.entry) == ["b.jsonl", "b.jsonl", "a.jsonl"])
    #expect(report.format == "zip" && report.outcome == .read && report.problemCount == 0)
    #expect(report.bytesRead == zip.bytes.count && report.textBytes == 15 * 3 + 1)
  }

  @Test func `the directory decides, not what stands in front of the data`() {
    var zip = Zip(Zip.Entry("a", Self.one), Zip.Entry("b", Self.two))
    zip.hasDescriptors = true
    #expect(titles(read(bytes: zip.bytes).records) == ["甲", "乙"])
    zip.entries[0].localExtra = [UInt8](repeating: 7, count: 300)
    #expect(titles(read(bytes: zip.bytes).records) == ["甲", "乙"])
    // A directory in another order than the data.
    let swapped = Zip(
      Zip.Entry("x", Self.one).with { $0.offset = 1 + 30 + 48 },
      Zip.Entry("y", Self.two).with { $0.offset = 0 })
    #expect(read(bytes: swapped.bytes).report.problemCount > 0)
  }

  @Test func `what stands around an archive is no part of it`() {
    var zip = Zip(Zip.Entry("a", Self.one))
    zip.prefix = [0x4D, 0x5A] + [UInt8](repeating: 0, count: 3000)
    #expect(titles(read(bytes: zip.bytes).records) == ["甲"])
    #expect(read(bytes: zip.bytes).report.format == "zip")
    zip.isLong = true
    #expect(titles(read(bytes: zip.bytes).records) == ["甲"])
    zip.prefix = []
    zip.isLong = false
    // A comment that looks like the end of an empty archive.
    zip.comment = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18) + Array("tail".utf8)
    #expect(titles(read(bytes: zip.bytes).records) == ["甲"])
    zip.comment = [UInt8](repeating: 0x50, count: 65_535)
    #expect(titles(read(bytes: zip.bytes).records) == ["甲"])
  }

  @Test func `large archives and entries are read`() {
    var zip = Zip(Zip.Entry("a", Self.one), Zip.Entry("b", Self.two))
    zip.isLong = true
    #expect(titles(read(bytes: zip.bytes).records) == ["甲", "乙"])
    zip.entries[0].extra = Zip.longField(15, UInt64(Zip.deflate(Array(Self.one.utf8)).count), 0)
    zip.entries[0].size = 0xFFFF_FFFF
    zip.entries[0].packedSize = 0xFFFF_FFFF
    zip.entries[0].offset = 0xFFFF_FFFF
    zip.isLong = false
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲", "乙"] && report.problemCount == 0)
    zip.entries[0].extra = Zip.longField(.max, .max, .max)
    #expect(read(bytes: zip.bytes).report.lines == ["a: its data are not in the archive"])
  }

  @Test func `an archive may be empty, and names may come twice`() {
    let empty = read(bytes: Zip([]).bytes)
    #expect(empty.records.isEmpty && empty.report.outcome == .read)
    #expect(empty.report.format == "zip" && empty.report.problemCount == 0)
    let twice = Zip(Zip.Entry("a", Self.one), Zip.Entry("a", Self.two))
    #expect(titles(read(bytes: twice.bytes).records) == ["甲", "乙"])
  }

  @Test(arguments: [
    (0x01, 8, "encrypted: unpack it with its password first"),
    (0x40, 8, "encrypted: unpack it with its password first"),
    (0x2000, 8, "encrypted: unpack it with its password first"),
    (0, 9, "method 9 (deflate64) is not supported"),
    (0, 12, "method 12 (bzip2) is not supported"),
    (0, 77, "method 77 is not supported"),
  ])
  func `what cannot be unpacked is named and costs itself`(
    flags: Int, method: Int, reason: String
  ) {
    let zip = Zip(
      Zip.Entry("坏.jsonl", Self.one, method: method, flags: flags), Zip.Entry("b", Self.two))
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["乙"] && report.lines == ["坏.jsonl: \(reason)"])
    #expect(report.outcome == .read)
  }

  struct Lie: Sendable {
    let change: @Sendable (inout Zip.Entry) -> Void
    let titles: [String]
    let reason: String

    init(
      _ titles: [String], _ reason: String, _ change: @escaping @Sendable (inout Zip.Entry) -> Void
    ) {
      self.change = change
      self.titles = titles
      self.reason = reason
    }
  }

  @Test(arguments: [
    Lie(["甲", "乙"], "the checksum (CRC) differs, the data are damaged") { $0.checksum = 1 },
    Lie(["甲", "乙"], "the checksum (CRC) differs, the data are damaged") {
      ($0.checksum, $0.method) = (1, 0)
    },
    Lie(["甲", "乙"], "it is longer than the directory of the archive says") { $0.size = 15 },
    Lie(["甲", "乙"], "it is longer than the directory of the archive says") {
      ($0.size, $0.method) = (15, 0)
    },
    Lie(["甲", "乙"], "it is shorter than the directory of the archive says") {
      $0.size = 0xFFFF_FFF0
    },
    Lie(["甲", "乙"], "the data are truncated") {
      $0.packed = Array(Zip.deflate($0.content).dropLast(1))
    },
    Lie(["乙"], "the data are damaged (invalid block type)") { $0.packed = [7, 7, 7, 7] },
    Lie(["乙"], "its data are not where the directory says") { $0.offset = 1 },
    Lie(["乙"], "its data are not in the archive") { $0.offset = 1 << 30 },
    Lie(["乙"], "its data overlap with the next entry or the directory") { $0.packedSize = 500 },
  ])
  func `a damaged entry keeps what came before and costs only itself`(lie: Lie) {
    var bad = Zip.Entry("a.jsonl", Self.one + "\n{\"title\":\"")
    lie.change(&bad)
    let (records, report) = read(bytes: Zip(bad, Zip.Entry("b", Self.two)).bytes)
    #expect(titles(records) == lie.titles && report.outcome == .damaged)
    #expect(report.lines.contains("a.jsonl: \(lie.reason)"), "\(report.lines)")
  }

  @Test func `no byte of an archive is unpacked twice`() {
    var zip = Zip((0..<200).map { Zip.Entry("\($0)", Self.one) })
    for index in zip.entries.indices { zip.entries[index].offset = 0 }
    let (records, report) = read(bytes: zip.bytes)
    #expect(records.count == 1 && report.problemCount == 199 && report.outcome == .damaged)
  }

  @Test func `folders, links and the leftovers of others are no files`() {
    let zip = Zip(
      Zip.Entry("课程/", "", method: 0),
      Zip.Entry("folder", "", method: 0).with { $0.attributes = 0x10 },
      Zip.Entry("no folder", Self.one).with { $0.attributes = 0x10 },
      Zip.Entry("link", "/etc/passwd").with { ($0.system, $0.attributes) = (3, 0xA1FF << 16) },
      Zip.Entry("pipe", "").with { ($0.system, $0.attributes) = (3, 0x11A4 << 16) },
      Zip.Entry(".hidden/a", Self.one), Zip.Entry("__MACOSX/._a", Self.one),
      Zip.Entry("b/~$a.docx", Self.one), Zip.Entry("b/Thumbs.db", Self.one),
      Zip.Entry("b/a", Self.two).with { ($0.system, $0.attributes) = (3, 0x81A4 << 16) })
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲", "乙"] && records.map(\.entry) == ["no folder", "b/a"])
    #expect(
      report.lines == ["link: a symbolic link is not followed", "pipe: not a file"])
  }

  @Test func `an archive without an end is one problem`() {
    let whole = Zip(Zip.Entry("a", Self.one), Zip.Entry("b", Self.two)).bytes
    let files = [
      Array(whole.dropLast(30)), Array(whole.prefix(40)), whole + [0], [0x50, 0x4B, 3, 4],
    ]
    for file in files {
      let (records, report) = read(bytes: file)
      #expect(records.isEmpty && report.outcome == .damaged && report.format == "zip")
      #expect(
        report.lines == [
          ": the archive has no end: it is truncated, or something was added behind it"
        ])
    }
  }

  @Test func `an end that points to nowhere is one problem`() {
    var zip = Zip(Zip.Entry("a", Self.one), Zip.Entry("b", Self.two))
    zip.directoryShift = 0x7FFF_0000
    let far = read(bytes: zip.bytes).report
    #expect(far.lines == [": the directory of the archive is not where its end says"])
    #expect(far.outcome == .damaged)
    zip.directoryShift = 0
    zip.count = 3
    let more = read(bytes: zip.bytes)
    #expect(titles(more.records) == ["甲", "乙"])
    #expect(more.report.lines == [": the directory of the archive is damaged behind 2 entries"])
    var bytes = zip.bytes
    bytes[bytes.count - 18] = 1
    #expect(
      read(bytes: bytes).report.lines == [
        ": the archive is one part of several; join them first"
      ])
  }

  @Test func `every truncation and every flipped byte gives a report, never a trap`() {
    var zip = Zip(
      Zip.Entry("课程/a.jsonl", Self.one), Zip.Entry("b", Zip.titles("c", "丙"), method: 0))
    zip.comment = [1, 2, 3]
    let file = zip.bytes
    #expect(titles(read(bytes: file).records) == ["甲", "丙"])
    for length in 4..<file.count {
      let (records, report) = read(bytes: Array(file.prefix(length)))
      // Cut right behind the inner archive, which is then found as if something stood before it.
      #expect(records.isEmpty || titles(records) == ["丙"], "cut at \(length)")
      #expect(report.outcome == .damaged && report.problemCount == 1, "cut at \(length)")
    }
    for index in file.indices {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        var file = file
        file[index] ^= mask
        let (records, report) = read(bytes: file)
        let isWhole = titles(records) == ["甲", "丙"]
        #expect(isWhole || report.problemCount > 0, "flipped at \(index) by \(mask)")
      }
    }
  }

  @Test func `sixty thousand entries are read`() {
    let zip = Zip((0..<60_000).map { Zip.Entry("\($0)", $0 == 59_999 ? Self.one : "", method: 0) })
    let (records, report) = read(bytes: zip.bytes)
    #expect(records.map(\.entry) == ["59999"] && report.problemCount == 0)
    var limits = ReadingLimits()
    limits.archiveEntries = 100
    let cut = read(bytes: zip.bytes, limits: limits).report
    #expect(
      cut.lines == [": the archive has more than 100 entries, the others are not read"])
  }
}
