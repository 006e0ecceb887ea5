import Testing

@testable import CorpusReading

struct TableHeaderTests {
  private func rows(_ text: String) -> [[[UInt8]]] {
    text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { Array($0.utf8) }
    }
  }

  @Test(arguments: [
    ("编号,标题\n1,甲", 0), ("2024年成果汇总,,\n填报单位：甲厂\n编号,标题,单位\n1,甲,乙", 2),
    // Words of a table that happen to be names do not make a header.
    ("词,义\n甲,乙\n时间,地点\n编号,标题", nil), ("姓名,年纪\n甲,20", nil), ("", nil),
    ("标题,标题,x\n1,甲,乙", nil), (" 编号 ,\"x\",标题（中文）\n", 0),
  ])
  func `the header is the row that names two columns`(text: String, row: Int?) {
    #expect(TableHeader.knownRow(in: rows(text)) == row)
  }

  @Test func `beyond twenty rows nothing is a header`() {
    let above = String(repeating: "x\n", count: 20)
    #expect(TableHeader.knownRow(in: rows(above + "编号,标题")) == nil)
  }

  @Test(arguments: [
    ("甲,乙\n1,2\n3,4", 0), ("统计表\n甲,乙\n1,2\n3,4", 1), ("统计表,,,\n甲,乙,丙,丁\n1,2,3,4", 1),
    ("甲\n乙", 0), ("甲,乙\n1,2,3", 0), ("", 0),
  ])
  func `without names it is the first row as wide as most`(text: String, row: Int) {
    #expect(TableHeader.likelyRow(in: rows(text)) == row)
  }

  @Test func `columns without a name are called by their letters`() {
    let names = [0, 1, 25, 26, 27, 701, 702].map {
      String(decoding: TableColumn.unnamed(at: $0).name, as: UTF8.self)
    }
    #expect(names == ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"])
  }

  @Test func `a table without a column of text has its first as the title`() {
    func columns(_ text: String) -> [Column] {
      TableColumn.columns(header: rows(text)[0]).map(\.column)
    }
    #expect(columns("字段,含义") == [.field(.title), .other])
    #expect(columns("字段,标题") == [.other, .field(.title)])
    #expect(columns("编号,含义") == [.identifier(.local), .other])
    #expect(columns("姓名,年纪") == [.personalName, .other])
  }
}
