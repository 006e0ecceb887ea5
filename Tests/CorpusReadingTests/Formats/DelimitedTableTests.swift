import CorpusReading
import TestSupport
import Testing

struct DelimitedTableTests {
  private func titles(_ text: String, name: String = "a") -> [String] {
    read(text, name: name).records.map { $0.texts(.title).joined(separator: "+") }
  }

  @Test func `a row is a record, its columns are known by the header`() throws {
    let (records, report) = read(
      """
      公开(公告)号,申请号,标题,申请(专利权)人,发明人,IPC主分类号,申请日,公开(公告)日,法律状态,手机
      CN-115212463-A,CN201510481495.9,一种装置,甲公司;乙公司,曹凯; 张圈世,\
      A61N   5/00 (2006.01),2015-08-07,2022-10-21,授权,13800000000

      """, kind: .patent)
    let record = try #require(records.first)
    #expect(report.format == "csv" && report.outcome == .read && records.count == 1)
    #expect(record.kind == .patent && record.identity == .unique && record.date == 20_221_021)
    #expect(record.texts(.id) == ["CN115212463A"] && record.texts(.title) == ["一种装置"])
    #expect(record.texts(.organisation) == ["甲公司", "乙公司"])
    #expect(record.texts(.person) == ["曹凯", "张圈世"] && record.texts(.code) == ["A61N5/00"])
    #expect(record.others("法律状态") == ["授权"] && record.others("申请日") == ["2015-08-07"])
    #expect(report.droppedPrivate == 1 && !record.description.contains("1380"))
  }

  @Test func `quotes hold delimiters, line ends and quotes`() {
    let (records, report) = read(
      "编号,标题,摘要\r\n1,\"多行\r\n标题\",\"他说\"\"好\"\"\"\r\n2, \"乙,丙\" ,\"\"\r\n")
    #expect(records.map { $0.texts(.title) } == [["多行\r\n标题"], ["乙,丙"]])
    #expect(records[0].texts(.abstract) == ["他说\"好\""] && records[1].texts(.abstract) == [])
    #expect(report.problemCount == 0)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end in any way`(end: String) {
    let text = ["编号,标题", "", "1,甲", "2,\"乙\(end)丙\"", ",", "3,丁"].joined(separator: end)
    #expect(titles(text) == ["甲", "乙\(end)丙", "丁"])
    #expect(titles(text + end) == ["甲", "乙\(end)丙", "丁"])
    let damaged = read("编号,标题\(end)1,甲\(end)2,乙,丙")
    #expect(damaged.report.lines == ["line 3: 1 cell more than the header"])
  }

  @Test func `rows may be ragged`() throws {
    let (records, report) = read(
      "编号,标题,摘要\n1,甲\n2,乙,丙,丁,戊\n\n3,\"x\"y,z\n4,己,庚,,\n,,,\n5\n")
    try #require(records.map { $0.texts(.title) } == [["甲"], ["乙"], ["xy"], ["己"]])
    #expect(records[1].others("D") == ["丁"] && records[1].others("E") == ["戊"])
    #expect(
      report.lines == [
        "line 3: 2 cells more than the header",
        "line 5: text follows the closing quote of a cell", "line 8: the row has no text",
      ])
    #expect(report.outcome == .read)
  }

  @Test func `an open quote costs no more than its line`() {
    let rest = String(repeating: "3,丙\n", count: 1000)
    let (records, report) = read("编号,标题\n1,\"没有收尾\n2,乙\n\(rest)")
    #expect(records.count == 1002)
    #expect(records.prefix(3).map { $0.texts(.title) } == [["没有收尾"], ["乙"], ["丙"]])
    #expect(report.lines == ["line 2: the quote is not closed"] && report.outcome == .damaged)
  }

  @Test func `an open quote ends neither at the next quote nor at the limit`() {
    let rest = String(repeating: "3,丙\n", count: 400_000)
    let far = read("编号,标题\n1,\"没有收尾\n2,乙\n\(rest)4,\"丁\"\n")
    #expect(far.records.count == 400_003 && far.records.last?.texts(.title) == ["丁"])
    #expect(far.report.lines == ["line 2: the quote is not closed"])
    let near = read("编号,标题,摘要\n1,\"没有收尾,x\n2,乙,y\n3,\"丙\",\"z\"\n4,\"丁\",\"w\"\n")
    #expect(near.records.map { $0.texts(.title) } == [["没有收尾"], ["乙"], ["丙"], ["丁"]])
    #expect(near.report.lines == ["line 2: the quote is not closed"])
    let ragged = read("编号,标题,摘要\n1,\"没有收尾\n2,乙,y\n3,丙,z\n")
    #expect(ragged.records.map { $0.texts(.title) } == [["乙"], ["丙"]])
    #expect(ragged.report.lines == ["line 2: the quote is not closed"])
    let last = read("编号,标题\n1,甲\n2,\"乙")
    #expect(last.records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(last.report.lines == ["line 3: the quote is not closed"])
    let header = read("编号,\"标题\n1,甲\n2,乙\n", name: "a.csv")
    #expect(header.records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(header.report.lines == ["line 1: the quote is not closed"])
  }

  @Test func `a cell of many lines is no mistake`() throws {
    let text = (0..<40_000).map { "第\($0)行，没有别的" }.joined(separator: "\n")
    let (records, report) = read("编号,标题,正文\n1,甲,\"\(text)\"\n2,乙,丙\n")
    #expect(text.utf8.count > 1 << 20)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"]] && report.problemCount == 0)
    #expect(records[0].texts(.body) == [text])
    // Nor does the text go on as rows when the file breaks off in it.
    let cut = read("编号,标题,正文\n1,甲,乙\n2,丙,\"第一行\n第二行,没有收尾\n")
    #expect(cut.records.count == 1 && cut.report.lines == ["line 3: the quote is not closed"])
  }

  @Test func `a row beyond the limit costs itself`() {
    var limits = ReadingLimits()
    limits.lineBytes = 1000
    limits.chunkBytes = 64
    let long = String(repeating: "长", count: 1000)
    let (records, report) = read(
      "编号,标题\n1,甲\n2,\(long)\n3,乙\n4,\"\(long)\n\(long)\"\n5,丙\n6,\(long)", limits: limits)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"], ["丙"]])
    #expect(report.problems.map(\.place) == ["line 3", "line 5", "line 8"])
    #expect(report.outcome == .damaged)
  }

  @Test func `formulas are text, a mark before a long number goes`() {
    let text = """
      编号,标题
      1,"=HYPERLINK(""http://x"",""点"")"
      2,'0012345678901234567
      3,'90年代
      """
    #expect(
      titles(text) == ["=HYPERLINK(\"http://x\",\"点\")", "0012345678901234567", "'90年代"])
  }

  @Test func `columns of one name, and of none`() throws {
    let (records, _) = read("编号,标题,标题,,\n1,甲,乙,丙\n2,丁,,,戊\n")
    #expect(records.map { $0.texts(.title) } == [["甲", "乙"], ["丁"]])
    #expect(records[0].others("D") == ["丙"] && records[1].others("E") == ["戊"])
    #expect(records[1].values.count == 3)
  }

  @Test func `rows above the header are titles, a header alone is none`() {
    #expect(titles("2024年职工成果汇总,,\n单位：甲厂\n\n编号,标题,单位\n1,甲,乙\n") == ["甲"])
    let (records, report) = read("编号,标题\n")
    #expect(records.isEmpty && report.format == "csv" && report.problemCount == 0)
  }

  @Test func `a table of unknown columns is read by its first row`() throws {
    let (records, report) = read("字段,含义,备注\n甲,一,x\n乙,二,y\n")
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(records[1].others("含义") == ["二"] && records[1].others("备注") == ["y"])
    #expect(report.format == "csv")
  }

  @Test func `kinds come from a column, else from the folder`() {
    let (records, _) = read("标题,类型\n甲,课程\n乙,视频\n丙,\n", kind: .knowledge)
    #expect(records.map(\.kind) == [.course, .knowledge, .knowledge])
    #expect(records[1].others("类型") == ["视频"])
  }

  @Test(arguments: ["sep=;\n编号;标题\n1;甲,乙\n", "编号;标题\n1;甲,乙\n", "编号\t标题\n1\t甲,乙\n"])
  func `the delimiter is declared, or shows`(text: String) {
    #expect(titles(text) == ["甲,乙"])
  }

  @Test func `text that is more than fits in front`() {
    var limits = ReadingLimits()
    limits.openingBytes = 40
    let rows = (0..<200).map { "\($0),第\($0)条\n" }.joined()
    let (records, report) = read("编号,标题\n\(rows)", limits: limits)
    #expect(records.map { $0.texts(.title) } == (0..<200).map { ["第\($0)条"] })
    #expect(report.problemCount == 0)
  }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.value <= 0x20 }
    return String(String.UnicodeScalarView(scalars.reversed().drop { $0.value <= 0x20 }.reversed()))
  }

  /// A random table: what is in its cells, and a text of it.
  private func table(seed: UInt64) -> (cells: [[String]], text: String, delimiter: String) {
    var generator = SeededGenerator(seed: seed)
    let delimiter = [",", "\t", ";"].randomElement(using: &generator) ?? ","
    let end = ["\n", "\r\n"].randomElement(using: &generator) ?? "\n"
    let pieces = ["\"", ",", ";", "\t", end, "中文", "字", "a b", "x", "“", "，", "=", "'2a"]
    var cells: [[String]] = []
    var text = "标题\(delimiter)栏一\(delimiter)栏二\(delimiter)作者\(end)"
    for _ in 0..<Int.random(in: 1...30, using: &generator) {
      let row = (0..<4).map { column in
        let length = Int.random(in: 0...6, using: &generator)
        let cell = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        // A name is no list, and a title is always there.
        return column == 3 ? "张三" : column == 0 ? "题" + cell + "。" : cell
      }
      cells.append(row)
      text += row.map { cell in
        let needsQuotes = cell.contains { $0.isNewline || $0 == "\"" || String($0) == delimiter }
        return needsQuotes || Bool.random(using: &generator)
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: delimiter)
      text += end
    }
    return (cells, text, delimiter)
  }

  @Test(arguments: UInt64(0)..<120)
  func `what was written is read again, in chunks of any size`(seed: UInt64) {
    let table = table(seed: seed)
    for chunk in [1 << 16, 1, 7, 50] {
      var limits = ReadingLimits()
      limits.chunkBytes = chunk
      limits.readBytes = chunk
      limits.openingBytes = chunk == 50 ? 200 : 64 << 10
      let (records, report) = read(table.text, name: "表.csv", limits: limits)
      #expect(report.problemCount == 0, "\(table.text)")
      #expect(records.count == table.cells.count)
      for (record, cells) in zip(records, table.cells) {
        let read = [
          record.texts(.title).joined(), record.others("栏一").joined(),
          record.others("栏二").joined(), record.texts(.person).joined(),
        ]
        #expect(read == cells.map(trimmed), "\(table.text.debugDescription)")
      }
    }
  }
}
