import CorpusReading
import Testing

struct JSONLinesTests {
  @Test func `a line is a record, its keys are columns`() throws {
    let (records, report) = read(
      """
      {"id": "C_1", "kind": "course", "name": "数据结构", "field": ["计算机科学与技术"], \
      "prerequisites": "程序设计基础", "about": "本课程讲授线性表。", "学时": 48, "院校": "甲校"}
      {"编号":"K1","标题":"磨削烧伤","内容":"…\\n…","日期":"2023年5月","kind":"知识条目"}

      """)
    #expect(report.outcome == .read)
    #expect(report.format == "jsonl")
    #expect(report.records == 2 && records.map(\.ordinal) == [1, 2])
    let course = try #require(records.first)
    #expect(course.kind == .course && course.identity == .withinFile)
    #expect(course.texts(.id) == ["C_1"] && course.texts(.title) == ["数据结构"])
    #expect(course.texts(.keyword) == ["计算机科学与技术"])
    #expect(course.texts(.prerequisite) == ["程序设计基础"])
    #expect(course.texts(.duration) == ["48"] && course.texts(.organisation) == ["甲校"])
    #expect(records[1].kind == .knowledge && records[1].date == 20_230_500)
    #expect(records[1].texts(.body) == ["…\n…"])
  }

  @Test func `tables of patents, English and Chinese, give the same`() throws {
    let (records, _) = read(
      """
      {"publication_number": "CN-115212463-A", "title_localized": [{"text": "一种装置", \
      "language": "zh"}], "publication_date": 20221021, "ipc": [{"code": "A61N5/00", \
      "first": true}], "assignee": ["甲公司"], "inventor": ["曹凯", "张圈世"]}
      {"申请号": "CN201510481495.9", "公开(公告)号": "CN115212463A", "标题": "一种装置", \
      "申请人": "甲公司", "发明人": "曹凯; 张圈世", "IPC主分类号": "A61N   5/00 (2006.01)", \
      "申请日": "2015-08-07", "公开(公告)日": "2022-10-21", "法律状态": "授权"}
      """, kind: .patent)
    #expect(records.count == 2)
    for record in records {
      #expect(record.kind == .patent && record.identity == .unique && record.date == 20_221_021)
      #expect(record.texts(.id) == ["CN115212463A"] && record.texts(.title) == ["一种装置"])
      #expect(record.texts(.code) == ["A61N5/00"] && record.texts(.organisation) == ["甲公司"])
      #expect(record.texts(.person) == ["曹凯", "张圈世"])
    }
    let chinese = try #require(records.last)
    #expect(chinese.others("法律状态") == ["授权"])
    #expect(chinese.others("申请号") == ["CN201510481495.9"])
    #expect(chinese.others("申请日") == ["2015-08-07"])
  }

  @Test(arguments: [
    ("{\"id\":\"1\",\"title\":\"x\",}", "byte 23"), ("{\"id\":\"2\" \"title\":\"y\"}", "byte 11"),
    ("{'id':3}", "byte 2"), ("{\"id\":NaN}", "byte 7"), ("{\"id\":\"8\",\"ti", "ends before"),
    ("[1,2]", "an array"), ("\"s\"", "a string"), ("null", "null"), ("12", "a number"),
    ("true", "a truth value"), ("{\"title\":\"a\tb\"}", "control character"),
    ("{\"title\":\"\\q\"}", "bad escape"), ("{\"title\":01}", "bad number"),
    ("{\"title\":\"x\"} y", "byte 15"), ("{}", "no text"), ("{\"id\":\"5\"}", "no text"),
    ("{\"title\":\"\"}", "no text"), (String(repeating: "[", count: 100), "64 deep"),
    ("{\"a\":" + String(repeating: "[", count: 100), "64 deep"), ("x", "byte 1"),
  ])
  func `a bad line costs that line`(line: String, reason: String) {
    let (records, report) = read("{\"title\":\"一\"}\r\n\n\(line)\n{\"title\":\"二\"}")
    #expect(records.map { $0.texts(.title) } == [["一"], ["二"]])
    #expect(report.outcome == .damaged && report.problemCount == 1)
    #expect(report.problems[0].place == "line 3")
    #expect(report.problems[0].reason.contains(reason), "\(report.lines)")
  }

  @Test func `marks, blank lines and line ends of any system`() {
    let text = "\u{FEFF}{\"title\":\"a\"}\r\n\r\n   \r\n{\"title\":\"b\"}"
    #expect(read(text).records.map { $0.texts(.title) } == [["a"], ["b"]])
    #expect(read(text).report.outcome == .read)
  }

  @Test func `numbers stay as they are written`() throws {
    let long = String(repeating: "9", count: 5000)
    let (records, report) = read(
      "{\"title\":12.50,\"n\":1e999,\"m\":\(long),\"o\":true,\"p\":null}")
    let record = try #require(records.first)
    #expect(record.texts(.title) == ["12.50"] && record.others("n") == ["1e999"])
    #expect(record.others("m") == [long] && record.others("o") == ["true"])
    #expect(record.others("p") == [] && report.outcome == .read)
  }

  @Test func `of a repeated key the last stands`() throws {
    let (records, _) = read(
      """
      {"id":"1","id":"2","title":"a","title":"b","date":"2020","date":"2021","kind":"course",\
      "kind":"news","keyword":"x","keyword":"y"}
      """)
    let record = try #require(records.first)
    #expect(record.texts(.id) == ["2"] && record.texts(.title) == ["b"])
    #expect(record.date == 20_210_000 && record.kind == .other)
    #expect(record.others("kind") == ["news"] && record.texts(.keyword) == ["x", "y"])
  }

  @Test func `arrays and objects inside columns`() throws {
    let (records, _) = read(
      """
      {"title":{"zh":"对象","en":"object"},"person":[{"name":"甲","age":3},{"name":"乙"}],\
      "extra":{"a": [1, "x y"] , "b":"\\"q\\" :"},"resource":[{"chapter": "1.1"}],"abstract":[],\
      "body":{"x":"一","y":"二"}}
      """)
    let record = try #require(records.first)
    #expect(record.texts(.title) == ["对象"] && record.texts(.person) == ["甲", "乙"])
    #expect(record.others("extra") == ["{\"a\":[1,\"x y\"],\"b\":\"\\\"q\\\" :\"}"])
    #expect(record.others("resource") == ["{\"chapter\":\"1.1\"}"])
    #expect(record.texts(.abstract) == [] && record.texts(.body) == ["一", "二"])
  }

  @Test func `dates that no calendar has are kept as they stand`() throws {
    let (records, _) = read(
      """
      {"title":"x","date":"20230230"}
      {"title":"x","date":"00000000"}
      {"title":"x","date":"2023-08-16 18:24:57"}
      """)
    #expect(records.map(\.date) == [0, 0, 20_230_816])
    #expect(records[0].others("date") == ["20230230"] && records[1].values.count == 1)
    #expect(records[2].texts(.date) == ["2023-08-16 18:24:57"])
  }

  @Test func `private numbers inside kept objects go, and all stay when asked for`() throws {
    let text = #"{"姓名":"张三","联络":{"微信":"x","手机":["138"],"a":[{"tel":1,"b":2}]},"电话":"0"}"#
    let (records, report) = read(text)
    let record = try #require(records.first)
    #expect(record.others("联络") == [#"{"微信":"x","a":[{"b":2}]}"#])
    #expect(record.others("电话") == [] && report.droppedPrivate == 3)
    var limits = ReadingLimits()
    limits.keepsPrivateNumbers = true
    let all = read(text, limits: limits)
    #expect(all.report.droppedPrivate == 0 && all.records.first?.others("电话") == ["0"])
    #expect(
      all.records.first?.others("联络") == [#"{"微信":"x","手机":["138"],"a":[{"tel":1,"b":2}]}"#])
  }

  @Test func `telephone and identity numbers are left out and counted`() throws {
    let (records, report) = read(
      """
      {"姓名":"张三","工种":"钳工","手机":"13800000000","身份证号":["1","2"],"tel":{"a":"5"},\
      "单位":"甲厂"}
      """, kind: .craftsman)
    let record = try #require(records.first)
    #expect(report.droppedPrivate == 4)
    #expect(record.texts(.title) == ["张三"] && record.texts(.person) == ["张三"])
    #expect(record.texts(.code) == ["钳工"] && record.values.count == 4)
    #expect(!record.description.contains("1380"))
  }

  @Test func `kinds come from a field, else from the folder`() {
    let (records, _) = read(
      """
      {"title":"x"}
      {"title":"x","kind":"课程"}
      {"title":"x","kind":"law"}
      {"title":"x","type":"video"}
      {"title":"x","type":"result"}
      """, kind: .patent)
    #expect(records.map(\.kind) == [.patent, .course, .other, .patent, .innovation])
    #expect(records[2].others("kind") == ["law"] && records[3].others("type") == ["video"])
  }

  @Test func `ids are data`() {
    let (records, _) = read(
      """
      {"id":"../../etc/passwd","title":"x"}
      {"id":"a\\nb","title":"x"}
      {"id":"","title":"x"}
      {"id":"\\u0000","title":"x"}
      {"doi":"10.1000/a.b","title":"x"}
      {"id":"oai:a:1","title":"x"}
      {"id":"CN-115212463-A","title":"x","kind":"patent"}
      """)
    #expect(
      records.map { $0.texts(.id) } == [
        ["../../etc/passwd"], ["a\nb"], [], [], ["10.1000/a.b"], ["oai:a:1"], ["CN115212463A"],
      ])
    #expect(records.suffix(3).allSatisfy { $0.identity == .unique })
    #expect(records.prefix(4).allSatisfy { $0.identity == .withinFile })
  }

  @Test func `a line beyond the limit costs itself`() {
    var limits = ReadingLimits()
    limits.lineBytes = 1000
    limits.chunkBytes = 64
    let long = "{\"title\":\"\(String(repeating: "长", count: 1000))\"}"
    let (records, report) = read(
      "{\"title\":\"a\"}\n\(long)\n{\"title\":\"b\"}\n\(long)", limits: limits)
    #expect(records.map { $0.texts(.title) } == [["a"], ["b"]])
    #expect(report.problems.map(\.place) == ["line 2", "line 4"])
  }

  @Test func `a field beyond the limit is cut between characters`() throws {
    var limits = ReadingLimits()
    limits.fieldBytes = 10
    let (records, report) = read("{\"title\":\"一二三四五\",\"text\":\"ab\"}", limits: limits)
    #expect(try #require(records.first).texts(.title) == ["一二三"])
    #expect(try #require(records.first).texts(.body) == ["ab"])
    #expect(report.outcome == .read && report.lines[0].hasPrefix("line 1: "))
  }

  @Test func `a list beyond the limit is cut`() {
    var limits = ReadingLimits()
    limits.recordValues = 3
    let (records, report) = read("{\"title\":\"x\",\"tags\":[\"a\",\"b\",\"c\"]}", limits: limits)
    #expect(records.map { $0.texts(.keyword) } == [["a", "b"]])
    #expect(report.outcome == .read && report.problemCount == 1)
  }

  @Test func `a damaged first line does not change what the file is`() {
    for first in ["{\"id\":", "{\"id\":\"1\",\"title\":\"x\"", "{\"id\" 1}", "{'id':1}"] {
      let (records, report) = read("\(first)\n{\"title\":\"二\"}\n")
      #expect(report.format == "jsonl" && report.problems.map(\.place) == ["line 1"], "\(first)")
      #expect(records.map { $0.texts(.title) } == [["二"]])
    }
    let named = read("垃圾\n{\"title\":\"二\"}\n", name: "a.jsonl")
    #expect(named.report.format == "jsonl" && named.records.count == 1)
  }

  @Test func `lone surrogates become U+FFFD`() {
    let (records, _) = read(
      "{\"title\":\"A\\ud800B\"}\n{\"title\":\"\\udc00\\ud800\"}\n{\"title\":\"\\ud83d\\ude00\"}")
    #expect(
      records.map { $0.texts(.title) } == [["A\u{FFFD}B"], ["\u{FFFD}\u{FFFD}"], ["\u{1F600}"]])
  }
}
