import CorpusReading
import TestSupport
import Testing

struct JSONDocumentTests {
  private func titles(_ text: String) -> [[String]] {
    read(text).records.map { $0.texts(.title) }
  }

  @Test(arguments: [
    "[{\"title\":\"甲\"},{\"title\":\"乙\"}]",
    "[\n  {\n    \"title\": \"甲\"\n  },\n  {\"title\":\"乙\"}\n]\n",
    "{\n\"title\": \"甲\"\n}\n{\n\"title\": \"乙\"\n}", "{\"title\":\"甲\"},\n{\"title\":\"乙\"},\n",
    "[{\"title\":\"甲\"}]\n[{\"title\":\"乙\"}]",
    "\u{FEFF} [ {\"title\" : \"甲\" } , {\"title\":\"乙\"} ] ",
    "{\"count\":2,\"results\":[{\"title\":\"甲\"},{\"title\":\"乙\"}]}",
    "{\"code\":0,\"data\":{\"total\":2,\"list\":[{\"title\":\"甲\"},{\"title\":\"乙\"}]},\"ok\":true}",
    "{\"状态\":\"成功\",\"结果\":[{\"标题\":\"甲\"},{\"标题\":\"乙\"}]}",
    "{\n\"results\": [],\n\"items\": [{\"title\":\"甲\"}],\n\"rows\": [{\"title\":\"乙\"}]\n}",
    "{\"meta\":{\"data\":[{\"title\":\"x\"}]},\n\"tags\":[1],\"data\":[{\"title\":\"甲\"},{\"title\":\"乙\"}]}",
  ])
  func `records are found wherever they are`(text: String) {
    let (records, report) = read(text)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(report.format == "json" && report.outcome == .read && report.problemCount == 0)
  }

  @Test func `one object over several lines is a record`() throws {
    let (records, report) = read(
      "{\n  \"id\": \"K1\",\n  \"title\": \"甲\",\n  \"results\": [{\"title\": \"降低\"}],\n\"body\":\"乙\"}"
    )
    let record = try #require(records.first)
    #expect(report.problemCount == 0 && records.count == 1)
    #expect(record.texts(.id) == ["K1"] && record.sections == ["results: 降低", ": 乙"])
  }

  @Test func `an object with a title wraps records that have an id, too`() {
    #expect(
      titles("{\n\"title\":\"汇编\",\"data\":[{\"id\":\"1\",\"title\":\"甲\"},{\"title\":\"乙\"}]}")
        == [["甲"], ["乙"]])
    #expect(
      titles("{\n\"name\":\"课程\",\"items\":[{\"name\":\"第一章\"},{\"name\":\"第二章\"}]}") == [["课程"]])
    #expect(
      titles("{\n\"name\":\"课程\",\"items\":[\"一\",{\"id\":\"1\",\"name\":\"二\"}]}") == [["课程"]])
  }

  @Test func `a list of nothing is no record`() {
    for text in [
      "[]", "[\n]", "{\n\"count\": 0,\n\"results\": []\n}", "{\"count\":0,\n\"rows\":[]}",
    ] {
      let (records, report) = read(text)
      #expect(records.isEmpty && report.format == "json" && report.problemCount == 0, "\(text)")
    }
  }

  @Test func `a key that names a kind gives it`() {
    let (records, _) = read(
      """
      {
        "courses": [{"title": "甲"}], "专利": [{"title": "乙", "kind": "other"}],
        "results": [{"title": "丙"}]
      }
      """, kind: .knowledge)
    #expect(records.map(\.kind) == [.course, .other, .knowledge])
  }

  @Test(arguments: [
    ("{\"title\":\"x\",}", "line 3: not JSON: '}' is not expected at byte 14"),
    ("{\"title\":\n\"x\"\n\"y\":1}", "line 5: not JSON: '\"' is not expected at byte 1"),
    (
      "{\"title\":\"没收尾}", "line 3: not JSON: a tab or control character inside a string at byte 22"
    ),
    ("{\"title\":[1}", "line 3: not JSON: '}' is not expected at byte 12"),
    ("{\"title\":{\"a\":1]}", "line 3: not JSON: ']' is not expected at byte 16"),
    ("{\"title\":\"x\",\n\"y\":01}", "line 4: not JSON: a bad number at byte 5"),
    ("[1,[2]]", "line 3: an array where an object {…} is expected"),
    ("12", "line 3: a number where an object {…} is expected"),
    ("\"s,]\"", "line 3: a string where an object {…} is expected"),
    ("null", "line 3: null where an object {…} is expected"),
    ("乱", "line 3: not JSON: a character is not expected at byte 1"),
    ("{}", "line 3: the object has no text"),
    ("{\"a\":" + String(repeating: "[", count: 100), "line 3: nested more than 64 deep"),
    (
      "{\"a\":\(String(repeating: "[", count: 100))1\(String(repeating: "]", count: 100))}",
      "line 3: nested more than 64 deep"
    ),
  ])
  func `a bad element costs itself`(element: String, problem: String) {
    let (records, report) = read("[\n{\"title\":\"甲\"},\n\(element),\n{\"title\":\"乙\"}\n]")
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(report.outcome == .damaged)
    #expect(report.lines.first?.hasPrefix(problem) == true, "\(report.lines)")
    let lines = element.split(separator: "\n").count
    let isNamed = report.lines[0].hasSuffix("lines 3 to \(lines + 2) is lost")
    #expect(lines == 1 || isNamed, "\(report.lines)")
  }

  @Test func `the rest is lost where no end can be told`() {
    let (records, report) = read(
      "[{\"title\":\"甲\"},{\"title\":\"没收尾},{\"title\":\"乙\"},{\"title\":\"丙\"}]")
    #expect(records.map { $0.texts(.title) } == [["甲"]])
    #expect(report.outcome == .damaged && report.problemCount == 1)
    let problem =
      "line 1: not JSON: 't' is not expected at byte 41; no end can be told, and the rest is lost"
    #expect(report.lines == [problem])
  }

  @Test func `a comma that is missing costs nothing`() {
    let (records, report) = read("[{\"title\":\"甲\"}\n{\"title\":\"乙\"}]")
    #expect(records.count == 2 && report.outcome == .read)
    #expect(report.lines == ["line 2: a comma is missing"])
  }

  @Test(arguments: [
    ("[\n{\"title\":\"甲\"},\n{\"title\":", "line 3: the file ends before the object does"),
    ("[\n{\"title\":\"甲\"},", "line 2: the file ends before its list of objects does"),
    ("{\"rows\":\n[{\"title\":\"甲\"}]", "line 2: the file ends before its list of objects does"),
  ])
  func `a document that breaks off is damaged`(text: String, problem: String) {
    let (records, report) = read(text)
    #expect(records.map { $0.texts(.title) } == [["甲"]] && report.outcome == .damaged)
    #expect(report.lines == [problem])
  }

  @Test func `an object beyond the limit costs itself`() {
    var limits = ReadingLimits()
    limits.lineBytes = 1000
    limits.chunkBytes = 64
    let long = "{\"title\":\"\(String(repeating: "长", count: 1000))\"}"
    let (records, report) = read(
      "[{\"title\":\"甲\"},\n\(long),\n{\"title\":\"乙\"}]", limits: limits)
    #expect(records.map { $0.texts(.title) } == [["甲"], ["乙"]])
    #expect(report.problems.map(\.place) == ["line 2"])
  }

  @Test(arguments: [
    "[注] 正文从这里开始。", "[1] 参考文献", "[2024-01-01 10:00] log", "[]()", "{{模板}} 文字", "{% raw %}",
    "[INFO] started", "{ 花括号 }",
  ])
  func `text in brackets is no JSON`(text: String) {
    #expect(read(text).report.format == "text")
    #expect(read(text).records.count == 1)
  }

  /// A random value as compact JSON and with blanks and line ends wherever they may be.
  private func value(
    depth: Int, _ generator: inout SeededGenerator
  ) -> (compact: String, loose: String) {
    let blanks = ["", "", " ", "\n", "\r\n  ", "\t"]
    func blank(_ generator: inout SeededGenerator) -> String {
      blanks.randomElement(using: &generator) ?? ""
    }
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0, 1, 2:
      let pieces = [
        "中文", "a", "\\\"", "\\\\", "\\n", "{", "]", ",", ":", "\\u4e2d", "\\ud83d\\ude00",
      ]
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      return ("\"\(text)\"", "\"\(text)\"")
    case 3:
      let number = ["0", "-1.5e3", "12", "true", "null"].randomElement(using: &generator) ?? "0"
      return (number, number)
    case 4, 5:
      var parts: [(compact: String, loose: String)] = []
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        parts.append(value(depth: depth - 1, &generator))
      }
      if depth <= 0 { parts = [] }
      return (
        "[\(parts.map(\.compact).joined(separator: ","))]",
        "[\(blank(&generator))"
          + parts.map(\.loose).joined(separator: "\(blank(&generator)),\(blank(&generator))")
          + "\(blank(&generator))]"
      )
    default:
      return object(keys: ["zh", "键", "a b"], depth: depth - 1, &generator)
    }
  }

  private func object(
    keys: [String], depth: Int, _ generator: inout SeededGenerator
  ) -> (compact: String, loose: String) {
    var compact: [String] = []
    var loose: [String] = []
    for key in keys where Int.random(in: 0..<3, using: &generator) > 0 {
      let value = value(depth: depth, &generator)
      compact.append("\"\(key)\":\(value.compact)")
      loose.append("\n \"\(key)\"\(key == "键" ? " " : "\n"): \(value.loose)")
    }
    return ("{\(compact.joined(separator: ","))}", "{\(loose.joined(separator: " ,"))\n}")
  }

  @Test(arguments: UInt64(0)..<80)
  func `documents in any shape and chunks give what JSONL gives`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let keys = ["title", "正文", "keywords", "作者", "extra", "课程编号", "日期"]
    let objects = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      object(keys: keys, depth: 3, &generator)
    }
    let lines = objects.map(\.compact)
    let expected = read(lines.joined(separator: "\n") + "\n", name: "a.jsonl").records
    let documents = [
      "[\(lines.joined(separator: ","))]",
      "[\n\(objects.map(\.loose).joined(separator: ",\n"))\n]",
      "{\n\"total\": 1, \"数据\": {\"list\": [\(objects.map(\.loose).joined(separator: ","))]}}",
      "{\"page\":{\"size\":[2]},\"rows\":[\(lines.joined(separator: " , "))]}",
      "\n" + objects.map(\.loose).joined(separator: "\n") + "\n",
    ]
    for document in documents {
      for chunk in [1 << 16, 1, 3, 64] {
        var limits = ReadingLimits()
        limits.chunkBytes = chunk
        limits.readBytes = chunk
        let (records, report) = read(document, name: "a.json", limits: limits)
        #expect(report.format == "json" && records == expected, "\(document)")
        #expect(report.problems.allSatisfy { $0.reason == "the object has no text" })
      }
    }
  }
}
