import TestSupport
import Testing

@testable import Zhisou

@Suite struct SnippetMakerTests {
  /// The snippet of a record with such sections, and the texts that are marked in it.
  private static func snippet(
    _ query: String, _ sections: String..., characters: Int = 80
  ) throws -> (text: String, marked: [String]) {
    let members = sections.enumerated().map { ("小节\($0)办法", JSONText.Value.string($1)) }
    let line = JSONText.line(
      .object([("id", .string("1")), ("title", .string("题目"))] + members))
    let index = try TestCorpus.index(of: line, #"{"id":"2","title":"另外"}"#)
    var document = try index.document(withID: "1")
    document.sections = sections.map { Document.Section(name: "body", text: $0) }
    let snippet = try index.snippet(of: document, for: Query(query), characters: characters)
    let bytes = Array(snippet.text.utf8)
    for (one, next) in zip(snippet.hitsInUTF8, snippet.hitsInUTF8.dropFirst()) {
      #expect(one.upperBound < next.lowerBound)
    }
    return (
      snippet.text, snippet.hitsInUTF8.map { String(decoding: bytes[$0], as: UTF8.self) }
    )
  }

  @Test(arguments: [
    ("轴承异响", "听軸承異響的辨別", ["軸承異響"]), ("軸承", "听轴承的声音", ["轴承"]),
    ("gbt1804-2000", "按ＧＢ／Ｔ　１８０４－２０００分级", ["ＧＢ／Ｔ　１８０４－２０００"]),
    ("GB/T 1804—2000", "按 GB/T1804–2000，或 gb/t 1804", ["GB/T1804–2000", "gb/t 1804"]),
    ("6205-2rs", "轴承６２０５－２ＲＳ坏了", ["６２０５－２ＲＳ"]), ("h01l21/00", "属H01L 21/00类", ["H01L 21/00"]),
    ("柏𬭎", "焊工柏𬭎说", ["柏𬭎"]), ("田𠮷", "姓田𠮷的", ["田𠮷"]), ("𬭎", "单字𬭎，", ["𬭎"]),
    ("𬭎", "𬭎", ["𬭎"]), ("柏", "柏𬭎，焊工", ["柏"]), ("说", "𬭎说", ["说"]), ("柏", "焊工柏𬭎", ["柏"]),
    ("𬭎", "𬭎\u{E0100}说", ["𬭎\u{E0100}"]),
    ("磨", "研磨与磨削，磨", ["磨", "磨", "磨"]), ("削", "磨削", ["削"]), ("磨", "磨", ["磨"]),
    ("軸", "转轴", ["轴"]), ("がく", "音か\u{3099}く", ["か\u{3099}く"]), ("C++", "用 C++ 写", ["C++"]),
    ("abc", "ABC，ａｂｃ，abcd", ["ABC", "ａｂｃ"]), ("磨削 烧伤", "磨削，不烧伤", ["磨削", "烧伤"]),
    ("株", "在㍿里", ["㍿"]), ("会", "㍿里", ["㍿"]), ("葛城", "葛\u{E0100}城", ["葛\u{E0100}城"]),
    ("葛", "姓葛\u{E0100}", ["葛\u{E0100}"]), ("葛", "葛\u{E0100}城", ["葛\u{E0100}"]),
    ("葛", "葛\u{E0100}", ["葛\u{E0100}"]), ("姓", "姓葛\u{E0100}", ["姓"]),
    ("が", "音か\u{3099}", ["か\u{3099}"]), ("葛", "姓葛\u{E0100}城", ["葛\u{E0100}"]),
  ])
  func `hits are marked where they stand in the text as given`(
    query: String, text: String, marked: [String]
  ) throws {
    let found = try Self.snippet(query, text)
    #expect(found.text == text)
    #expect(found.marked.map { Array($0.utf8) } == marked.map { Array($0.utf8) })
  }

  @Test func `the section that covers the query best is shown`() throws {
    let found = try Self.snippet("磨削烧伤", "只有磨削", "磨削产生烧伤", "烧伤")
    #expect(found.text == "磨削产生烧伤" && found.marked == ["磨削", "烧伤"])
  }

  @Test func `without a hit the beginning of the first section is shown`() throws {
    let found = try Self.snippet("轴承", "一二三四五六七八", "九十", characters: 5)
    #expect(found.text == "一二三四五…" && found.marked.isEmpty)
    #expect(try Self.snippet("轴承").text.isEmpty)
  }

  @Test func `the passage with most of the query is found in a long text`() throws {
    let filler = String(repeating: "无关的话。", count: 400)
    let text = "磨削一次。\(filler)这里磨削引起烧伤。\(filler)烧伤一次。"
    let found = try Self.snippet("磨削烧伤", text)
    #expect(found.text.hasPrefix("…这里磨削引起烧伤。无关的话。"))
    #expect(found.text.hasSuffix("…") && found.marked == ["磨削", "烧伤"])
    #expect(found.text.count == 82)
  }

  @Test func `terms that are rare in the index count more`() throws {
    let filler = String(repeating: "无关的话。", count: 100)
    var records = (0..<30).map { #"{"id":"n\#($0)","title":"常见"}"# }
    records.append(
      JSONText.line(
        .object([("id", .string("1")), ("body", .string("说到常见。\(filler)说到罕用。"))])))
    let index = try TestCorpus.index(of: records)
    let document = try index.document(withID: "1")
    let snippet = try index.snippet(of: document, for: Query("常见 罕用"), characters: 20)
    #expect(snippet.text.contains("罕用") && !snippet.text.contains("常见"))
  }

  @Test func `a passage at the end of what is looked at has whole characters, and goes on`() throws
  {
    // The search ends 70 bytes behind the hit, within a character.
    let filler = String(repeating: "无关的话。", count: 17_470)
    let text = "\(filler)磨削引起烧伤的原因\(String(repeating: "后", count: 500))磨削"
    let found = try Self.snippet("磨削烧伤", text)
    #expect(found.text == "…磨削引起烧伤的原因\(String(repeating: "后", count: 71))…")
    #expect(found.marked == ["磨削", "烧伤"])
  }

  @Test func `white space of the passage is drawn together, and hits move with it`() throws {
    let found = try Self.snippet("磨削 烧伤", "先     磨削\t\r\t后  烧伤")
    #expect(found.text == "先 磨削 后 烧伤" && found.marked == ["磨削", "烧伤"])
  }
}
