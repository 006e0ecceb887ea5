import CorpusReading
import Testing

@Suite struct LearningObjectTests {
  private static func document(_ inside: String, namespace: String = "") -> String {
    """
    <?xml version="1.0"?><lom xmlns="http://ltsc.ieee.org/xsd/LOM"\(namespace)>\(inside)</lom>
    """
  }

  @Test func `a course has its title, people, level and duration`() throws {
    let (records, report) = read(
      Self.document(
        """
        <general><identifier><catalog>URI</catalog><entry>https://a.example/1</entry></identifier>
        <identifier><catalog>old</catalog><entry>KC-1</entry></identifier>
        <title><string language="en">Grinding</string><string language="zh-CN">磨削</string></title>
        <language>zh-CN</language><description><string>讲砂轮。</string></description>
        <keyword><string>砂轮</string></keyword><coverage><string>山东省</string></coverage></general>
        <lifeCycle><contribute><role><value>author</value></role><entity>BEGIN:VCARD
        FN;CHARSET=UTF-8:荀铁衡
        ORG:砺锋技师学院;机加工系
        TEL;TYPE=WORK:000-0000
        END:VCARD</entity><date><dateTime>2024-03-11T08:00:00+08:00</dateTime></date></contribute>
        <contribute><role><value>technical validator</value></role><entity>BEGIN:VCARD
        FN:校对员
        END:VCARD</entity></contribute>
        <contribute><role><value>publisher</value></role><entity>BEGIN:VCARD
        FN:江左工匠学院
        END:VCARD</entity></contribute></lifeCycle>
        <educational><typicalLearningTime><duration>PT48H</duration></typicalLearningTime>
        <difficulty><value>difficult</value></difficulty></educational>
        <classification><purpose><value>prerequisite</value></purpose>
        <description><string>磨工基础</string></description></classification>
        """))
    let record = try #require(records.first)
    #expect(records.count == 1 && report.format == "lom" && report.droppedPrivate == 1)
    #expect(record.kind == .course && record.date == 20_240_311)
    #expect(record.texts(.id) == ["KC-1"] && record.others("identifier") == ["https://a.example/1"])
    #expect(record.texts(.title) == ["磨削"] && record.texts(.abstract) == ["讲砂轮。"])
    #expect(record.texts(.person) == ["荀铁衡"])
    #expect(record.texts(.organisation) == ["砺锋技师学院", "江左工匠学院"])
    #expect(record.texts(.duration) == ["48 h"] && record.texts(.level) == ["difficult"])
    #expect(record.texts(.prerequisite) == ["磨工基础"] && record.texts(.region) == ["山东省"])
    #expect(!record.values.contains { $0.text.contains("000-0000") })
  }

  @Test func `the older binding with langstring is read, and the record's own id as a last resort`()
    throws
  {
    let (records, _) = read(
      Self.document(
        """
        <general><title><langstring xml:lang="zh">竹编</langstring></title></general>
        <metaMetadata><identifier><entry>oai:a.example:1</entry></identifier></metaMetadata>
        """))
    let record = try #require(records.first)
    #expect(record.texts(.title) == ["竹编"] && record.texts(.id) == ["oai:a.example:1"])
    #expect(record.identity == .unique)
  }
}
