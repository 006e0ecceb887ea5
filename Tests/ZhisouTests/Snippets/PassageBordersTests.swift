import Analysis
import TestSupport
import Testing

@testable import Zhisou

@Suite struct PassageBordersTests {
  /// The passage around the first place of a word.
  private static func passage(
    of text: String, around word: String, characters: Int, in bounds: Range<Int>? = nil
  ) throws -> String {
    let bytes = Array(text.utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: word.utf8) })
    let span = start..<(start + word.utf8.count)
    let match = TermMatch(term: 0, bytes: span, characters: 0..<0, isForm: false)
    let passage = PassageBorders(
      bytes, around: span, in: bounds ?? 0..<bytes.count, characters: characters,
      matches: [match]
    ).passage
    return String(decoding: bytes[passage], as: UTF8.self)
  }

  private static func filler(_ count: Int) -> String { String(repeating: "远", count: count) }

  @Test(arguments: ["。", "！", "？", "；", "!", "?", ";", "\n", "。”", "！）"])
  func `a passage begins behind the end of a sentence that is near`(mark: String) throws {
    let text = "\(Self.filler(20))前面的一句\(mark)后面有磨削烧伤的一句话，还有许多字\(Self.filler(20))"
    #expect(try Self.passage(of: text, around: "磨削", characters: 15) == "后面有磨削烧伤的一句话，")
  }

  @Test func `else it begins behind a comma, else a few characters before the span`() throws {
    let end = "磨削\(Self.filler(40))"
    let clause = "\(Self.filler(40))，一二三，四五六\(end)"
    #expect(try Self.passage(of: clause, around: "磨削", characters: 40).hasPrefix("一二三，四五六磨削远"))
    let none = "\(Self.filler(40))一二三四五\(end)"
    #expect(try Self.passage(of: none, around: "磨削", characters: 40).hasPrefix("一二三四五磨削远"))
    #expect(try Self.passage(of: none, around: "磨削", characters: 8) == "五磨削远远远远远")
  }

  @Test func `it ends at a sentence's end that is near, a little late if need be`() throws {
    let text = "磨削一二三。四五六七八九。十\(Self.filler(40))，\(Self.filler(40))"
    #expect(try Self.passage(of: text, around: "磨削", characters: 14) == "磨削一二三。四五六七八九。")
    #expect(try Self.passage(of: text, around: "磨削", characters: 12) == "磨削一二三。四五六七八九。")
    #expect(try Self.passage(of: text, around: "磨削", characters: 11) == "磨削一二三。四五六七八")
    #expect(try Self.passage(of: text, around: "磨削", characters: 60).hasSuffix("远，"))
  }

  @Test func `a passage at the end of the text begins with an earlier sentence`() throws {
    let text = "\(Self.filler(9))。前句。又一句。磨削烧伤。"
    #expect(try Self.passage(of: text, around: "磨削", characters: 14) == "前句。又一句。磨削烧伤。")
    #expect(try Self.passage(of: text, around: "磨削", characters: 80) == text)
  }

  @Test func `a span longer than the passage is shown whole`() throws {
    let text = "一二三四五六七八九十"
    #expect(try Self.passage(of: text, around: "三四五六七八", characters: 3) == "三四五六七八")
  }

  @Test(arguments: [
    ("磨削一二三四五六七GB/T 1804—2000", "磨削一二三四五六七"),
    ("磨削一二三四五六七，0.0015", "磨削一二三四五六七，"),
    ("磨削一二三四五六七，10,500件", "磨削一二三四五六七，"),
    ("磨削一二三四五六word", "磨削一二三四五六"), ("磨削一二三四五六七50%，", "磨削一二三四五六七"),
    ("磨削一二三四五六七葛\u{E0100}\u{E0101}城", "磨削一二三四五六七"),
    ("磨削一二三四五六七👩\u{200D}👧\u{200D}👦", "磨削一二三四五六七"),
    ("磨削一二三四五六七“话”。", "磨削一二三四五六七"), ("磨削一二三四五六七八九。", "磨削一二三四五六七八"),
  ])
  func `nothing that belongs together is cut`(text: String, passage: String) throws {
    let found = try Self.passage(of: "\(text)\(Self.filler(30))", around: "磨削", characters: 10)
    #expect(Array(found.utf8) == Array(passage.utf8))
  }

  @Test func `a span in a word or a code is shown with all of it`() throws {
    let text = "\(Self.filler(30))GB/T 1804—2000\(Self.filler(30))"
    #expect(try Self.passage(of: text, around: "1804", characters: 4) == "GB/T 1804—2000")
    let word = "\(Self.filler(30))👩\u{200D}👧\u{200D}👦\(Self.filler(30))"
    #expect(try Self.passage(of: word, around: "👧", characters: 1) == "👩\u{200D}👧\u{200D}👦")
  }

  @Test func `white space counts as one character`() throws {
    let text = "磨削 \n \t  一二 三四五六。七八九十\(Self.filler(20))"
    #expect(try Self.passage(of: text, around: "磨削", characters: 11) == "磨削 \n \t  一二 三四五六。")
  }

  @Test func `a passage keeps within its bounds`() throws {
    let text = "一二。三四磨削五六。七八"
    #expect(try Self.passage(of: text, around: "磨削", characters: 80, in: 9..<30) == "三四磨削五六。")
    #expect(try Self.passage(of: text, around: "磨削", characters: 80, in: 12..<27) == "四磨削五六")
  }

  private static let pieces = [
    "磨", "削", "𠮷", "葛\u{E0100}", "か\u{3099}", "。", "，", "！", "；", "”", "（", "\n", "\r\n", " ", "  ",
    "\u{3000}", "a", "word", "Word", ". ", "é", "e\u{301}", "1.5", "GB/T 1804—2000", "H01L 21/00",
    "5W-30",
    "%", "👩\u{200D}👧\u{200D}👦", "🙂", "🇨🇳", "Ａ", "１",
  ]

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `any passage has its span, about the length, and borders that part nothing`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let count = Int.random(in: 1...150, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      let bytes = Array(text.utf8)
      let tokens = Self.tokens(of: bytes)
      let (first, last) = (
        Int.random(in: 0...count, using: &generator), Int.random(in: 0...3, using: &generator)
      )
      let spanned = tokens.dropFirst(first).prefix(last + 1)
      let start = spanned.first?.bytes.lowerBound ?? 0
      let span = start..<spanned.reduce(start) { max($0, $1.bytes.upperBound) }
      let length = Int.random(in: 1...80, using: &generator)
      let passage = PassageBorders(
        bytes, around: span, in: 0..<bytes.count, characters: length, matches: []
      ).passage
      func isBorder(_ place: Int) -> Bool {
        let index = text.utf8.index(text.startIndex, offsetBy: place)
        return index.samePosition(in: text) != nil
          && !tokens.contains {
            $0.isWord && $0.bytes.lowerBound < place && place < $0.bytes.upperBound
          }
      }
      #expect(isBorder(passage.lowerBound) && isBorder(passage.upperBound))
      #expect(passage.lowerBound <= span.lowerBound && passage.upperBound >= span.upperBound)
      var widened = span
      while !isBorder(widened.lowerBound) { widened = widened.lowerBound - 1..<widened.upperBound }
      while !isBorder(widened.upperBound) { widened = widened.lowerBound..<widened.upperBound + 1 }
      let shown = PassageText(bytes, passage).marked(by: []).text.unicodeScalars.count
      #expect(shown <= length + length / 10 || passage == widened)
    }
  }

  private static func tokens(of bytes: [UInt8]) -> [(bytes: Range<Int>, isWord: Bool)] {
    let interner = TokenInterner()
    var buffer = TokenBuffer(keepsRanges: true)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe Analyzer.standard.analyze($0, into: &buffer, interning: interner)
    }
    return (0..<buffer.count).map { place in
      let token = buffer[place]
      let isRun = String(decoding: bytes[token.start..<token.end], as: UTF8.self).contains {
        $0.unicodeScalars.contains {
          $0.properties.isIdeographic || (0x3040..<0x3100).contains($0.value)
        }
      }
      return (token.start..<token.end, !isRun)
    }.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }
}
