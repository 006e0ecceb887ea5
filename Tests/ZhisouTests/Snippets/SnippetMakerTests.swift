import Analysis
import TestSupport
import Testing

@testable import Zhisou

@Suite struct SnippetMakerTests {
  /// The snippet of a document with such sections for a query, all terms of which weigh the same.
  private static func snippet(
    _ query: String, _ sections: String..., characters: Int = 80, passages: Int = 1
  ) -> Snippet {
    var maker = SnippetMaker(SnippetTerm.terms(of: query))
    return maker.snippet(
      of: Document(sections: sections), characters: characters, passages: passages)
  }

  private static func marked(_ text: String, _ query: String) -> MarkedText {
    var maker = SnippetMaker(SnippetTerm.terms(of: query))
    return maker.marked(text)
  }

  private static func hits(_ text: MarkedText) -> [String] {
    text.pieces.filter(\.isHit).map { String($0.text) }
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
    ("cafe", "a cafe\u{301} b", ["cafe\u{301}"]), ("磨削", "磨\r\n削，磨削", ["磨削"]),
  ])
  func `hits are marked where they stand in the text as given`(
    query: String, text: String, marked: [String]
  ) {
    let found = Self.marked(text, query)
    #expect(Array(found.text.utf8) == Array(text.utf8))
    #expect(Self.hits(found).map { Array($0.utf8) } == marked.map { Array($0.utf8) })
    #expect(
      Self.hits(Self.snippet(query, text).joined).map { Array($0.utf8) }
        == marked.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("GB/T 1804", "按GB/T 1804—2000分", ["GB/T 1804"]), ("GB/T 1804", "按GB/T 3077-2015", ["GB/T"]),
    ("1804", "按GB/T1804-2000", ["GB/T1804"]), ("H01", "属H01L 21/00", ["H01L"]),
    ("h01l21", "属H01L21/00", ["H01L21"]), ("CN115212463", "号CN115212463A。", ["CN115212463A"]),
    ("2000", "GB/T 1804—2000", ["2000"]), ("PD1728A1", "图PD1728_A_1。", ["PD1728_A_1"]),
  ])
  func `of a code only the words are marked that match`(
    query: String, text: String, marked: [String]
  ) {
    #expect(Self.hits(Self.snippet(query, text).joined) == marked)
  }

  @Test func `the section that covers the query best is shown`() {
    let found = Self.snippet("磨削烧伤", "只有磨削", "磨削产生烧伤", "烧伤")
    #expect(found.text == "磨削产生烧伤" && Self.hits(found.joined) == ["磨削", "烧伤"])
    #expect(found.passages.map(\.section) == ["小节1"])
  }

  @Test func `without a hit the beginning of the first section with text is shown`() {
    let found = Self.snippet("轴承", "\n", "一二三四五六七八", "九十", characters: 5)
    #expect(found.text == "一二三四五…" && found.joined.hitsInUTF8.isEmpty)
    #expect(found.passages.map(\.section) == ["小节1"])
    #expect(Self.snippet("轴承").passages.isEmpty && Self.snippet("轴承", "", " ").text.isEmpty)
  }

  @Test func `the passage with most of the query is found in a long text`() {
    let filler = String(repeating: "无关的话。", count: 4_000)
    let text = "磨削一次。\(filler)这里磨削引起烧伤。\(filler)烧伤一次。"
    let found = Self.snippet("磨削烧伤", text)
    #expect(found.text.hasPrefix("…这里磨削引起烧伤。无关的话。"))
    #expect(found.text.hasSuffix("无关的话。…") && Self.hits(found.joined) == ["磨削", "烧伤"])
    #expect((75...90).contains(found.text.count))
  }

  @Test func `heavier terms come first`() {
    let filler = String(repeating: "无关的话。", count: 100)
    var maker = SnippetMaker(
      SnippetTerm.terms(of: "常见", weight: 1) + SnippetTerm.terms(of: "罕用", weight: 2))
    let document = Document(sections: ["说到常见。\(filler)说到罕用。"])
    let found = maker.snippet(of: document, characters: 20, passages: 1)
    #expect(Self.hits(found.joined) == ["罕用"])
  }

  @Test func `a further passage is given for terms that the others lack, and only for these`() {
    let filler = String(repeating: "无关的话。", count: 100)
    let text = "磨削与冷却。\(filler)又是磨削。\(filler)烧伤的原因。"
    let two = Self.snippet("磨削 烧伤", text, "别处有裂纹", passages: 3)
    #expect(two.passages.map { Self.hits($0.content) } == [["磨削"], ["烧伤"]])
    #expect(two.passages.map(\.isCutBefore) == [false, true])
    #expect(two.passages.map(\.isCutBehind) == [true, false])
    #expect(two.text.contains(" … "))
    let three = Self.snippet("裂纹 磨削 烧伤", text, "别处有裂纹", passages: 3)
    #expect(three.passages.map { Self.hits($0.content) } == [["磨削"], ["烧伤"], ["裂纹"]])
    #expect(three.passages.map(\.section) == ["小节0", "小节0", "小节1"])
    #expect(Self.snippet("磨削", text, passages: 3).passages.count == 1)
    #expect(Self.snippet("磨削 烧伤", text, passages: 1).passages.count == 1)
  }

  @Test func `passages that meet are one`() {
    let text = "磨削一二三四五六七八九十一二三四。烧伤一二三四五六七八九十一二三四。\(String(repeating: "话", count: 99))"
    let found = Self.snippet("磨削 烧伤", text, characters: 30, passages: 2)
    #expect(found.passages.count == 1 && Self.hits(found.joined) == ["磨削", "烧伤"])
  }

  @Test func `passages do not overlap`() {
    let characters = (0..<200).compactMap { Unicode.Scalar(0x4E00 + $0).map(String.init) }
    for distance in 20...60 {
      let text = characters.joined()
      let (first, second) = (
        characters[50...51].joined(), characters[50 + distance...51 + distance].joined()
      )
      let found = Self.snippet("\(first) \(second)", text, characters: 40, passages: 2)
      let shown = found.passages.flatMap { Array($0.content.text) }
      #expect(Set(shown).count == shown.count)
      #expect(Self.hits(found.joined) == [first, second])
    }
  }

  @Test func `white space of the passage is drawn together, and hits move with it`() {
    let found = Self.snippet("磨削 烧伤", "先     磨削\t\r\t后  烧伤\n")
    #expect(found.text == "先 磨削 后 烧伤" && Self.hits(found.joined) == ["磨削", "烧伤"])
  }
}
