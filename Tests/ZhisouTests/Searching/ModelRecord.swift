import TestSupport
import Zhisou

/// A record as a test makes it up, and what of it is searched.
struct ModelRecord {
  let id: String
  let kind: DocumentKind
  var title = ""
  var abstract = ""
  var claims = ""
  var body = ""
  var keywords: [String] = []
  var people: [String] = []
  var organisations: [String] = []
  var codes: [String] = []
  var region = "浙江磨削"
  var date = ""
  /// The file that it stands in.
  var file = "a.jsonl"

  /// The line of JSON that says so.
  var line: String {
    JSONText.line(
      .object([
        ("id", .string(id)), ("kind", .string(kind.name)), ("title", .string(title)),
        ("abstract", .string(abstract)), ("claims", .string(claims)), ("body", .string(body)),
        ("keywords", .array(keywords.map { .string($0) })),
        ("people", .array(people.map { .string($0) })),
        ("organisations", .array(organisations.map { .string($0) })),
        ("codes", .array(codes.map { .string($0) })), ("region", .string(region)),
        ("date", .string(date)),
      ]))
  }

  /// The texts whose terms a query finds; a craftsman's title is a person where none is named.
  var searched: [String] {
    let names = kind == .craftsman && people.isEmpty ? [title] : people
    return counted + keywords + names + organisations + codes + [id]
  }

  /// The texts whose positions are the length.
  var counted: [String] { [title, abstract, claims, body] }

  static let pieces = [
    "磨", "削", "烧", "伤", "軸", "轴", "承", "磨削", "轴承", "𬭎", "６", "6205-2RS", "GB/T 1804—2000",
    "，", " ", "。", "C++", "か\u{3099}", "ABC ", "5", "葛\u{E0100}", "磨磨",
  ]

  /// A text of random pieces, none or more.
  static func text(
    _ pieces: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> String {
    (0..<Int.random(in: pieces, using: &generator)).map { _ in
      // Squaring makes the first ones frequent.
      let spread = Double.random(in: 0..<1, using: &generator)
      return Self.pieces[Int(spread * spread * Double(Self.pieces.count))]
    }.joined()
  }

  /// Records with something in every field, in two files.
  static func detailed(_ count: Int, using generator: inout SeededGenerator) -> [ModelRecord] {
    random(count, using: &generator).enumerated().map { number, record in
      var record = record
      func pick(_ values: String...) -> String { values.randomElement(using: &generator) ?? "" }
      record.claims = record.kind == .patent ? text(0...12, using: &generator) : ""
      record.date = pick("", "2019", "2019-05", "2019-05-17", "2020-12-31", "2021", "2023-01-02")
      record.region = pick("", "浙江省杭州市", "遼寧省大連市", "辽宁省沈阳市", "上海市")
      record.people = [pick("乔砚青", "磨轴承", "柏𬭎", "Wang Wei")]
      record.organisations = [pick("大连轴承厂", "沈阳磨床厂", "SKF 轴承")]
      record.codes = [
        pick("B24B5/04", "B24B49/10", "H01L21/02", "F16C33/64", "Y02P10/20"),
        pick("磨工", "钳工", "B24B5/18"),
      ]
      record.file = number < count / 3 ? "a.jsonl" : "专利/b.jsonl"
      return record
    }
  }

  /// Records of which every fourth is the one before under another name, so that scores tie.
  static func random(_ count: Int, using generator: inout SeededGenerator) -> [ModelRecord] {
    let names = ["乔砚青", "磨轴承", "柏𬭎", "荀铁衡"]
    var records: [ModelRecord] = []
    for number in 0..<count {
      var record = ModelRecord(
        id: "D\(number)", kind: DocumentKind.allCases.randomElement(using: &generator) ?? .other)
      if number % 4 == 3, let last = records.last {
        record.title = last.title
        record.abstract = last.abstract
        record.body = last.body
      } else {
        record.title = "题" + text(0...4, using: &generator)
        record.abstract = text(0...10, using: &generator)
        record.body = text(0...40, using: &generator)
        record.keywords = [names.randomElement(using: &generator) ?? "", "磨削液"]
        record.people = names.filter { _ in Bool.random(using: &generator) }
        record.organisations = number % 3 == 0 ? ["轴承厂"] : []
        record.codes = number % 5 == 0 ? ["磨工"] : []
      }
      records.append(record)
    }
    return records
  }
}
