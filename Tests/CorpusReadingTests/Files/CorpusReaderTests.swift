import CorpusReading
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct CorpusReaderTests {
  private struct Interrupt: Error {}

  @Test(arguments: [
    Array("{\"title\":\"x\"}\n{\"title\":\"y\"}\n{\"title\":\"z\"}".utf8),
    Array((Patents.old() + Patents.new() + Patents.old()).utf8),
    Gzip.member(Array((Patents.old() + Patents.new()).utf8)),
  ])
  func `what the caller throws ends the reading`(bytes: [UInt8]) {
    var count = 0
    #expect(throws: Interrupt.self) {
      try CorpusReader().read(bytes: bytes, name: "a") { (_) throws(Interrupt) in
        count += 1
        throw Interrupt()
      }
    }
    #expect(count == 1)
  }

  @Test func `the caller's error ends the walk`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a")
    try folder.file("b")
    var count = 0
    #expect(throws: WalkError<Interrupt>.self) {
      try CorpusReader().forEachFile(under: [folder.path]) { (_) throws(Interrupt) in
        count += 1
        throw Interrupt()
      }
    }
    #expect(count == 1)
  }

  @Test func `an open file is read and stays open`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a", "{\"title\":\"x\"}")
    let number = unsafe open("\(folder.path)/a", O_RDONLY)
    var records = 0
    let report = CorpusReader().read(descriptor: number, name: "standard input") { _ in
      records += 1
    }
    #expect(records == 1 && report.bytesRead == 13 && report.path == "standard input")
    #expect(close(number) == 0)
    #expect(CorpusReader().read(descriptor: -1, name: "x") { _ in }.outcome == .failed)
  }

  @Test func `a folder that has come to where a file was is no device`() throws {
    let folder = try TemporaryFolder()
    let number = unsafe open(folder.path, O_RDONLY)
    let report = CorpusReader().read(descriptor: number, name: "a") { _ in }
    #expect(report.outcome == .unsupported && report.lines == [": a folder is not a file"])
    #expect(close(number) == 0)
  }

  @Test func `an archive on disk is read at any place, from where the file stands`() throws {
    let folder = try TemporaryFolder()
    let zip = Zip(Zip.Entry("a", "{\"title\":\"x\"}"), Zip.Entry("b", "{\"title\":\"y\"}")).bytes
    try folder.file(bytes: Array("a".utf8), zip)
    try folder.file(bytes: Array("b".utf8), Array("front".utf8) + zip)
    let reader = CorpusReader()
    try reader.forEachFile(under: ["\(folder.path)/a"]) { file in
      let report = reader.read(file) { _ in }
      #expect(report.records == 2 && report.bytesRead == zip.count && report.problemCount == 0)
    }
    let number = unsafe open("\(folder.path)/b", O_RDONLY)
    #expect(lseek(number, 5, SEEK_SET) == 5)
    let report = reader.read(descriptor: number, name: "b") { _ in }
    #expect(report.records == 2 && report.bytesRead == zip.count && report.problemCount == 0)
    #expect(close(number) == 0)
  }

  @Test func `a file that changes under us is reported`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a", String(repeating: "{\"title\":\"x\"}\n", count: 100))
    let reader = CorpusReader()
    var report: FileReport?
    try reader.forEachFile(under: [folder.path]) { file in
      report = reader.read(file) { record in
        if record.ordinal == 1 { truncate(folder) }
      }
    }
    #expect(report?.outcome == .damaged)
    #expect(report?.lines == [": the file changed while it was read"])
  }

  private func truncate(_ folder: TemporaryFolder) {
    #expect(unsafe Glibc.truncate("\(folder.path)/a", 5) == 0)
  }

  @Test func `a file that has gone is a failure`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a")
    let reader = CorpusReader()
    try reader.forEachFile(under: [folder.path]) { file in
      #expect(unsafe unlink("\(folder.path)/a") == 0)
      #expect(reader.read(file) { _ in }.outcome == .failed)
    }
  }

  @Test(arguments: [
    ("%PDF-1.7", "pdf"), ("BZh91AY", "bzip2"), ("SQLite format 3\0", "sqlite"), ("{\\rtf1", "rtf"),
  ])
  func `what is not read yet is named`(text: String, format: String) {
    let (records, report) = read(text)
    #expect(records.isEmpty && report.outcome == .unsupported && report.format == format)
    #expect(report.problemCount == 1)
  }

  @Test func `a report keeps the first problems and counts all`() {
    let many = read("{}\n" + String(repeating: "{]\n", count: 99)).report
    #expect(many.problemCount == 100 && many.problems.count == 20)
  }
}
