import Analysis
import Testing

@Suite struct AnalyzerTests {
  @Test(arguments: [
    ("舊唐書", "旧唐书"), ("方濟各", "方济各"), ("國際論壇", "国际论坛"), ("薴烯", "苎烯"), ("豈有", "岂有"),
    ("Ｖ1.0", "v1.0"), ("ＵＳＢ", "usb"), ("5w-30", "5W-30"), ("Müller", "MULLER"),
    ("café", "cafe\u{301}"), ("か\u{3099}くせい", "がくせい"), ("ｶﾞｽ", "ガス"), ("ﾊﾟ", "パ"),
    ("m²", "m2"), ("5㎜", "5mm"), ("№", "no"), ("Ⅲ类", "iii类"), ("葛\u{E0100}城", "葛城"),
    ("25℃", "25°C"), ("Straße", "STRASSE"), ("a½b", "a 1/2 b"), ("①②", "1 2"), ("㈱山", "(株)山"),
    ("2023/05/01", "2023-05-01"), ("H01L 21/00", "h01l　21/00"), ("A61N    5/00", "A61N 5／00"),
    ("GB/T 1804\u{2015}2000", "GB/T 1804-2000"), ("GB/T 1804\u{2013}2000", "GB/T 1804-2000"),
    ("GB/T\u{3000}1804\u{2014}2000", "gb／t 1804-2000"),
    ("ISO/IEC\u{A0}27001", "iso/iec 27001"), ("soft\u{AD}ware", "software"),
    ("Windows™", "windows"),
  ])
  func `spellings of the same text give the same tokens`(one: String, other: String) {
    #expect(!words(one).isEmpty)
    #expect(words(one) == words(other))
    #expect(extras(one) == extras(other))
  }

  @Test func `a run gives its overlapping bigrams, and a lone character itself`() {
    #expect(words("24口交换机") == ["24", "口交", "交换", "换机"])
    #expect(words("1号") == ["1", "号"])
    #expect(words("𠮷野家") == ["𠮷野", "野家"])
    #expect(words("𠮷") == ["𠮷"])
    #expect(words("柏𬭎") == ["柏𬭎"])
    #expect(words("コーヒー々한국ㄅㄆ") == ["コー", "ーヒ", "ヒー", "ー々", "々한", "한국", "국ㄅ", "ㄅㄆ"])
    #expect(terms("广州").isDisjoint(with: terms("惠州")))
  }

  @Test func `a character that no pair of the basic plane has is an extra token`() {
    #expect(extras("柏𬭎") == ["柏", "𬭎"])
    #expect(extras("焊工柏𬭎说") == ["𬭎", "说"])
    #expect(extras("𠮷野家") == ["𠮷"])
    #expect(extras("𠮷𠮷") == ["𠮷"])
    #expect(extras("田 𠮷 a𠮷") == [] && extras("田野") == [])
  }

  @Test(arguments: ["柏𬭎", "焊工柏𬭎说", "𠮷", "𠮷，柏𬭎", "磨"])
  func `a query is for what stands together`(text: String) {
    let interner = TokenInterner()
    var buffer = TokenBuffer(keepsRanges: true)
    unsafe Array(text.utf8).withUnsafeBufferPointer {
      unsafe Analyzer.standard.analyze(query: $0, into: &buffer, interning: interner)
    }
    let found = (0..<buffer.count).map { AnalysisTests.text(of: buffer[$0].key, in: interner) }
    #expect(found == words(text))
  }

  @Test(arguments: [" ", "，", ",", "・", "\n", "A", "1", "-", "🙂", "\u{3000}"])
  func `nothing is paired across what ends a run`(separator: String) {
    let found = words("磨削\(separator)烧伤").filter { $0 != separator.lowercased() }
    #expect(found == ["磨削", "烧伤"])
  }

  @Test func `a decimal number is one word and no other`() {
    #expect(words("4.0") == ["4.0"])
    #expect(terms("4.0").isDisjoint(with: terms("4")))
    #expect(words("v1.2.3.") == ["v1.2.3"])
    #expect(words("4．0版") == ["4.0", "版"])
    #expect(words("a.b") == ["a", "b"])
  }

  @Test func `a code is kept whole and in parts`() {
    #expect(words("PD1728_A_1") == ["pd1728", "a", "1"])
    #expect(extras("PD1728_A_1") == ["pd1728a1"])
    #expect(extras("5W-30") == ["5w30"])
    #expect(extras("2023/05/01") == ["2023-05-01"])
    #expect(terms("C919") == ["c919"])
    #expect(terms("Gr.49").contains("gr49") && terms("Gr49").contains("gr49"))
    #expect(extras("a - b") == [])
    #expect(extras("a--b") == [])
  }

  @Test func `a path of more than eight words, or of more than 64 bytes, is not kept whole`() {
    #expect(extras("a/b/c/d/e/f/g/h") == ["abcdefgh"])
    #expect(extras("a/b/c/d/e/f/g/h/i") == [])
    let word = String(repeating: "x", count: 32)
    #expect(extras("\(word)/\(word)") == [word + word])
    #expect(extras("\(word)/\(word)x") == [])
  }

  @Test func `a word beyond 255 bytes goes on as another word`() {
    #expect(words(String(repeating: "x", count: 600)).map(\.utf8.count) == [255, 255, 90])
    #expect(words(String(repeating: "ж", count: 128)).map(\.utf8.count) == [254, 2])
  }

  @Test func `signs behind letters make a name`() {
    #expect(words("C++和C#") == ["c", "和", "c"])
    #expect(extras("C++和C#") == ["c++", "c#"])
    #expect(extras("C＋＋") == ["c++"])
    #expect(extras("5+ A+++ B+#") == [])
  }

  @Test func `a standard is found by every usual form, however it is spelled`() {
    let forms: Set = ["gb", "t", "gbt", "1804", "gbt1804", "2000", "gbt1804-2000"]
    for spelling in ["GB/T 1804—2000", "gbt1804-2000", "GB/T1804–2000", "GB/T  1804―2000"] {
      #expect(terms(spelling).isSuperset(of: forms), "\(spelling)")
    }
    #expect(words("GB/T 1804—2000") == ["gb", "t", "1804", "2000"])
    #expect(terms("DB37/T 1234-2020").isSuperset(of: ["db37", "1234", "db37t1234"]))
    #expect(terms("T/CECS 10001-2019").isSuperset(of: ["cecs", "tcecs10001", "10001"]))
    #expect(terms("T/CECS10001-2019").isSuperset(of: ["cecs", "tcecs10001", "10001"]))
    #expect(extras("see 1804") == [])
    #expect(extras("DB37-1234") == ["db37-1234"])
    #expect(extras("GB，1804") == [])
  }

  @Test func `a classification symbol is found at each of its levels, however it is spelled`() {
    let forms: Set = ["h01", "h01l", "h01l21", "21", "00", "h01l21-00"]
    #expect(terms("H01L21/00") == forms)
    #expect(terms("H01L 21/00") == forms)
    #expect(terms("Ｈ01Ｌ   21/00 (2006.01)") == forms.union(["2006.01"]))
    #expect(terms("H01L") == ["h01l", "h01"])
    #expect(terms("H01L 2023-05-01") == ["h01l", "h01", "2023", "05", "01", "2023-05-01"])
    #expect(extras("I01L21/00") == ["i01l21-00"])
  }

  @Test func `a publication number is found without its kind`() {
    #expect(extras("CN115212463A") == ["cn115212463"])
    #expect(extras("US10000001B2") == ["us10000001"])
    #expect(extras("CN115212463") == [])
  }

  @Test func `tokens know their bytes in the text as given`() {
    #expect(
      analyzed(Array("Ｖ１ 舊唐 GB/T 1804".utf8)).sorted() == [
        ReadToken(text: "v1", start: 0, end: 6), ReadToken(text: "旧唐", start: 7, end: 13),
        ReadToken(text: "gb", start: 14, end: 16),
        ReadToken(text: "gbt", start: 14, end: 23, isExtra: true),
        ReadToken(text: "gbt1804", start: 14, end: 23, isExtra: true),
        ReadToken(text: "t", start: 17, end: 18), ReadToken(text: "1804", start: 19, end: 23),
      ])
    // Marks belong to what they stand on.
    #expect(
      analyzed(Array("か\u{3099}く e\u{301}".utf8)) == [
        ReadToken(text: "がく", start: 0, end: 9), ReadToken(text: "e", start: 10, end: 13),
      ])
  }

  @Test func `extras take no position`() {
    let text = Array("GB/T 1804—2000 公差".utf8)
    var buffer = TokenBuffer(keepsRanges: false)
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe Analyzer.standard.analyze(bytes, into: &buffer, interning: TokenInterner())
    }
    #expect(buffer.positions == 5)
    #expect(buffer.count == 8)
  }

  @Test func `looking up leaves unknown words out and interns nothing`() {
    let interner = TokenInterner()
    let known = unsafe Array("gbt1804".utf8).withUnsafeBufferPointer { unsafe interner.intern($0) }
    var buffer = TokenBuffer(keepsRanges: true)
    unsafe Array("GB/T 1804 𠮷野 磨削".utf8).withUnsafeBufferPointer { bytes in
      unsafe Analyzer.standard.analyze(bytes, into: &buffer, lookingUpIn: interner)
    }
    #expect(interner.count == 1)
    #expect(
      (0..<buffer.count).map { text(of: buffer[$0].key, in: interner) }
        == ["gbt1804", "野", "磨削"])
    #expect(buffer[0].key == known | TermKey.internedFlag)
  }

  @Test func `a scalar is folded by itself`() {
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("舊", "旧"), ("Ａ", "a"), ("é", "e"), ("ｶ", "カ"), ("磨", "磨"), ("，", "，"), ("㎜", "㎜"),
      ("㘚", "㘎"), ("\u{2F800}", "丽"), ("㑶", "㐹"), ("\u{301}", "\u{301}"), ("㓨", "刾"),
    ]
    for (scalar, folded) in pairs {
      #expect(Analyzer.foldedScalar(scalar.value) == folded.value, "\(scalar)")
    }
  }

  @Test(arguments: [
    ("磨削 烧 abc H01L 舊唐 ", ["磨削", "烧", "abc", "H01L", "舊唐"]),
    ("磨削烧 Ａb 𠮷 a", ["磨削烧", "Ａb", "𠮷", "a"]), ("", []), ("  ", []),
  ])
  func `the analyzer of tokens takes them as they stand`(text: String, tokens: [String]) {
    let interner = TokenInterner()
    var buffer = TokenBuffer(keepsRanges: true)
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe Analyzer.whitespace.analyze($0, into: &buffer, interning: interner)
    }
    let found = (0..<buffer.count).map { buffer[$0] }
    #expect(found.map { AnalysisTests.text(of: $0.key, in: interner) } == tokens)
    for (token, expected) in zip(found, tokens) {
      #expect(Array(bytes[token.start..<token.end]) == Array(expected.utf8))
      let isPair = expected.unicodeScalars.allSatisfy { TermKey.denseID(of: $0.value) != 0 }
      #expect((token.key < TermKey.internedFlag) == (isPair && expected.unicodeScalars.count < 3))
    }
  }

  @Test func `the analyzer of tokens cuts what no dictionary takes`() {
    let interner = TokenInterner()
    var buffer = TokenBuffer(keepsRanges: true)
    let longest = 1 << 10
    let text = [longest - 1, longest, longest + 1, 3 * longest].map {
      String(repeating: "x", count: $0)
    }
    let bytes = Array(text.joined(separator: " ").utf8)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe Analyzer.whitespace.analyze($0, into: &buffer, interning: interner)
    }
    let found = (0..<buffer.count).map { buffer[$0] }
    #expect(
      found.map { AnalysisTests.text(of: $0.key, in: interner).utf8.count }
        == [longest - 1, longest, longest, longest])
    #expect(found.map { $0.end - $0.start } == text.map(\.utf8.count))
  }
}
