import CorpusReading
import Testing

struct XLSXTests {
  private typealias Parts = OfficeParts

  private func records(_ zip: Zip) -> [ReadRecord] {
    let (records, report) = read(bytes: zip.bytes)
    #expect(report.lines == [] && report.outcome == .read && report.format == "xlsx")
    return records
  }

  private func sheet(_ rows: String..., strings: String = "", styles: String = "") -> Zip {
    Parts.workbook([("表", rows.joined())], strings: strings, styles: styles)
  }

  /// The text of a sheet without a header.
  private func text(_ cells: String, strings: String = "", styles: String = "") -> String? {
    records(sheet("<row>\(cells)</row>", strings: strings, styles: styles)).first?.texts(.body)
      .first
  }

  @Test func `a row below the header is a record`() {
    let zip = sheet(
      Parts.row("2024 年职工创新成果汇总表"), Parts.row(), Parts.row("编号", "成果名称", "完成单位", "完成人", " 备\n注 "),
      Parts.row("1", "磨削烧伤", "轴承厂", "李; 王", "好"), Parts.row(),
      Parts.row("2", "砂轮修整", "", "赵"))
    let records = records(zip)
    #expect(records.map { $0.texts(.id) } == [["1"], ["2"]])
    #expect(records.map { $0.texts(.title) } == [["磨削烧伤"], ["砂轮修整"]])
    #expect(records.map { $0.texts(.organisation) } == [["轴承厂"], []])
    #expect(records.map { $0.texts(.person) } == [["李", "王"], ["赵"]])
    #expect(records[0].others("备注") == ["好"] && records.map(\.entry) == ["表", "表"])
  }

  @Test func `cells behind the header's and rows without a place are bounded`() {
    let (records, report) = read(
      bytes: sheet(
        Parts.row("编号", "标题"), Parts.row("1", "甲", "多"), Parts.row("9"), Parts.row("", "", "x"),
        """
        <row r="4294967296"><c r="A5" t="str"><v>2</v></c><c r="B5" t="str"><v>乙</v></c>\
        <c r="XFD5" t="str"><v>远</v></c><c r="ZZZZZZ99999999999" t="str"><v>远</v></c>\
        <c r="B5" t="str"><v>又</v></c></row>
        """, Parts.row("3", "丙")
      ).bytes)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["又"], ["丙"]])
    #expect(
      report.lines == [
        "表: cells in columns without a name were left out", "表: 1 row has no text",
      ])
    #expect(report.outcome == .read)
  }

  @Test func `sheets without a header are left out beside a table, else they are text`() {
    let table = Parts.row("编号", "标题") + Parts.row("1", "甲")
    let notes = Parts.row("说明") + Parts.row("填表", "须知")
    let (records, report) = read(
      bytes: Parts.workbook([("表", table), ("说明", notes), ("空", "")]).bytes)
    #expect(records.map { $0.texts(.title) } == [["甲"]] && report.outcome == .read)
    #expect(
      report.lines == ["说明: the sheet is no table, no two of its columns have names that are known"]
    )
    let core = "<dc:creator>李</dc:creator><dcterms:created>2024-05-01T08:00:00Z</dcterms:created>"
    let text = self.records(Parts.workbook([("说明", notes), ("空", "")], core: core))
    #expect(text.map { $0.texts(.body) } == [["说明\n填表\t须知"]] && text[0].texts(.title) == ["a"])
    #expect(text[0].date == 20_240_501 && text[0].texts(.person) == ["李"])
    let two = self.records(Parts.workbook([("一", notes), ("二", notes)]))
    #expect(two.map { $0.texts(.title) } == [["a 一"], ["a 二"]] && two.map(\.entry) == ["一", "二"])
    let empty = read(bytes: Parts.workbook([("空", Parts.row())]).bytes)
    #expect(empty.records.isEmpty && empty.report.lines == [": the workbook has no text"])
  }

  @Test func `a header beyond the first rows is none`() {
    let front = (0..<19).map { Parts.row("行\($0)") }.joined()
    let table = Parts.row("编号", "标题") + Parts.row("1", "甲")
    #expect(records(sheet(front + table)).map { $0.texts(.title) } == [["甲"]])
    let longer = records(sheet(front + Parts.row("行") + table))
    #expect(longer.count == 1 && longer[0].texts(.title) == ["a"])
  }

  @Test(arguments: [
    ("<c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c>", "竹编\t木雕"),
    (
      "<c t=\"str\"><f>1</f><v>1项</v></c><c t=\"inlineStr\"><is><r><t>红</t></r><r><t>木</t></r></is></c>",
      "1项\t红木"
    ),
    ("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>", "TRUE\tFALSE"),
    ("<c><v>12.50</v></c><c t=\"n\"><v>1E3</v></c><c/><c><v/></c>", "12.5\t1000"),
    (
      "<c s=\"1\"><v>45413</v></c><c s=\"2\"><v>45413.5</v></c><c s=\"9\"><v>45413</v></c>",
      "2024-05-01\t2024-05-01 12:00:00\t45413"
    ),
    ("<c t=\"d\"><v>2021-01-01T00:00:00</v></c>", "2021-01-01"),
    ("<c t=\"inlineStr\"><is><t>a_x000D_&#10;b</t></is></c>", "a\nb"),
    ("<c t=\"inlineStr\"><is><t><![CDATA[<b>]]></t><rPh><t>x</t></rPh></is></c>", "<b>"),
    ("<c t=\"inlineStr\"><v>值</v></c><c t=\"inlineStr\"><is><t> </t></is></c>", "值"),
  ])
  func `cells are what the sheet shows`(cells: String, expected: String) {
    let strings = """
      <si><r><t>竹</t></r><r><rPr/><t>编</t></r><rPh sb="0" eb="2"><t>zhú biān</t></rPh></si>\
      <si><t>木雕</t><phoneticPr/></si>
      """
    let styles = """
      <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>\
      <xf numFmtId="176"/><xf numFmtId="22"/></cellXfs>\
      <dxfs><dxf><numFmt numFmtId="176" formatCode="0"/></dxf></dxfs>
      """
    #expect(text(cells, strings: strings, styles: styles) == expected)
  }

  @Test func `texts that are not there are reported once`() {
    let (records, report) = read(
      bytes: sheet(
        """
        <row><c t="s"><v>999999999</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c>\
        <c t="s"><v>0</v></c></row>
        """, strings: "<si><t>好</t></si>"
      ).bytes)
    #expect(records.map { $0.texts(.body) } == [["好"]] && report.outcome == .damaged)
    #expect(report.lines == ["表: 3 cells have texts that the workbook does not have"])
  }

  @Test func `texts beyond the limit are left out and said`() {
    var limits = ReadingLimits()
    limits.sharedStringBytes = 20
    let strings = (0..<9).map { "<si><t>文\($0)</t></si>" }.joined()
    let cells = (0..<9).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let (records, report) = read(
      bytes: sheet("<row>\(cells)</row>", strings: strings).bytes, limits: limits)
    #expect(records.map { $0.texts(.body) } == [["文0\t文1\t文2"]] && report.outcome == .damaged)
    #expect(report.lines.first == ": the texts of the cells are too large, some are left out")
  }

  @Test func `days count from 1904 when the workbook says so`() {
    let rows = "<row><c s=\"1\"><v>42735</v></c></row>"
    let styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    for value in ["1", "true"] {
      let zip = Parts.workbook(
        [("表", rows)], styles: styles, properties: "<workbookPr date1904=\"\(value)\"/>")
      #expect(records(zip).first?.texts(.body) == ["2021-01-01"])
    }
  }

  @Test func `sheets of other kinds and sheets that are missing`() {
    var zip = Parts.workbook([("表", Parts.row("甲")), ("图", ""), ("无", "")])
    let rels = String(decoding: zip.entries[2].content, as: UTF8.self)
      .replacing("worksheet\" Target=\"worksheets/sheet1", with: "chartsheet\" Target=\"charts/1")
    zip.entries[2].content = Array(rels.utf8)
    zip.entries.remove(at: 7)
    let (records, report) = read(bytes: zip.bytes)
    #expect(records.count == 1 && report.outcome == .damaged)
    #expect(report.lines == ["无, xl/worksheets/sheet2.xml: the document has no such part"])
    zip.entries[2].content = Array("<Relationships/>".utf8)
    #expect(
      read(bytes: zip.bytes).report.lines.first
        == "表: the workbook does not say where the sheet is")
  }

  @Test func `damage keeps what came before`() {
    var zip = sheet(Parts.row("编号", "标题"), Parts.row("1", "甲"), Parts.row("2", "乙"))
    zip.entries[5].content = Array(zip.entries[5].content.dropLast(60))
    let (records, report) = read(bytes: zip.bytes)
    #expect(records.map { $0.texts(.title) } == [["甲"]] && report.outcome == .damaged)
    #expect(report.problemCount == 1)
    #expect(report.lines[0].hasPrefix("表, xl/worksheets/sheet0.xml, line 1: not well-formed"))
    zip = sheet(Parts.row("编号", "标题"), Parts.row("1", "甲"))
    zip.entries[5].checksum = 1
    let sum = read(bytes: zip.bytes)
    #expect(sum.records.count == 1 && sum.report.problemCount == 1)
  }

  @Test func `what the caller throws ends the reading`() {
    struct Interrupt: Error {}
    let zip = sheet(Parts.row("编号", "标题"), Parts.row("1", "甲"), Parts.row("2", "乙"))
    var count = 0
    #expect(throws: Interrupt.self) {
      try CorpusReader().read(bytes: zip.bytes, name: "a") { (_) throws(Interrupt) in
        count += 1
        throw Interrupt()
      }
    }
    #expect(count == 1)
  }

  @Test func `every flipped byte gives a report, never a trap`() {
    let file = sheet(
      Parts.row("编号", "标题"), Parts.row("1", "甲"), strings: "<si><t>a</t></si>",
      styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    ).bytes
    for index in file.indices {
      var file = file
      file[index] ^= 0x55
      let (records, report) = read(bytes: file)
      #expect(records.count <= 2 && report.problemCount <= 20, "flipped at \(index)")
    }
  }
}
