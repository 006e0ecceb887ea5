import CorpusReading
import Testing

@Suite struct XMLPlainRecordsTests {
  @Test func `children with the names of columns make a record`() throws {
    let (records, report) = read(
      """
      <list><date>2020-01-01</date><patent id="CN1A"><title>一种<b>测试</b>装置</title>
      <abstract>第一行<br/>第二行</abstract><applicants><name>甲厂</name></applicants>
      <price>3</price></patent><patent id="CN2A"><title>乙</title></patent></list>
      """)
    #expect(records.count == 2 && report.problemCount == 0 && report.format == "xml")
    let record = try #require(records.first)
    #expect(record.kind == .patent && record.texts(.id) == ["CN1A"])
    #expect(record.texts(.title) == ["一种测试装置"] && record.texts(.abstract) == ["第一行第二行"])
    #expect(record.texts(.organisation) == ["甲厂"] && record.others("price") == ["3"])
  }

  @Test func `the root can be the record, with or without a prefix`() {
    #expect(read("<r><title>标题</title></r>").records.map { $0.texts(.title) } == [["标题"]])
    let prefixed = read("<e:doc id=\"1\"><e:title>前缀未声明</e:title></e:doc>")
    #expect(prefixed.records.map { $0.texts(.title) } == [["前缀未声明"]])
    #expect(
      read("<claim-text>接种长\n\t<br/>孢</claim-text>").records.first?.texts(.claims) == ["接种长孢"])
  }

  @Test func `items of a channel are records of their own`() {
    let (records, _) = read(
      """
      <rss><channel><title>频道</title><link>x</link><item><title>甲</title></item>
      <item><title>乙</title><description>文</description></item></channel></rss>
      """)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"], ["频道"]])
  }

  @Test(arguments: [
    "<i/>", "<a><b><c><d><title>太深</title></d></c></b></a>", "<r><date>2020</date></r>",
    "<course url_name=\"x\"/>",
  ])
  func `what shows no record is named`(text: String) {
    let (records, report) = read(text)
    #expect(records.isEmpty && report.outcome == .unsupported)
    #expect(report.lines.first?.contains("has nothing that looks like a record") == true)
  }

  @Test func `vocabularies that are known and not read are never guessed at`() {
    let (records, report) = read(
      "<us-patent-grant><us-bibliographic-data-grant><invention-title>T</invention-title>"
        + "</us-bibliographic-data-grant></us-patent-grant>")
    #expect(records.isEmpty && report.outcome == .unsupported)
    #expect(report.lines == [": a patent of the USPTO is not supported"])
  }

  @Test func `an ampersand that somebody forgot to escape costs nothing`() {
    let (records, report) = read("<r><title>R&D & 研发&nbsp;&#x4E00;&</title></r>")
    #expect(records.map { $0.texts(.title) } == [["R&D & 研发\u{A0}一&"]])
    #expect(report.problemCount == 0)
    let section = read("<r><title><![CDATA[三&四]]></title></r>")
    #expect(section.records.map { $0.texts(.title) } == [["三&四"]])
  }
}
