import TestSupport
import Testing

@testable import CorpusReading

/// Rows that are taken as they stand against the same rows told cell by cell.
struct TableRowsTests {
  private let header = ["编号", "标题", "类型", "作者", "分类号", "日期", "申请日", "学时", "电话", "备注"]

  /// The records and problems of rows that `add` gives to a table.
  private func read(
    _ rows: [String], _ add: (DelimitedRow, [UInt8], inout TableRows) -> Void
  ) -> (records: [ReadRecord], problems: [String], droppedPrivate: Int) {
    var records: [ReadRecord] = []
    let sink = RecordSink(report: FileReport(path: "a"), folderKind: nil, keptProblems: 1000) {
      records.append(ReadRecord($0))
      return true
    }
    var table = TableRows(sink: sink, limits: ReadingLimits(), unit: "line")
    for (number, text) in ([header.joined(separator: ",")] + rows).enumerated() {
      let bytes = Array(text.utf8)
      var row = DelimitedRow(delimiter: UInt8(ascii: ","), cellLimit: 100)
      row.scan(line: bytes.span)
      add(row, bytes, &table)
      table.endRow(number + 1)
    }
    table.finish()
    return (records, sink.report.lines, sink.report.droppedPrivate)
  }

  @Test(arguments: 0..<60)
  func `a row as it stands gives the record of its cells`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let cells = [
      "", " ", "\u{3000}", "CN-115212463-A", "cn115212463a", "42", "专利", "课程 ", "磨削", "曹凯;张圈世",
      "\"甲,乙\"", "\"双\"\"引\"\"号\"", "\"尾\" 巴", "'1234567", "'12", "A61N  5/00 (2006.01);G06F 1/2",
      "2023-05-12", "20230230", "PT48H", "P1X", "13800138000", " 前后 ", "a|b", "\"\"", "'",
    ]
    let rows = (0..<20).map { _ in
      (0..<Int.random(in: 0...13, using: &generator)).compactMap { _ in
        cells.randomElement(using: &generator)
      }.joined(separator: ",")
    }
    let whole = read(rows) { row, bytes, table in table.add(row.cells, of: bytes.span) }
    let twin = read(rows) { row, bytes, table in
      for cell in row.cells {
        cell.forEachPiece(of: bytes.span) { table.append($0) }
        table.endCell()
      }
    }
    #expect(whole.records == twin.records)
    #expect(whole.problems == twin.problems && whole.droppedPrivate == twin.droppedPrivate)
    #expect(!whole.records.isEmpty)
  }

  @Test func `private numbers are nowhere in the bytes of a record`() {
    var bytes: [UInt8] = []
    _ = CorpusReader().read(bytes: Array("标题,电话\n磨削,13800138000\n".utf8), name: "a.csv") {
      bytes = $0.bytes
    }
    #expect(!Bytes.contains(bytes, Array("138".utf8)) && Bytes.contains(bytes, Array("磨削".utf8)))
  }
}
