import CorpusReading
import Testing

struct PlainTextTests {
  @Test(arguments: [
    ("断丝锥三爪取出器\n\n先喷渗透油。\n", "断丝锥三爪取出器", ["先喷渗透油。"]),
    ("\r\n \u{3000}题目\r\n正文一\r\n正文二", "题目", ["正文一\r\n正文二"]),
    ("只有一行", "只有一行", []), ("======\n题目\n正文", "题目", ["======\n正文"]),
    ("｛？！｝\n", "笔记", ["｛？！｝"]), ("---\n***\n", "笔记", ["---\n***"]),
  ])
  func `the first line that has words is the title`(text: String, title: String, body: [String]) {
    let (records, report) = read(text, name: "文件夹/笔记.txt", kind: .knowledge)
    #expect(records.map { $0.texts(.title) } == [[title]])
    #expect(records.map { $0.texts(.body) } == [body] && records[0].kind == .knowledge)
    #expect(report.format == "text" && report.problemCount == 0)
  }

  @Test func `a long first line leaves the title to the name of the file`() {
    let line = String(repeating: "长", count: 61)
    for (name, title) in [
      ("笔记.txt", "笔记"), ("GB 1804.2000", "GB 1804.2000"), ("a.b.TXT.gz", "a.b"),
    ] {
      let record = read(line + "\n第二行", name: name).records.first
      #expect(record?.texts(.title) == [title] && record?.texts(.body) == [line + "\n第二行"])
    }
    let short = String(repeating: "字", count: 60)
    #expect(read(short, name: "笔记.txt").records.first?.texts(.title) == [short])
  }

  @Test func `nothing is no record`() {
    var limits = ReadingLimits()
    limits.openingBytes = 8
    for text in ["", " \n", String(repeating: " \n\u{C}", count: 100)] {
      let (records, report) = read(text, limits: limits)
      #expect(records.isEmpty && report.problemCount == 0 && report.outcome == .read)
    }
  }

  @Test func `what is longer than a record is cut, and said`() throws {
    var limits = ReadingLimits()
    limits.recordBytes = 100
    let (records, report) = read("题目\n" + String(repeating: "长", count: 100), limits: limits)
    let record = try #require(records.first)
    #expect(record.texts(.title) == ["题目"] && record.texts(.body)[0].count < 40)
    #expect(report.problems.map(\.reason) == ["a text or list was cut at its size limit"])
  }
}
