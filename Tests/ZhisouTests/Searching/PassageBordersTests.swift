import TestSupport
import Testing

@testable import Zhisou

@Suite struct PassageBordersTests {
  /// The passage around the first place of a word.
  private static func passage(
    of text: String, around word: String, characters: Int
  ) throws -> String {
    let range = try #require(text.firstRange(of: word))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let bytes = Array(text.utf8)
    let passage = PassageBorders(bytes).passage(
      around: start..<(start + word.utf8.count), characters: characters)
    return String(decoding: bytes[passage], as: UTF8.self)
  }

  @Test(arguments: ["。", "！", "？", "；", "!", "?", ";", "\n"])
  func `a passage begins behind the end of a sentence that is near`(mark: String) throws {
    let text = "前面的一句\(mark)后面有磨削烧伤的一句话，还有许多字"
    #expect(try Self.passage(of: text, around: "磨削", characters: 15) == "后面有磨削烧伤的一句话，还有许")
  }

  @Test(arguments: ["，", "、", ".", "：", "〃", "｡"])
  func `other punctuation ends no sentence`(mark: String) throws {
    let text = "前面的一句\(mark)后面有磨削烧伤"
    #expect(try Self.passage(of: text, around: "磨削", characters: 40).hasPrefix("前面的一句"))
  }

  @Test func `a sentence that began far before is cut a few characters before the span`() throws {
    let text = "头。" + String(repeating: "远", count: 30) + "一二三磨削烧伤四五六七八九十"
    #expect(
      try Self.passage(of: text, around: "磨削", characters: 24)
        == "一二三磨削烧伤四五六七八九十"
        .prefix(24).description)
    #expect(try Self.passage(of: text, around: "磨削", characters: 8) == "三磨削烧伤四五六")
  }

  @Test func `a span near the beginning shows the beginning`() throws {
    #expect(try Self.passage(of: "一二磨削三四五六七八", around: "磨削", characters: 9) == "一二磨削三四五六七")
    #expect(try Self.passage(of: "磨削", around: "磨削", characters: 80) == "磨削")
  }

  @Test func `a span longer than the passage is shown whole`() throws {
    let text = "一二三四五六七八九十"
    #expect(try Self.passage(of: text, around: "三四五六七八", characters: 3) == "三四五六七八")
    #expect(try Self.passage(of: text, around: "三四五六七八", characters: 0) == "三四五六七八")
  }

  @Test func `any passage has whole characters, its span and about the length`() {
    var generator = SeededGenerator(seed: 1)
    let pieces = ["a", "é", "磨", "𬭎", "。", "\n", " ", "！", "；", "削"]
    for _ in 0..<3000 {
      let characters = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        Array((pieces.randomElement(using: &generator) ?? "a").utf8)
      }
      let text = characters.flatMap { $0 }
      var borders = [0]
      for character in characters { borders.append((borders.last ?? 0) + character.count) }
      let first = Int.random(in: 0..<borders.count, using: &generator)
      let last = Int.random(in: first..<borders.count, using: &generator)
      let span = borders[first]..<borders[last]
      let count = Int.random(in: 0...30, using: &generator)
      let passage = PassageBorders(text).passage(around: span, characters: count)
      #expect(passage.lowerBound <= span.lowerBound && passage.upperBound >= span.upperBound)
      #expect(borders.contains(passage.lowerBound) && borders.contains(passage.upperBound))
      let shown = borders.count { passage.contains($0) }
      let isAsLong = shown == count || passage.upperBound == text.count && shown < count
      #expect(isAsLong || passage.upperBound == span.upperBound && shown > count)
      #expect(
        borders.count { $0 >= passage.lowerBound && $0 < span.lowerBound } <= max(1, count / 3))
    }
  }
}
