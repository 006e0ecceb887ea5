import CorpusReading
import Testing

struct CNIPAOldPatentTests {
  @Test(arguments: ["", "\u{FEFF}", "\n "])
  func `a document of the form before is a record`(front: String) throws {
    let (records, report) = read(front + Patents.old())
    #expect(report.outcome == .read && report.format == "cnipa-old" && report.problemCount == 0)
    let record = try #require(records.first)
    #expect(records.count == 1 && record.kind == .patent && record.identity == .unique)
    #expect(record.texts(.id) == ["CN104223352A"] && record.date == 20_141_224)
    #expect(record.texts(.title) == ["一种香料"] && record.texts(.code) == ["A24B15/18"])
    #expect(record.texts(.organisation) == ["云南公司"])
    #expect(record.texts(.person) == ["段焰青", "者为"])
    #expect(record.others("agency") == ["事务所"] && record.others("agent") == ["谢嘉"])
    #expect(record.others("application_number") == ["201410408762.5"])
    #expect(record.texts(.abstract) == ["摘要。"])
    #expect(record.texts(.claims) == ["1.接种长孢洛德酵母 CGMCC 6645，过滤。"])
    let sections = record.values.filter { $0.field == .description }
    #expect(sections.map(\.name) == ["技术领域", "背景技术"])
    #expect(sections.map(\.text) == ["涉及酵\n母。", "已有。"])
  }
}
