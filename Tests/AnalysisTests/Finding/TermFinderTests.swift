import Analysis
import TestSupport
import Testing

@Suite struct TermFinderTests {
  private static func matches(of terms: [IndexedTerm], in text: [UInt8]) -> [TermMatch] {
    var finder = TermFinder(terms)
    return unsafe text.withUnsafeBufferPointer { unsafe finder.matches(in: $0) }
  }

  private static func hits(of term: IndexedTerm, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var finder = TermFinder([term])
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let matches = unsafe finder.matches(in: buffer)
      var hits: [String] = []
      for match in matches {
        let hit = unsafe finder.hit(match, in: buffer)
        hits.append(String(decoding: bytes[hit], as: UTF8.self))
      }
      return hits
    }
  }

  /// What the slow tokenizer finds, as number of the term, beginning and end.
  private static func expected(_ terms: [IndexedTerm], in text: [UInt8]) -> Set<[Int]> {
    let found = ReferenceUnits(text)
    var numbers: [String: Int] = [:]
    for (number, term) in terms.enumerated() { numbers[term.text] = number }
    var expected: Set<[Int]> = []
    func insert(_ text: String, _ start: Int, _ end: Int) {
      if let number = numbers[text] { expected.insert([number, start, end]) }
    }
    for (index, unit) in found.units.enumerated() {
      insert(unit.text, unit.start, unit.end)
      if unit.isOfRun { insert(unit.text + "*", unit.start, unit.end) }
      guard unit.isJoined else { continue }
      insert(found.units[index - 1].text + unit.text, found.units[index - 1].start, unit.end)
    }
    for form in found.forms {
      insert(form.text, found.units[form.units.lowerBound].start, form.end)
    }
    return expected
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `finds what the slow tokenizer finds, and all terms of the analyzer`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var seen = 0
    for _ in 0..<120 {
      let text = RandomText.bytes(&generator)
      let own = IndexedTerm.all(in: text)
      let others = IndexedTerm.all(in: RandomText.bytes(&generator))
      let terms = own.union(others).sorted { $0.text < $1.text }
        .filter { _ in Int.random(in: 0..<4, using: &generator) > 0 }
      let matches = Self.matches(of: terms, in: text)
      #expect(Set(matches.map { terms[$0.term] }) == own.intersection(terms))
      #expect(
        Set(matches.map { [$0.term, $0.bytes.lowerBound, $0.bytes.upperBound] })
          == Self.expected(terms, in: text), "\(text)")
      #expect(
        zip(matches, matches.dropFirst()).allSatisfy { $0.bytes.lowerBound <= $1.bytes.lowerBound })
      let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 }
      for match in matches {
        #expect(match.characters.lowerBound == starts.count { $0 < match.bytes.lowerBound })
        #expect(match.characters.upperBound == starts.count { $0 < match.bytes.upperBound })
      }
      seen += matches.count
    }
    #expect(seen > 400)
  }

  @Test(arguments: [
    ("gbt1804", "按GB/T 1804—2000，GB/T1804", ["GB/T 1804", "GB/T1804"]),
    ("gbt", "GB/T 3077-2015", ["GB/T"]),
    ("1804", "GB/T1804-2000", ["GB/T1804"]), ("cecs", "T/CECS10001-2019", ["CECS10001"]),
    ("h01", "属H01L 21/00", ["H01L"]), ("h01l21", "属H01L21/00", ["H01L21"]),
    ("cn115212463", "号CN115212463A。", ["CN115212463A"]), ("c++", "用C＋＋写", ["C＋＋"]),
    ("pd1728a1", "图PD1728_A_1。", ["PD1728_A_1"]), ("磨", "𬭎", []),
    ("𬭎", "柏𬭎\u{E0100}说", ["𬭎\u{E0100}"]),
    ("柏𬭎", "柏𬭎说", ["柏𬭎"]), ("6205-2rs", "６２０５－２ＲＳ", ["６２０５－２ＲＳ"]),
  ])
  func `a hit has no more of a code than the term has`(word: String, text: String, hits: [String]) {
    #expect(Self.hits(of: .word(Array(word.utf8)), in: text) == hits)
  }

  @Test func `every hit gives its term by itself`() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<400 {
      let text = RandomText.bytes(&generator)
      // A word that is cut for its length may end within the form of several letters, as ㎜.
      guard text.count < 255 else { continue }
      let terms = Array(IndexedTerm.all(in: text))
      var finder = TermFinder(terms)
      unsafe text.withUnsafeBufferPointer { buffer in
        for match in unsafe finder.matches(in: buffer) {
          let hit = unsafe finder.hit(match, in: buffer)
          #expect(
            match.bytes.lowerBound <= hit.lowerBound && hit.upperBound <= match.bytes.upperBound)
          #expect(IndexedTerm.all(in: Array(text[hit])).contains(terms[match.term]))
        }
      }
    }
  }

  @Test func `long texts are read in parts, which part no token`() {
    let pair = IndexedTerm.pair(
      TermKey.bigram(first: TermKey.denseID(of: 0x78E8), second: TermKey.denseID(of: 0x524A)))
    let text = String(repeating: "一磨削，", count: 5_000) + "磨。削磨削"
    let expected = (0..<5_000).map { 12 * $0 + 3..<12 * $0 + 9 } + [60_009..<60_015]
    #expect(Self.matches(of: [pair], in: Array(text.utf8)).map(\.bytes) == expected)
    let lines = String(repeating: "磨削\n磨。", count: 5_000)
    let found = Self.matches(of: [pair], in: Array(lines.utf8))
    #expect(found.map(\.bytes) == (0..<5_000).map { 13 * $0..<13 * $0 + 6 })
    #expect(found.map(\.characters) == (0..<5_000).map { 5 * $0..<5 * $0 + 2 })
  }

  @Test(arguments: [
    "磨削", "GB/T 1804—2000 ", "the fox ", "C++ ", "H01L 21/00 2023-05-01x", "磨 削。", "a-b/",
  ])
  func `matches of a long text are those of its pieces`(piece: String) {
    // Of every length of what goes before, so that a part would end anywhere.
    for length in 0..<8 {
      let front = Array(String(repeating: "z", count: length).utf8) + Array("，".utf8)
      let bytes = Array(piece.utf8)
      let count = 20_000 / bytes.count
      let terms = Array(Set(IndexedTerm.tokens(of: bytes)))
      let text = front + (0..<count).flatMap { _ in bytes }
      let tokens = IndexedTerm.tokens(of: text).filter(terms.contains)
      #expect(tokens.count >= count)
      #expect(Self.matches(of: terms, in: text).count == tokens.count)
    }
  }
}
