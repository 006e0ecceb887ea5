import CorpusReading
import Testing

struct DOCXTests {
  private typealias Parts = OfficeParts

  private static let styles = """
    <w:style w:type="paragraph" w:styleId="a0"><w:name w:val="Title"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a1"/><w:name w:val="章"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="标题 2"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a4"><w:name w:val="图题"/><w:pPr>\
    <w:outlineLvl w:val="2"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="toc 1"/><w:basedOn w:val="a1"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="节"/><w:basedOn w:val="a1"/><w:pPr>\
    <w:outlineLvl w:val="9"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="a7"><w:name w:val="x"/><w:basedOn w:val="a7"/></w:style>\
    <w:style w:type="character" w:styleId="a8"><w:name w:val="heading 1"/></w:style>
    """

  private func record(_ zip: Zip) throws -> ReadRecord {
    let (records, report) = read(bytes: zip.bytes)
    #expect(report.lines == [] && report.outcome == .read && report.format == "docx")
    #expect(records.count == 1)
    return try #require(records.first)
  }

  private func body(_ paragraphs: String) throws -> String {
    // The first line would be the title.
    try record(Parts.word(Parts.paragraph("题") + paragraphs)).texts(.body).joined(separator: "§")
  }

  private func sections(_ record: ReadRecord) -> [String] {
    record.values.filter { $0.field == .body }.map { "\($0.name)=\($0.text)" }
  }

  @Test(arguments: [
    ("<w:p><w:r><w:t>知识</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>检索</w:t></w:r></w:p>", "知识检索"),
    (
      "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/>d</w:r></w:p>", "a\tb\nc"
    ),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
    (
      "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>",
      "增"
    ),
    (
      "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>",
      "新"
    ),
    (
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>",
      "链"
    ),
    (
      "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>竹</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
      "竹"
    ),
    (
      """
      <w:p><w:r><mc:AlternateContent><mc:Choice><w:t>一</w:t></mc:Choice><mc:Choice><w:t>二</w:t>\
      </mc:Choice><mc:Fallback><w:t>三</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """, "一"
    ),
    (
      "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>三</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
      "三"
    ),
    (
      """
      <w:p><w:r><w:t>外</w:t></w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
      </w:txbxContent></w:p>
      """, "外\n框"
    ),
    ("<w:p/><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>b</w:t></w:r></w:p>", "a\nb"),
    (
      "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>",
      "控件"
    ),
    ("<w:p><w:r><w:t>GB</w:t><w:noBreakHyphen/><w:t>1804</w:t></w:r></w:p>", "GB-1804"),
  ])
  func `text is what a reader sees`(paragraphs: String, text: String) throws {
    #expect(try body(paragraphs) == text)
  }

  @Test func `cells of a table are apart, their paragraphs too`() throws {
    let table = """
      <w:tbl><w:tr><w:tc>\(Parts.paragraph("甲"))\(Parts.paragraph("乙"))</w:tc><w:tc><w:p/></w:tc>\
      <w:tc>\(Parts.paragraph("丙"))</w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr>\
      <w:tr><w:tc><w:tbl><w:tr><w:tc>\(Parts.paragraph("内"))</w:tc><w:tc>\
      \(Parts.paragraph("表"))</w:tc></w:tr></w:tbl></w:tc><w:tc>\(Parts.paragraph("外"))</w:tc>\
      </w:tr></w:tbl>
      """
    #expect(try body(table + Parts.paragraph("后")) == "甲 乙\t\t丙\n内 表\t外\n后")
  }

  @Test func `headings make sections`() throws {
    let body =
      Parts.paragraph("职工创新成果", style: "a0") + Parts.paragraph("前言")
      + Parts.paragraph("目录行", style: "a5") + Parts.paragraph("背景", style: "a1")
      + Parts.paragraph("磨削烧伤") + Parts.paragraph("原因", style: "a2")
      + Parts.paragraph("冷却不足") + Parts.paragraph("空", style: "a3")
      + Parts.paragraph("图", style: "a4") + Parts.paragraph("图注")
      + "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>措施</w:t></w:r></w:p>"
      + Parts.paragraph("改用砂轮", style: "a6") + Parts.paragraph("好", style: "a7")
    let record = try record(Parts.word(body, styles: Self.styles))
    #expect(record.texts(.title) == ["职工创新成果"])
    #expect(
      sections(record) == [
        "=前言", "背景=磨削烧伤", "原因=冷却不足", "=空", "图=图注", "措施=改用砂轮\n好",
      ])
  }

  @Test func `styles that are not defined are known by their names`() throws {
    let body = Parts.paragraph("第一", style: "Heading1") + Parts.paragraph("甲")
    #expect(try sections(record(Parts.word(body))) == ["第一=甲"])
  }

  @Test func `the title is the best that there is`() throws {
    let core = "<dc:title>属性</dc:title>"
    let title = Parts.paragraph("样式", style: "Title")
    let heading = Parts.paragraph("标题", style: "Heading1")
    let sub = Parts.paragraph("小标题", style: "Heading2")
    let long = Parts.paragraph(String(repeating: "长", count: 81))
    let facts = Parts.table(["成果名称", "表中"], ["完成单位", "厂"])
    let cases: [(String, String, String)] = [
      (title + facts + heading, core, "表中"), (heading + title, core, "样式"), (heading, core, "属性"),
      (sub + heading, "<dc:title>文档1</dc:title>", "标题"), (sub + long, "", "小标题"),
      (Parts.paragraph("短") + long, "", "短"), (long, "", "a"),
      (Parts.paragraph("上") + heading, "", "标题"),
    ]
    for (body, core, expected) in cases {
      #expect(try record(Parts.word(body, core: core)).texts(.title) == [expected])
    }
    // What could have been the title stays in the text, what is it does not come twice.
    let other = try record(Parts.word(Parts.paragraph("上") + title + long, core: core))
    #expect(sections(other).map { $0.prefix(3) } == ["=上", "=长长"])
    let both = try record(Parts.word(title + facts))
    #expect(sections(both) == ["=样式"] && both.texts(.organisation) == ["厂"])
  }

  @Test func `a form in front of the sections gives columns`() throws {
    let form = Parts.table(
      ["基本情况"], ["成果名称：", "竹丝扣瓷", "完 成 单 位", "研究所"], ["姓　名", "李师傅", "联系电话", "13800000000"],
      ["工种", "竹编工", "", ""], ["创新点说明", "细如发丝"], ["完成日期", "2024年5月"])
    let record = try record(
      Parts.word(Parts.paragraph("申报表") + form + Parts.paragraph("正文。")))
    #expect(record.texts(.title) == ["竹丝扣瓷"] && record.texts(.organisation) == ["研究所"])
    #expect(record.texts(.person) == ["李师傅"] && record.texts(.code) == ["竹编工"])
    #expect(record.date == 20_240_500)
    #expect(sections(record) == ["=申报表", "=基本情况\n创新点说明\t细如发丝\n正文。"])
    #expect(!record.description.contains("138"))
    #expect(read(bytes: Parts.word(form).bytes).report.droppedPrivate == 1)
  }

  @Test func `other tables are text`() throws {
    let header = Parts.table(["成果名称", "完成单位"], ["竹编", "厂"])
    let data = Parts.table(["名称", "作用"], ["砂轮", "磨"], ["冷却液", "冷"])
    let form = Parts.table(["成果名称", "竹编"], ["完成单位", "厂"])
    for table in [header, data, Parts.paragraph("节", style: "Heading1") + form] {
      let record = try record(Parts.word(Parts.paragraph("题") + table))
      #expect(record.texts(.organisation) == [] && record.texts(.body).last?.contains("\t") == true)
    }
  }

  @Test func `notes come last and headers not at all`() throws {
    let zip = Parts.word(
      Parts.paragraph("题") + Parts.paragraph("节", style: "Heading1") + Parts.paragraph("文"),
      more: [
        ("header", "header1.xml", "<w:hdr>页眉</w:hdr>"),
        ("endnotes", "endnotes.xml", Parts.notes("endnote", "尾注")),
        ("footnotes", "footnotes.xml", Parts.notes("footnote", "脚注一", "脚注二")),
      ])
    #expect(try sections(record(zip)) == ["=题", "节=文", "=脚注一\n脚注二", "=尾注"])
  }

  @Test func `properties fill what the document does not say`() throws {
    let core = """
      <dc:creator>李师傅</dc:creator><cp:keywords>竹编;非遗</cp:keywords>\
      <dcterms:created>2024-05-01T08:00:00Z</dcterms:created>\
      <dcterms:modified>2025-01-01T08:00:00Z</dcterms:modified>
      """
    let plain = try record(Parts.word(Parts.paragraph("题"), core: core))
    #expect(plain.texts(.person) == ["李师傅"] && plain.texts(.keyword) == ["竹编", "非遗"])
    #expect(plain.date == 20_240_501)
    let facts = Parts.table(["完成人", "王"], ["日期", "2020-01-01"])
    let form = try record(Parts.word(facts, core: core))
    #expect(form.texts(.person) == ["王"] && form.date == 20_200_101)
    let stock = "<dc:creator>Administrator</dc:creator>"
    #expect(try record(Parts.word(Parts.paragraph("题"), core: stock)).texts(.person) == [])
  }

  @Test func `damage keeps what came before and is named by its part`() throws {
    var zip = Parts.word(Parts.paragraph("题") + Parts.paragraph("文"), styles: Self.styles)
    zip.entries[2].content = Array(zip.entries[2].content.dropLast(30))
    let cut = read(bytes: zip.bytes)
    #expect(cut.records.map { $0.texts(.body) } == [["文"]] && cut.report.outcome == .damaged)
    #expect(cut.report.problemCount == 1)
    #expect(cut.report.lines[0].hasPrefix("word/document.xml, line 1: not well-formed XML"))
    zip = Parts.word(Parts.paragraph("题") + Parts.paragraph("文"), styles: Self.styles)
    zip.entries[4].checksum = 1
    let styles = read(bytes: zip.bytes)
    #expect(styles.records.count == 1)
    #expect(
      styles.report.lines == [
        "word/styles.xml: the checksum (CRC) differs, the data are damaged"
      ])
    zip.entries.remove(at: 4)
    #expect(
      read(bytes: zip.bytes).report.lines == ["word/styles.xml: the document has no such part"])
  }

  @Test func `a document without text is no record`() {
    let (records, report) = read(bytes: Parts.word("<w:p/>").bytes)
    #expect(records.isEmpty && report.lines == [": the document has no text"])
    #expect(report.outcome == .read)
  }

  @Test func `a document in an archive has its name and the folder's kind`() throws {
    let zip = Zip(Zip.Entry("成果/报告.docx", Parts.word(Parts.table(["a", "b", "c"])).bytes))
    let (records, report) = read(bytes: zip.bytes)
    #expect(records.first?.kind == .innovation && records.first?.texts(.title) == ["报告"])
    #expect(report.format == "zip" && report.lines == [])
  }

  @Test func `every truncation and every flipped byte gives a report, never a trap`() {
    let file = Parts.word(
      Parts.paragraph("题") + Parts.table(["名称", "甲"]), styles: Self.styles, core: "<dc:title/>"
    ).bytes
    for length in stride(from: 4, to: file.count, by: 7) {
      #expect(read(bytes: Array(file.prefix(length))).report.outcome == .damaged)
    }
    for index in file.indices {
      var file = file
      file[index] ^= 0x55
      let (records, report) = read(bytes: file)
      #expect(records.count <= 1 && report.problemCount <= 20, "flipped at \(index)")
    }
  }
}
