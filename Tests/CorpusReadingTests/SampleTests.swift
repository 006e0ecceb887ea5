import TestSupport
import Testing

@testable import CorpusReading

/// Real files, which stay outside of the project: their folder is in `ZHISOU_SHARED_DATA`.
@Suite(
  .enabled(if: sampleFolder != nil, "ZHISOU_SHARED_DATA does not name the folder of samples"))
struct SampleTests {
  private func record(_ name: String) throws -> ReadRecord {
    let path = "\(try #require(sampleFolder))/samples/patents/\(name)"
    let reader = CorpusReader()
    var records: [ReadRecord] = []
    try reader.forEachFile(under: [path]) { file in
      let report = reader.read(file) { records.append(ReadRecord($0)) }
      #expect(report.outcome == .read && report.problemCount == 0)
    }
    #expect(records.count == 1)
    return try #require(records.first)
  }

  struct Expected: Sendable {
    let file: String
    let id: String
    let title: String
    let date: UInt32
    let codes: [String]
    let applicant: String
    let inventors: [String]
    let abstract: String
    let claims: Int
  }

  @Test(arguments: [
    Expected(
      file: "cnipa_new_A_CN115212463A.xml", id: "CN115212463A", title: "一种医用放射治疗装置",
      date: 20_221_021, codes: ["A61N5/00"], applicant: "北京大基康明医疗设备有限公司",
      inventors: ["曹凯", "张圈世", "许亚飞", "王亮"], abstract: "本发明提供一种医用放射治疗装置，", claims: 12),
    Expected(
      file: "cnipa_cn_new1.xml", id: "CN113781974A", title: "显示设备", date: 20_211_210,
      codes: ["G09G3/36", "G09G3/3208", "G09G3/34"], applicant: "三星显示有限公司",
      inventors: ["金驲柱", "田武经", "李安洙"], abstract: "公开了一种显示设备。", claims: 17),
    Expected(
      file: "cnipa_cn_old1.xml", id: "CN104223352A", title: "一种甘草发酵所得烟用香料及其应用",
      date: 20_141_224, codes: ["A24B15/18", "C11B9/00", "C12P1/02", "C12R1/645"],
      applicant: "云南中烟工业有限责任公司",
      inventors: ["段焰青", "者为", "李青青", "叶灵", "张伟", "夏建军", "党立志", "王文元"],
      abstract: "本发明公开了一种甘草发酵所得烟用香料及其应用。", claims: 3),
    Expected(
      file: "cnipa_old_200880114428_A.xml", id: "CN103492414A", title: "抗HEPCIDIN抗体及其用途",
      date: 20_140_101, codes: ["C07K16/18"], applicant: "伊莱利利公司",
      inventors: [
        "Y·A·蔡", "D·P·盖特利", "L·何", "D·D·梁", "P·栾", "B·A·斯万森", "Y·唐", "D·R·威彻",
      ], abstract: "提供了选择性结合人hepcidin-25的单克隆抗体，", claims: 44),
  ])
  func `real patents are read as they stand`(expected: Expected) throws {
    let record = try record(expected.file)
    #expect(record.kind == .patent && record.identity == .unique && record.date == expected.date)
    #expect(record.texts(.id) == [expected.id] && record.texts(.title) == [expected.title])
    #expect(record.texts(.code) == expected.codes)
    #expect(record.texts(.organisation) == [expected.applicant])
    #expect(record.texts(.person) == expected.inventors)
    #expect(record.texts(.abstract).count == 1)
    #expect(record.texts(.abstract).first?.hasPrefix(expected.abstract) == true)
    #expect(record.texts(.claims).count == expected.claims)
  }

  @Test func `words broken by hard wraps are whole`() throws {
    let claims = try record("cnipa_cn_old1.xml").texts(.claims)
    #expect(claims.first?.contains("接种长孢洛德酵母CGMCC6645，发酵培养") == true)
  }

  @Test(arguments: [
    Foreign("enc_Big5__chromium_Big5_with_no_encoding_specified.html", .big5, 427, "北所表達「嚴正抗議」。"),
    Foreign("enc_Big5__ude_1.txt", .big5, 389, "《墨子閒詁》曰︰「維，繫也」"),
    Foreign("enc_GB2312_14.blog.westca.com.xml", .gb18030, 9569, "加西公社温哥华大队向阳生产队"),
    Foreign(
      "enc_GB2312__chromium_gb18030_with_no_encoding_specified.html.xml", .gb18030, 646,
      "马兴瑞，中国航天科技集团公司总经理"),
    Foreign("syn_匠人_gbk.csv", .gb18030, 114, "朱镕木,木雕,浙江东阳"),
    Foreign("syn_匠人_utf16.txt", .utf16LittleEndian, 115, "朱镕木\t木雕\t浙江东阳"),
  ])
  func `real texts are read in their encoding`(foreign: Foreign) throws {
    let folder = try #require(sampleFolder)
    let text = try textReader(TestFile.read("\(folder)/samples/docs/\(foreign.file)"))
    #expect(text.encoding == foreign.encoding)
    let whole = String(decoding: text.opening.bytes, as: UTF8.self)
    #expect(whole.unicodeScalars.count == foreign.characters && whole.contains(foreign.phrase))
    while text.advance() {}
    #expect(text.replaced == 0)
  }

  struct Foreign: Sendable {
    let file: String
    let encoding: TextEncoding
    /// Counted, as the phrase was found, with the program iconv.
    let characters: Int
    let phrase: String

    init(_ file: String, _ encoding: TextEncoding, _ characters: Int, _ phrase: String) {
      self.file = file
      self.encoding = encoding
      self.characters = characters
      self.phrase = phrase
    }
  }

  @Test(arguments: [
    ("cmrc2018", 1104), ("csl_abstracts", 2000), ("drcd_trad", 2000), ("rgb_zh", 10477),
  ])
  func `sets are read to the last line`(set: String, count: Int) throws {
    let reader = CorpusReader()
    let path = "\(try #require(sampleFolder))/sets/\(set).jsonl.gz"
    try reader.forEachFile(under: [path]) { file in
      let report = reader.read(file) { _ in }
      #expect(report.records == count && report.problemCount == 0 && report.format == "jsonl.gz")
    }
  }

  private func read(sample name: String) throws -> (records: [ReadRecord], report: FileReport) {
    let path = "\(try #require(sampleFolder))/samples/\(name)"
    var records: [ReadRecord] = []
    var reports: [FileReport] = []
    let reader = CorpusReader()
    try reader.forEachFile(under: [path]) { file in
      reports.append(reader.read(file) { records.append(ReadRecord($0)) })
    }
    return (records, try #require(reports.first))
  }

  @Test func `a table of craftsmen`() throws {
    let (records, report) = try read(sample: "docs/syn_匠人_utf8bom.csv")
    #expect(report.format == "csv" && report.problemCount == 0)
    #expect(records.map { $0.texts(.id) } == [["J001"], ["J002"]])
    #expect(records.map { $0.texts(.title) } == [["王竹青"], ["朱镕木"]])
    #expect(records.map { $0.texts(.region) } == [["四川成都"], ["浙江东阳"]])
    #expect(records.map { $0.texts(.level) } == [["国家级"], ["省级"]])
    #expect(records[0].sections == ["技艺: 竹编"])
    #expect(records[0].texts(.abstract) == ["擅长竹丝扣瓷，\"经篾\"细如发丝"])
    #expect(records[1].texts(.abstract) == ["东阳木雕\n浮雕"])
    #expect(records[1].others("出生") == ["1963年5月"])
  }

  @Test(arguments: ["no_bom", "office_bom"])
  func `a table with one known column`(name: String) throws {
    let (records, report) = try read(sample: "docs/easyexcel_bom_\(name).csv")
    #expect(report.format == "csv" && report.problemCount == 0)
    #expect(records.map { $0.texts(.title) } == (0..<10).map { ["姓名\($0)"] })
    #expect(records.allSatisfy { $0.others("年纪") == ["20"] })
  }

  @Test func `tables without a known column`() throws {
    let (records, report) = try read(sample: "docs/easyexcel_demo_demo.csv")
    #expect(records.map { $0.texts(.title) } == (0..<10).map { ["字符串\($0)"] })
    #expect(records[9].others("日期标题") == ["2020-01-10 01:01:00"] && report.problemCount == 0)
    let wide = try read(sample: "docs/easyexcel_converter_converterCsv.csv")
    #expect(wide.records.count == 1 && wide.records[0].others("字符串的数字公式") == ["#VALUE!"])
    #expect(wide.report.lines == ["line 2: 1 cell more than the header"])
    let mapping = try read(sample: "patents/mapping_cn_new_to_st96.csv")
    #expect(mapping.records.count == 1433 && mapping.report.problemCount == 0)
    #expect(mapping.records[1].texts(.title) == ["bibliographic-data/@id"])
    #expect(mapping.records[1].others("xpath_to") == ["pat:BibliographicData/@com:id"])
  }

  @Test func `a document of settings is one object`() throws {
    let (records, report) = try read(sample: "courses/olx_demo/policies/DemoCourse/policy.json")
    #expect(report.format == "json" && report.problemCount == 0 && records.count == 1)
    #expect(records[0].others("course/DemoCourse").first?.contains("Open edX Demo Course") == true)
  }
}
