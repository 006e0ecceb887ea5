import CorpusReading
import Testing

struct CNIPAPatentTests {
  @Test func `a document of today's form is a record`() throws {
    let (records, report) = read(Patents.new(), kind: .course)
    #expect(report.outcome == .read && report.format == "cnipa" && report.problemCount == 0)
    let record = try #require(records.first)
    #expect(records.count == 1 && record.kind == .patent && record.identity == .unique)
    #expect(record.texts(.id) == ["CN115212463A"] && record.date == 20_221_021)
    #expect(record.texts(.title) == ["一种 H2O 装置"])
    #expect(record.texts(.code) == ["A61N5/00", "G09G3/36"])
    #expect(record.texts(.organisation) == ["甲公司"] && record.texts(.region) == ["北京市"])
    #expect(record.texts(.person) == ["曹凯", "张圈世"])
    #expect(record.others("agency") == ["代理公司"] && record.others("agent") == ["许静"])
    #expect(record.others("application_number") == ["201510481495.9"])
    #expect(record.others("application_date") == ["20150807"])
    #expect(record.texts(.abstract) == ["摘要之一。"])
    #expect(record.texts(.claims) == ["1.一种装置，包括：\n机体(1)。", "2.如权利要求1。"])
    let sections = record.values.filter { $0.field == .description }
    #expect(sections.map(\.name) == ["技术领域", ""])
    #expect(sections.map(\.text) == ["涉及甲。", "第一段。\n表 子 丑"])
    #expect(!record.description.contains("别的") && !record.description.contains("10-2016"))
  }

  @Test func `without attributes the number is that of the publication reference`() throws {
    let text = Patents.new().replacing(" docNumber=\"115212463\" kind=\"A\"", with: "")
    let record = try #require(read(text).records.first)
    #expect(record.texts(.id) == ["CN115212463A"])
  }

  @Test func `a document type is never loaded, its entities are settled`() throws {
    let doctype =
      "<!DOCTYPE business:PatentDocumentAndRelated SYSTEM \"/DTDS/ipphdb-entities.dtd\"[]>"
    let (records, report) = read(
      Patents.new(extra: "a&nbsp;b&alpha;c&unknown;d&lt;&#945;&amp;nbsp;", doctype: doctype))
    #expect(report.problemCount == 0)
    #expect(
      try #require(records.first).texts(.abstract) == ["摘要之一。a\u{A0}bαc d<α&nbsp;"])
  }
}
