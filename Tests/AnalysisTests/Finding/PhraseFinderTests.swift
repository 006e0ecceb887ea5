import Analysis
import TestSupport
import Testing

@Suite struct PhraseFinderTests {
  /// The ranges in which a phrase is.
  private static func ranges(of phrase: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let phrase = Phrase(String(decoding: phrase, as: UTF8.self)) else { return [] }
    var finder = PhraseFinder(phrase)
    let ranges = unsafe text.withUnsafeBufferPointer { unsafe finder.ranges(in: $0) }
    let isIn = unsafe text.withUnsafeBufferPointer { unsafe finder.isIn($0) }
    #expect(isIn == !ranges.isEmpty)
    return ranges
  }

  /// What a phrase is marked by in a text.
  private static func found(_ phrase: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(of: Array(phrase.utf8), in: bytes).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("磨削烧伤", "外圆磨削烧伤。磨削的烧伤，磨削烧伤", 2), ("磨削", "磨，削", 0), ("磨削", "磨\n削", 0), ("磨削", "磨 削", 0),
    ("磨", "磨削研磨", 2), ("啊啊", "啊啊啊啊", 3), ("磨 床", "磨床，磨-床。磨的床", 2), ("磨削 烧伤", "磨削烧伤 磨削：烧伤", 2),
    ("磨削，烧伤", "磨削烧伤", 1), ("磨削烧伤", "磨削 烧伤", 0), ("軸承", "轴承", 1), ("轴承异响", "軸承異響", 1),
    ("葛城", "葛\u{E0100}城", 1), ("がく", "音か\u{3099}く", 1), ("かく", "か\u{3099}く", 0), ("ガス", "ｶﾞｽ", 1),
    ("柏𬭎", "焊工柏𬭎说", 1), ("𬭎", "柏𬭎说", 1), ("柏说", "柏𬭎说", 0), ("会社", "㍿", 1), ("한국", "대한국민", 1),
    ("一 二", "一a二", 0), ("山株", "山㈱", 0), ("山 株", "山㈱", 1),
  ])
  func `characters stand together as they do in the phrase`(
    phrase: String, text: String, count: Int
  ) {
    #expect(Self.found(phrase, in: text).count == count)
  }

  @Test(arguments: [
    ("cat", "category Cat, concat cat's", 2), ("big cat", "BIG-CAT big, cat bigcat big fat cat", 2),
    ("5", "1.5 5.0 5 a5", 1), ("1.5", "1.5 1．5 1.5.1 15", 2), ("C++", "C c++ C＋＋ C+ C#", 2),
    ("C++编程", "C++ 编程，C编程", 1), ("C919飞机", "国产 C919 飞机，C919、飞机", 2), ("飞机C919", "飞机 C9190", 0),
    ("Müller", "MULLER mu\u{308}ller", 2), ("№5", "no. 5", 0), ("no 5", "No. 5 no5", 1),
  ])
  func `words are whole`(phrase: String, text: String, count: Int) {
    #expect(Self.found(phrase, in: text).count == count)
  }

  @Test(arguments: [
    (
      "GB/T 1804—2000", "按gbt1804-2000，GB/T1804–2000和GB/T 1804-1999",
      ["gbt1804-2000", "GB/T1804–2000"]
    ),
    ("gbt1804-2000", "GB/T 1804—2000", ["GB/T 1804—2000"]),
    ("按GB/T1804-2000加工", "按 GB/T 1804—2000 加工", ["按 GB/T 1804—2000 加工"]),
    ("GB/T 1804", "GB/T 1804—2000", ["GB/T 1804"]),
    ("GB/T1804", "GB/T 1804—2000", ["GB/T 1804—2000"]),
    ("1804-2000", "GB/T 1804—2000", ["1804—2000"]), ("2000执行", "按GB/T 1804—2000执行", ["2000执行"]),
    ("2023-05", "2023-05-01", ["2023-05"]), ("b/c", "a/b/c", ["b/c"]), ("bc", "a/b/c", []),
    ("PD1728A1", "PD1728_A_1", ["PD1728_A_1"]), ("PD1728_A_1", "PD1728A1", ["PD1728A1"]),
    ("H01L 21/00", "H01L21/00 H01L 21/02", ["H01L21/00"]), ("H01L", "H01L21/00", ["H01L21/00"]),
    ("GB/T 1 20 件", "GB/T 1-20 件", ["GB/T 1-20 件"]),
    ("cat-dog", "catdog cat dog", ["catdog", "cat dog"]),
    ("GB/T1804 加工", "GB/T 1804—2000加工", ["GB/T 1804—2000加工"]),
    ("GB/T 1804 加工", "GB/T 1804—2000加工", ["GB/T 1804—2000加工"]),
  ])
  func `a code is found in any spelling, and in its parts`(
    phrase: String, text: String, found: [String]
  ) {
    #expect(Self.found(phrase, in: text) == found)
  }

  @Test(arguments: ["", " ，。", "—", "\u{301}"])
  func `a phrase without units is none`(text: String) {
    #expect(Phrase(text) == nil)
  }

  @Test func `a finder takes one text after another`() throws {
    var finder = PhraseFinder(try #require(Phrase("磨削 C++")))
    var found: [Bool] = []
    for text in ["磨削C++", "磨削", "C++", "", "磨削 c++"] {
      found.append(unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe finder.isIn($0) })
    }
    #expect(found == [true, false, false, false, true])
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `agrees with the slow finder on texts of all kinds`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var seen = 0
    for _ in 0..<150 {
      let text = RandomText.bytes(&generator)
      let start = text.indices.randomElement(using: &generator) ?? 0
      let end = Int.random(in: start...min(text.count, start + 20), using: &generator)
      // A part of the text, cut anywhere, or a part with its pieces in another order.
      var phrase = Array(text[start..<end])
      if Bool.random(using: &generator) {
        phrase = Array(
          phrase.split(separator: 0x20).shuffled(using: &generator).joined(separator: [0x2D]))
      }
      // Well-formed, as text that is typed.
      phrase = Array(String(decoding: phrase, as: UTF8.self).utf8)
      let slow = ReferencePhrase(phrase)
      let expected = slow.isEmpty ? [] : slow.ranges(in: text)
      #expect(Self.ranges(of: phrase, in: text) == expected, "\(phrase) in \(text)")
      seen += expected.count
    }
    #expect(seen > 40)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `every part of a text that begins and ends with units is found in it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed &+ 100)
    for _ in 0..<40 {
      let text = Array(String(decoding: RandomText.bytes(&generator), as: UTF8.self).utf8)
      let units = ReferenceUnits(text).units
      func isBorder(_ place: Int) -> Bool { !units.contains { $0.start < place && place < $0.end } }
      for (index, first) in units.enumerated() where isBorder(first.start) {
        for last in units[index...].prefix(6) where isBorder(last.end) {
          let part = Array(text[first.start..<last.end])
          let found = Self.ranges(of: part, in: text)
          #expect(found.contains { $0 == first.start..<last.end }, "\(part) in \(text)")
        }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a text with a phrase has what the phrase requires`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 200)
    var seen = 0
    for _ in 0..<150 {
      let text = RandomText.bytes(&generator)
      let start = text.indices.randomElement(using: &generator) ?? 0
      let end = Int.random(in: start...min(text.count, start + 20), using: &generator)
      let part = String(decoding: text[start..<end], as: UTF8.self)
      guard let phrase = Phrase(part), !Self.ranges(of: Array(part.utf8), in: text).isEmpty
      else { continue }
      let terms = IndexedTerm.all(in: text)
      for requirement in phrase.requirements {
        #expect(requirement.alternatives.contains { $0.allSatisfy(terms.contains) }, "\(part)")
      }
      #expect(!phrase.requirements.isEmpty)
      seen += 1
    }
    #expect(seen > 25)
  }

  @Test func `a phrase requires its pairs, its lone characters and its codes in either form`()
    throws
  {
    func required(_ text: String) throws -> [[[String]]] {
      try #require(Phrase(text)).requirements.map { $0.alternatives.map { $0.map(\.text) } }
    }
    #expect(try required("磨削烧 伤") == [[["磨削"]], [["削烧"]], [["伤*"]]])
    #expect(try required("磨 削 磨") == [[["磨*"]], [["削*"]]])
    #expect(try required("柏𬭎C++𬭎") == [[["柏𬭎"]], [["c++"]], [["𬭎"]]])
    #expect(
      try required("按GB/T 1804件") == [
        [["按*"]], [["gbt1804"], ["gb", "t", "1804"]], [["件*"]],
      ])
  }
}
