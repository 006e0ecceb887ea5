import Analysis
import TestSupport
import Testing

@testable import Zhisou

/// What holds for the snippet of any document and query.
@Suite struct RandomSnippetTests {
  private static let pieces = [
    "磨", "削", "烧", "伤", "軸承", "轴承", "𠮷", "𬭎", "葛\u{E0100}", "か\u{3099}", "ｶﾞ", "ガ", "㍿", "한국", "。",
    "，",
    "！", "”", "（", "\n", "\r\n", " ", "  ", "\u{3000}", "word", "ＷＯＲＤ", "cafe\u{301}", "C++", "1.5",
    "GB/T 1804—2000", "gbt1804", "H01L 21/00", "5W-30", "①", "%", "👩\u{200D}👧\u{200D}👦", "🙂", "🇨🇳",
  ]

  private struct Sample {
    let document: Document
    let terms: [SnippetTerm]
    let snippet: Snippet
    let title: MarkedText
    let characters: Int
    let passages: Int
  }

  private static func sample(_ generator: inout SeededGenerator) -> Sample {
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
    let sections = (0..<Int.random(in: 1...3, using: &generator)).map { _ in text(120) }
    let query = text(4)
    var document = Document(sections: sections)
    document.title = text(20)
    let terms = SnippetTerm.terms(of: query).map {
      SnippetTerm(term: $0.term, weight: Double(Int.random(in: 1...9, using: &generator)))
    }
    let characters = Int.random(in: 10...90, using: &generator)
    let passages = Int.random(in: 1...3, using: &generator)
    var maker = SnippetMaker(terms)
    return Sample(
      document: document, terms: terms,
      snippet: maker.snippet(of: document, characters: characters, passages: passages),
      title: maker.marked(document.title), characters: characters, passages: passages)
  }

  private static func forEachSample(_ seed: UInt64, _ body: (Sample) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 { body(sample(&generator)) }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `hits are whole characters, apart, and each gives a term of the query`(seed: UInt64) {
    var seen = 0
    Self.forEachSample(seed) { sample in
      let terms = Set(sample.terms.map(\.term))
      let texts = sample.snippet.passages.map(\.content) + [sample.snippet.joined, sample.title]
      for text in texts {
        let bytes = Array(text.text.utf8)
        #expect(
          zip(text.hitsInUTF8, text.hitsInUTF8.dropFirst()).allSatisfy {
            $0.upperBound < $1.lowerBound
          })
        for hit in text.hitsInUTF8 {
          let marked = String(validating: bytes[hit], as: UTF8.self)
          #expect(marked?.isEmpty == false)
          #expect(
            !terms.isDisjoint(with: TextTerms.all(in: marked ?? "").map(\.term)), "\(bytes[hit])")
          seen += 1
        }
      }
    }
    #expect(seen > 120)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `whatever is a term is marked`(seed: UInt64) {
    Self.forEachSample(seed) { sample in
      let terms = Set(sample.terms.map(\.term))
      for text in sample.snippet.passages.map(\.content) + [sample.title] {
        for token in TextTerms.all(in: text.text) where terms.contains(token.term) {
          // Of a code only some words may be marked.
          #expect(
            text.hitsInUTF8.contains {
              token.isExtra
                ? $0.overlaps(token.bytes)
                : $0.lowerBound <= token.bytes.lowerBound && token.bytes.upperBound <= $0.upperBound
            } || token.isExtra && text != sample.title, "\(text.text) \(token)")
        }
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `passages come one behind another from their sections, cut where they say`(seed: UInt64) {
    Self.forEachSample(seed) { sample in
      var place = (section: 0, start: 0)
      for passage in sample.snippet.passages {
        while sample.document.sections[place.section].name != passage.section {
          place = (place.section + 1, 0)
        }
        let bytes = Array(sample.document.sections[place.section].text.utf8)
        let whole = Array(PassageText(bytes, 0..<bytes.count).marked(by: []).text.utf8)
        let shown = Array(passage.content.text.utf8)
        let starts = (place.start..<whole.count).filter { whole[$0...].starts(with: shown) }
        #expect(passage.isCutBefore ? starts.contains { $0 > 0 } : starts.first == 0)
        let isAtEnd = whole.suffix(shown.count) == shown[...]
        #expect(passage.isCutBehind || isAtEnd)
        place.start = (starts.first ?? 0) + shown.count
      }
      #expect(sample.snippet.passages.count <= sample.passages)
      let isEmpty = sample.document.sections.allSatisfy {
        $0.text.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
      }
      #expect(sample.snippet.passages.isEmpty == isEmpty)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `the passages together have about the length`(seed: UInt64) {
    Self.forEachSample(seed) { sample in
      let shown = sample.snippet.passages.reduce(0) { $0 + $1.content.text.unicodeScalars.count }
      // Each may have one code or one cluster more than it should.
      #expect(shown <= sample.characters * 11 / 10 + 16 * sample.passages)
      for passage in sample.snippet.passages where sample.snippet.passages.count > 1 {
        #expect(!passage.content.hitsInUTF8.isEmpty)
      }
    }
  }
}

/// The terms of a text and where they are.
private enum TextTerms {
  /// The tokens of a text, and the characters of its pairs.
  static func all(in text: String) -> [(term: IndexedTerm, bytes: Range<Int>, isExtra: Bool)] {
    let interner = TokenInterner()
    var tokens = TokenBuffer(keepsRanges: true)
    unsafe Array(text.utf8).withUnsafeBufferPointer {
      unsafe Analyzer.standard.analyze($0, into: &tokens, interning: interner)
    }
    return (0..<tokens.count).flatMap { index -> [(IndexedTerm, Range<Int>, Bool)] in
      let token = tokens[index]
      let bytes = token.start..<token.end
      guard token.key & TermKey.internedFlag == 0 else {
        let word = unsafe interner.withBytes(of: token.key & ~TermKey.internedFlag) {
          unsafe Array($0)
        }
        return [(.word(word), bytes, token.isExtra)]
      }
      let (first, second) = TermKey.firstAndSecond(of: token.key)
      // Where a character of the pair stands is not told: as of a code, a part is enough.
      return [(.pair(token.key), bytes, token.isExtra)]
        + [first, second].map { (.character($0), bytes, true) }
    }
  }
}
