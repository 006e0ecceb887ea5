import Testing

@testable import Zhisou

/// Which field is searched as what: every field has a word of its own.
@Suite struct RecordIndexerTests {
  private static let record = """
    {"id":"ZS-7781","kind":"course","title":"砂轮甲","abstract":"摘要乙","claims":"权利丙",\
    "description_localized":"说明丁","body":"正文戊","问题":"难题己","keywords":["词条庚"],\
    "people":["人员辛"],"organisations":["单位壬"],"codes":["行业癸"],"region":"浙江子",\
    "level":"等级丑","prerequisites":"先修寅","duration":"课时卯","date":"2022-10-21",\
    "备注":"其他辰"}
    """

  private let index: SearchIndex

  init() throws {
    index = try TestCorpus.index(of: Self.record, #"{"body":"旁边的一条"}"#)
  }

  @Test(arguments: [
    "砂轮甲", "摘要乙", "权利丙", "说明丁", "正文戊", "难题己", "词条庚", "人员辛", "单位壬", "行业癸", "ZS-7781",
    "zs7781", "7781",
  ])
  func `title, sections, keywords, people, organisations, codes and identifier are searched`(
    text: String
  ) throws {
    #expect(try index.ids(text) == ["ZS-7781"])
  }

  @Test(arguments: ["浙江子", "等级丑", "先修寅", "课时卯", "2022", "其他辰", "备注", "问题", "course", "a.jsonl"])
  func `other values, names of columns, kind and source are not`(text: String) throws {
    #expect(try index.ids(text).isEmpty)
  }

  @Test func `the length counts title and sections`() throws {
    let hit = try #require(index.search(Query("砂轮甲")).hits.first)
    // Six texts of three characters: two bigrams each.
    #expect(try index.explain(Query("砂轮甲"), hit.address).length == 12)
    #expect(index.statistics.averageLength == 8)
  }

  @Test func `a record without an identifier is named by its source, which is not searched`() throws
  {
    #expect(try index.ids("旁边") == ["a.jsonl#2"])
    #expect(try index.document(withID: "a.jsonl#2").source == "a.jsonl#2")
    #expect(try index.ids("jsonl").isEmpty)
  }

  @Test func `a publication number is found with and without its kind`() throws {
    let index = try TestCorpus.index(of: #"{"publication_number":"CN999118052A","title":"一"}"#)
    for text in ["CN999118052A", "cn999118052a", "CN999118052"] {
      #expect(try index.ids(text) == ["CN999118052A"])
    }
  }

  @Test func `everything is stored, telephone numbers are not`() throws {
    let document = try index.document(withID: "ZS-7781")
    #expect(document.kind == .course && document.title == "砂轮甲" && document.date == 20_221_021)
    #expect(
      document.sections.map(\.name) == [
        "abstract", "claims", "description", "body", "问题",
      ])
    #expect(document.sections.map(\.text) == ["摘要乙", "权利丙", "说明丁", "正文戊", "难题己"])
    #expect(document.people == ["人员辛"] && document.organisations == ["单位壬"])
    #expect(document.codes == ["行业癸"] && document.keywords == ["词条庚"])
    #expect(document.regions == ["浙江子"])
    #expect(document.fields.map(\.value).contains("其他辰"))
    let corpus = TestCorpus()
    try corpus.write("a.jsonl", #"{"id":"1","title":"一","电话":"13800000000"}"#)
    #expect(try corpus.ingest().files.map(\.droppedPrivateValues) == [1])
    #expect(try !JSONText.line(corpus.open().document(withID: "1").value).contains("138"))
  }
}
