import CorpusReading
import Testing

@Suite struct OAIRecordsTests {
  private static func response(_ inside: String) -> String {
    """
    <?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
    <responseDate>2025-01-01T00:00:00Z</responseDate>\(inside)</OAI-PMH>
    """
  }

  private static func record(_ id: String, _ header: String = "", _ metadata: String) -> String {
    """
    <record><header\(header)><identifier>\(id)</identifier><datestamp>2025-06-01T00:00:00Z</datestamp>
    </header>\(metadata)</record>
    """
  }

  @Test func `Dublin Core elements become fields`() throws {
    let (records, report) = read(
      Self.response(
        "<ListRecords>"
          + Self.record(
            "oai:a.example:1", "",
            """
            <metadata><oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d"><dc:title>磨削</dc:title>
            <dc:creator>荀铁衡</dc:creator><dc:creator>荀铁衡</dc:creator>
            <dc:publisher> 砺锋技师学院 </dc:publisher><dc:subject>砂轮；烧伤</dc:subject>
            <dc:description>讲砂轮
            的选择。</dc:description><dc:date>2024-03</dc:date><dc:type>课程</dc:type>
            <dc:language>zh</dc:language></oai_dc:dc></metadata>
            """) + "</ListRecords>"))
    let record = try #require(records.first)
    #expect(report.format == "oai-dc" && report.problemCount == 0 && records.count == 1)
    #expect(record.identity == .unique && record.kind == .course && record.date == 20_240_300)
    #expect(record.texts(.id) == ["oai:a.example:1"] && record.texts(.title) == ["磨削"])
    #expect(record.texts(.person) == ["荀铁衡"] && record.texts(.keyword) == ["砂轮", "烧伤"])
    #expect(record.texts(.organisation) == ["砺锋技师学院"])
    #expect(record.texts(.abstract) == ["讲砂轮的选择。"] && record.others("language") == ["zh"])
    #expect(record.others("datestamp") == ["2025-06-01T00:00:00Z"])
  }

  @Test func `deleted records are notices of withdrawal, in lists of identifiers too`() {
    let (records, report) = read(
      Self.response(
        "<ListRecords>" + Self.record("oai:a.example:2", " status=\"deleted\"", "")
          + "</ListRecords>"))
    #expect(records.map(\.isDeletion) == [true] && report.problemCount == 0)
    #expect(records.first?.texts(.id) == ["oai:a.example:2"])
    let listed = read(
      Self.response(
        """
        <ListIdentifiers><header><identifier>oai:a.example:3</identifier></header>
        <header status="deleted"><identifier>oai:a.example:4</identifier></header></ListIdentifiers>
        """))
    #expect(listed.records.map { $0.texts(.id) } == [["oai:a.example:4"]])
    #expect(listed.records.first?.isDeletion == true && listed.report.problemCount == 0)
  }

  @Test func `a response without records is a remark, a record without metadata a loss`() {
    let error = read(Self.response("<error code=\"badResumptionToken\">bad</error>"))
    #expect(error.records.isEmpty && error.report.outcome == .read)
    #expect(error.report.lines == [": the document has no records"])
    let empty = read(
      Self.response("<ListRecords><record><header/></record></ListRecords>"))
    #expect(empty.report.outcome == .damaged)
    #expect(empty.report.lines.first == "record 1: the record has no text")
  }
}
