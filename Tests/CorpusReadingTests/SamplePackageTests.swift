import CorpusReading
import Testing

/// Real archives and Office files, which stay outside of the project.
///
/// Their folder is in `ZHISOU_SHARED_DATA`. What is expected was looked up with other programs.
@Suite(
  .enabled(if: sampleFolder != nil, "ZHISOU_SHARED_DATA does not name the folder of samples"))
struct SamplePackageTests {
  private func read(_ name: String) throws -> (records: [ReadRecord], report: FileReport) {
    let path = "\(try #require(sampleFolder))/samples/\(name)"
    var records: [ReadRecord] = []
    var reports: [FileReport] = []
    let reader = CorpusReader()
    try reader.forEachFile(under: [path]) { file in
      reports.append(reader.read(file) { records.append(ReadRecord($0)) })
    }
    return (records, try #require(reports.first))
  }

  struct Document: Sendable {
    let file: String
    let title: String
    var headings: [String] = [""]
    /// The front of the text of each section.
    var sections: [String]
    var person: [String] = []
    let date: UInt32
  }

  @Test(arguments: [
    Document(
      file: "docx_alternate_document_path", title: "Test", headings: ["Test"],
      sections: ["This is italic, bold, underlined, italic underlined,"], person: ["Eaton, Alfred"],
      date: 20_190_131),
    Document(
      file: "docx_comments", title: "I want some text to have a comment on it.",
      sections: ["This is a new paragraph.\nAnd so is this.\nOne more. And this is one with a"],
      person: ["Jesse Rosenthal"], date: 20_160_509),
    Document(
      file: "docx_lists", title: "Some nested lists", headings: ["Some nested lists"],
      sections: ["one\ntwo\na\nb\none\ntwo\nthree\nfour\nSub paragraph\nSame list\nDifferent"],
      date: 20_190_914),
    Document(
      file: "docx_metadata", title: "This Is the Title",
      sections: ["Mary Ann Evans\nAurore Dupin\nJuly 28, 2014\nThis is a test of how"],
      person: ["Jesse Rosenthal"], date: 20_140_729),
    Document(
      file: "docx_notes", title: "A footnote", headings: ["A footnote", "", ""],
      sections: [
        "Test footnote. Test endnote.", "My note.",
        "This is an endnote at the end of the document.",
      ], person: ["Jesse Rosenthal"], date: 20_140_612),
    Document(
      file: "docx_sdt_elements", title: "docx_sdt_elements",
      sections: ["col1Header\tcol2Header\tcol3Header\ncol1 content\tBody copy\tcol3 content"],
      date: 20_171_222),
    Document(
      file: "docx_table_header_rowspan", title: "docx_table_header_rowspan",
      sections: ["A\tB\tC\tD\tE\tF\n\t\t\t\tG\tH\tI\n1\t2\t3\t4\t5\t6\t7\t8\n"],
      person: ["Short, Tom"], date: 20_210_211),
    Document(
      file: "docx_tables", title: "A table, with and without a header row",
      headings: ["A table, with and without a header row"],
      sections: [
        "Name\tGame\tFame\tBlame\nLebron James\tBasketball\tVery High\tLeaving Cleveland\n"
      ],
      person: ["Jesse Rosenthal"], date: 20_140_612),
    Document(
      file: "docx_track_changes_insertion", title: "This is a text with two exciting insertions.",
      headings: [], sections: [], person: ["eng-dept"], date: 20_140_625),
    Document(
      file: "docx_unicode", title: "Hello, 世界. This costs €10.\u{F028}", headings: [], sections: [],
      person: ["eng-dept"], date: 20_140_613),
    Document(
      file: "syn_成果", title: "传统竹编工艺创新成果", headings: ["传统竹编工艺创新成果"],
      sections: ["本成果将竹丝扣瓷与数控结合。\n成果名称\t完成单位\n竹丝扣瓷\t成都工艺研究所"], person: ["李师傅"],
      date: 20_240_501),
  ])
  func `Word documents are read as Word shows them`(expected: Document) throws {
    let (records, report) = try read("docs/\(expected.file).docx")
    #expect(report.format == "docx" && report.outcome == .read && report.lines == [])
    let record = try #require(records.first)
    #expect(records.count == 1 && record.texts(.title) == [expected.title])
    let sections = record.values.filter { $0.field == .body }
    #expect(sections.map(\.name) == expected.headings)
    #expect(sections.count == expected.sections.count)
    for (section, front) in zip(sections, expected.sections) {
      #expect(section.text.hasPrefix(front))
    }
    #expect(record.texts(.person) == expected.person && record.date == expected.date)
  }

  @Test(arguments: [
    ("easyexcel_compatibility_t04", ["序号\tID号\t工位号\teblock编码\tPACK位置"]),
    (
      "easyexcel_demo_cellDataDemo",
      [
        "字符串标题\t日期标题\t数字标题\t公式\n字符串0\t2020-01-01 01:01:01\t1\t字符串01\n字符串1\t2020-01-02",
        "字符串标题\t日期标题\t数字标题\n表2字符串0\t2020-01-01 01:01:01\t1\n",
      ]
    ),
    (
      "easyexcel_demo_demo",
      ["字符串标题\t日期标题\t数字标题\n字符串0\t2020-01-01 01:01:01\t1", "字符串标题\t日期标题\t数字标题\n表2字符串0"]
    ),
    ("easyexcel_demo_extra", ["第一列\t第二列\n普通超链接\n多单元格超链接A\t多单元格超链接B\n"]),
    ("easyexcel_temp_issue2443_date1", ["a\tb\n1.00\t1"]),
    ("xlsx_date", ["2021-01-01\t15\n2021-01-02\t16\n255:10:10\t17"]),
    ("xlsx_date_1904", ["2021-01-01\t15\n2021-01-02\t16\n255:10:10\t17"]),
    ("xlsx_date_iso", ["2021-01-01\n2021-01-01 10:10:10\n10:10:10\nThis workbook"]),
    ("xlsx_empty_shared_string", ["abc"]),
    ("xlsx_encoded_entities", ["&"]),
    ("xlsx_has_x000D_", ["ABC\nDEF"]),
    ("xlsx_hyperlinks", ["calamine repo\tmail link\nRust Programming", "target cell"]),
    ("xlsx_inlineStr_cdata", ["Hello CDATA\tWorld\n12345\tNormalText"]),
    ("xlsx_issue_261", ["String Value 32\nString Value 29\t2023-03-15\tString Value 43\t901\n"]),
    ("xlsx_merge_cells", ["Row Merge\tNot Merged\nColumn Merge\tChunk Merged"]),
    (
      "xlsx_merged_range",
      ["A1\tB1\tC1\tE1\tF1\tG1\tH1\nA3", "A1\tB1\tC1\tE1\tF1\nB3\tC3\tE3\nB4\tE4"]
    ),
    ("xlsx_non_monotonic_si", ["1\t2\t3\n2\t4\t6\n3\t6\t9\n4\t8\t12\n5\t10\t15\n6\t12\t18"]),
    ("xlsx_nonstandard-xml-ns-prefix", ["a\tb\n1\t3\n2\t4"]),
    ("xlsx_richtext-namespaced", ["inline string\nLine 2\nLine 3\tshared string\nLine 2\nLine 3"]),
    ("xlsx_rph", ["課きく　毛こ"]),
  ])
  func `sheets that are no tables are text`(file: String, texts: [String]) throws {
    let (records, report) = try read("docs/\(file).xlsx")
    #expect(report.format == "xlsx" && report.outcome == .read && report.lines == [])
    #expect(records.count == texts.count)
    for (record, text) in zip(records, texts) {
      let body = record.texts(.body)
      #expect(body.count == 1 && body.first?.hasPrefix(text) == true)
      #expect(record.texts(.title).first?.hasPrefix(file) == true)
    }
  }

  @Test func `a sheet with columns that are known is a table`() throws {
    let (records, report) = try read("docs/syn_匠人.xlsx")
    #expect(report.format == "xlsx" && report.lines == [] && records.count == 2)
    #expect(records.map { $0.texts(.body) } == [["竹编"], ["木雕"]])
    #expect(records.map(\.date) == [20_240_501, 0])
    #expect(records.map { $0.others("数量") } == [["12.5"], ["1项"]])
  }

  @Test func `sheets with known columns are tables`() throws {
    let formats = try read("docs/easyexcel_dataformat_dataformat.xlsx")
    #expect(formats.records.count == 27 && formats.report.lines == [])
    #expect(formats.records.allSatisfy { $0.date == 20_200_101 && $0.entry == "Sheet1" })
    #expect(formats.records[0].texts(.id) == ["1.1111"])
    #expect(formats.records[8].texts(.id) == ["1111.1111"])
    let requirements = try read("docs/xlsx_inlineStr_with_value.xlsx").records
    #expect(requirements.map { $0.texts(.id) } == [["RQ11610"]])
    #expect(requirements.map { $0.texts(.title) } == [["requirement"]])
    #expect(requirements.map { $0.texts(.body) } == [["test"]])
    let large = try read("docs/xlsx_minimal_package.xlsx")
    #expect(large.records.count == 193 && large.report.lines == [])
    #expect(large.records[0].others("BKG_NUM") == ["4894831"])
  }

  @Test func `files without text and files that are not read say why`() throws {
    #expect(try read("docs/xlsx_errors.xlsx").report.lines == [": the workbook has no text"])
    let cases = [
      ("docs/xlsx_pass_protected.xlsx", "ole"), ("docs/epub_epub2_cover.epub", "epub"),
      ("docs/epub_features.epub", "epub"), ("docs/syn_书.epub", "epub"),
      ("docs/ods_covered.ods", "ods"),
      ("docs/odt_table.odt", "odt"), ("docs/syn_条目.odt", "odt"),
      ("courses/allyworkshop.imscc", "imscc"),
    ]
    for (file, format) in cases {
      let report = try read(file).report
      #expect(report.format == format && report.outcome == .unsupported, "\(file)")
      #expect(report.problemCount == 1 && report.records == 0, "\(file)")
    }
  }

  @Test func `patents in archives in an archive are read`() throws {
    let (records, report) = try read("patents/syn_cnipa_zip_in_zip.zip")
    #expect(report.format == "zip" && report.outcome == .read && report.lines == [])
    #expect(records.map { $0.texts(.id) } == [["CN115212463A"]])
    #expect(records.map { $0.texts(.title) } == [["一种医用放射治疗装置"]])
    #expect(records[0].entry.hasPrefix("20221021-1-001.ZIP/"))
  }
}
