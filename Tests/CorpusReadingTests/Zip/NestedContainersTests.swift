import CorpusReading
import TestSupport
import Testing

struct NestedContainersTests {
  private func titles(_ records: [ReadRecord]) -> [String] {
    records.flatMap { $0.texts(.title) }
  }

  @Test(arguments: [0, 8])
  func `archives in archives are read`(method: Int) {
    let zip = Zip(
      Zip.Entry("20231003-1-001.ZIP", Zip.titles("a", "甲", "乙"), method: method),
      Zip.Entry("20231003-1-002.ZIP", Zip.titles("b", "丙"), method: method),
      Zip.Entry("c.gz", Gzip.member(Array("{\"title\":\"丁\"}".utf8)), method: method))
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲", "乙", "丙", "丁"])
    #expect(records[2].entry == "20231003-1-002.ZIP/b" && records[3].entry == "c.gz")
    #expect(report.format == "zip" && report.problemCount == 0)
  }

  @Test func `an entry that nothing reads is no damage, whatever came before it`() {
    let zip = Zip(
      Zip.Entry("a.jsonl", Array("{\"title\":\"甲\"}".utf8)),
      Zip.Entry("index.xml", Array("<i/>".utf8)))
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲"] && report.outcome == .read)
    #expect(
      report.lines == ["index.xml: XML with root <i> has nothing that looks like a record"])
  }

  @Test func `a compressed archive is named from the inside out`() {
    let zip = Zip.titles("a", "甲")
    let (records, report) = read(bytes: Gzip.member(zip))
    #expect(titles(records) == ["甲"] && report.format == "zip.gz" && report.problemCount == 0)
    #expect(read(bytes: Gzip.member(Gzip.member(zip))).report.format == "zip.gz.gz")
  }

  @Test func `containers nest to the limit`() {
    var file = Zip.titles("a", "甲")
    for depth in 2...5 {
      file = Zip(Zip.Entry("\(depth)", file)).bytes
      let (records, report) = read(bytes: file)
      if depth <= 3 {
        #expect(titles(records) == ["甲"] && report.problemCount == 0)
      } else {
        let place = (3...depth).reversed().map { "\($0)" }.joined(separator: "/")
        #expect(records.isEmpty && report.outcome == .read)
        let inner = depth == 4 ? "4/3/2" : "5/4/3"
        #expect(report.lines == ["\(inner): containers are nested more than 3 deep"], "\(place)")
      }
    }
  }

  @Test func `a damaged archive costs only itself`() {
    let inner = Zip.titles("a", "甲")
    let zip = Zip(
      Zip.Entry("1.zip", Array(inner.dropLast(5)), method: 0),
      Zip.Entry("2.zip", Array(inner.dropLast(5))),
      Zip.Entry("3.zip", inner).with { $0.packed = Array(Zip.deflate(inner).dropLast(9)) },
      Zip.Entry("4.zip", inner).with { $0.checksum = 1 },
      Zip.Entry("5.zip", Zip.titles("a", "乙")))
    let (records, report) = read(bytes: zip.bytes)
    #expect(titles(records) == ["甲", "乙"] && report.outcome == .damaged)
    let noEnd = "the archive has no end: it is truncated, or something was added behind it"
    #expect(
      report.lines == [
        "1.zip: \(noEnd)", "2.zip: \(noEnd)", "3.zip: the data are truncated",
        "4.zip: the checksum (CRC) differs, the data are damaged",
      ])
  }

  @Test func `large archives in compressed files are unpacked in the folder for it`() throws {
    let folder = try TemporaryFolder()
    var limits = ReadingLimits()
    limits.spoolMemoryBytes = 1000
    limits.readBytes = 128
    limits.openingBytes = 128
    let lines = (0..<200).map { "{\"title\":\"记录\($0)\"}" }
    let inner = Zip(
      lines.map { Zip.Entry($0, $0, method: 0) } + [Zip.Entry("b", Zip.titles("c", "丙"))]
    ).bytes
    for file in [Gzip.member(inner), Zip(Zip.Entry("a.zip", inner)).bytes] {
      var records: [ReadRecord] = []
      let reader = CorpusReader(limits: limits, spoolFolder: folder.path)
      let report = reader.read(bytes: file, name: "a") { records.append(ReadRecord($0)) }
      #expect(records.count == 201 && report.problemCount == 0)
      #expect(
        titles(records).last == "丙" && TestSupport.TemporaryFolder.names(in: folder.path) == [])
    }
  }

  @Test func `without a folder to unpack in, large archives in compressed files are reported`() {
    var limits = ReadingLimits()
    limits.spoolMemoryBytes = 1 << 20
    limits.inflateRatio = 2000
    let inner = Zip(Zip.Entry("a", [UInt8](repeating: 0x20, count: 2 << 20), method: 0)).bytes
    let file = Zip(Zip.Entry("a.zip", inner), Zip.Entry("b", "{\"title\":\"乙\"}")).bytes
    let (records, report) = read(bytes: file, limits: limits)
    #expect(titles(records) == ["乙"] && report.outcome == .damaged)
    #expect(
      report.lines == [
        "a.zip: a container inside a compressed one is larger than 1 MiB, and there is no folder "
          + "to unpack it in"
      ])
    let reader = CorpusReader(limits: limits, spoolFolder: "/nowhere/at/all")
    let failed = reader.read(bytes: file, name: "a") { _ in }
    #expect(failed.records == 1 && failed.outcome == .damaged)
    #expect(
      failed.lines == [
        "a.zip: no file to unpack in can be made in /nowhere/at/all: No such file or directory"
      ])
  }

  @Test func `a bomb is stopped by the ratio of a stream and by the sum of all`() {
    var limits = ReadingLimits()
    limits.ratioFreeBytes = 1000
    limits.inflateRatio = 5
    let spaces = [UInt8](repeating: 0x20, count: 5000)
    let file = Zip(Zip.Entry("a", spaces), Zip.Entry("b", "{\"title\":\"乙\"}")).bytes
    let one = read(bytes: file, limits: limits)
    #expect(one.report.lines == ["a: looks like a bomb, more than 5 bytes out of each byte"])
    #expect(titles(one.records) == ["乙"])
    // Each stream keeps to its ratio, all together do not.
    limits = ReadingLimits()
    limits.inflateRatio = 20
    limits.outputFreeBytes = 1 << 20
    let line = Array("{\"title\":\"甲\"}".utf8) + [UInt8](repeating: 0x20, count: 1 << 17)
    var bomb = Zip(Zip.Entry("0", line)).bytes
    for _ in 0..<2 { bomb = Zip((0..<8).map { Zip.Entry("\($0).zip", bomb) }).bytes }
    let (records, report) = read(bytes: bomb, limits: limits)
    #expect(records.count < 16 && report.outcome == .damaged && report.problemCount == 1)
    #expect(report.lines[0].hasSuffix("looks like a bomb, more than 1 MiB out of the whole file"))
    #expect(report.textBytes < 2 << 20)
  }

  @Test func `what the caller throws ends the reading of all containers`() {
    struct Interrupt: Error {}
    let inner = Zip.titles("a", "甲", "乙")
    let file = Zip(Zip.Entry("1", inner), Zip.Entry("2", inner)).bytes
    var count = 0
    #expect(throws: Interrupt.self) {
      try CorpusReader().read(bytes: file, name: "a") { (_) throws(Interrupt) in
        count += 1
        throw Interrupt()
      }
    }
    #expect(count == 1)
  }

  @Test func `random containers give what was put into them`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      var tree = RandomContainers(generator: generator)
      let file = tree.archive(depth: 3, path: "")
      generator = tree.generator
      let (records, report) = read(bytes: file)
      #expect(titles(records) == tree.titles && records.map(\.entry) == tree.entries)
      #expect(report.format == "zip" && report.lines == [])
    }
  }
}

/// Containers in containers at random, and what reading them must give.
private struct RandomContainers {
  var generator: SeededGenerator
  private(set) var titles: [String] = []
  private(set) var entries: [String] = []

  init(generator: SeededGenerator) {
    self.generator = generator
  }

  mutating func archive(depth: Int, path: String) -> [UInt8] {
    var zip = Zip([])
    for index in 0..<Int.random(in: 0...4, using: &generator) {
      let name = "目录\(Int.random(in: 0...1, using: &generator))/\(index)"
      let content = content(depth: depth - 1, path: path.isEmpty ? name : "\(path)/\(name)")
      zip.entries.append(
        Zip.Entry(name, content, method: Bool.random(using: &generator) ? 0 : 8))
    }
    zip.hasDescriptors = Bool.random(using: &generator)
    zip.isLong = Bool.random(using: &generator)
    return zip.bytes
  }

  private mutating func content(depth: Int, path: String) -> [UInt8] {
    switch Int.random(in: 0...2, using: &generator) {
    case 0 where depth > 0: return archive(depth: depth, path: path)
    case 1 where depth > 0: return Gzip.member(content(depth: depth - 1, path: path))
    default:
      var text = ""
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        titles.append("记录\(titles.count)")
        entries.append(path)
        text += "{\"title\":\"\(titles[titles.count - 1])\"}\n"
      }
      return Array(text.utf8)
    }
  }
}
