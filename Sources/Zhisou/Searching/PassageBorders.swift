/// Chooses where a passage begins and ends: at borders of sentences where they are near.
struct PassageBorders {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// A range of about so many characters around a span of bytes.
  ///
  /// It begins behind the sentence end before the span, if that is within a third of the length, or
  /// else a few characters before the span, and ends at the length.
  func passage(around span: Range<Int>, characters: Int) -> Range<Int> {
    var start = span.lowerBound
    var steps = 0
    while start > 0, steps < characters / 3 {
      let previous = UTF8Border.start(ofCharacterBefore: start, in: text)
      if isSentenceEnd(at: previous) { break }
      start = previous
      steps += 1
    }
    if steps == characters / 3, start > 0 {
      start = span.lowerBound
      for _ in 0..<(characters / 8) {
        start = UTF8Border.start(ofCharacterBefore: start, in: text)
      }
    }
    var end = start
    var count = 0
    while end < text.count, count < characters || end < span.upperBound {
      let next = UTF8Border.end(ofCharacterAt: end, in: text)
      count += 1
      end = next
    }
    return start..<end
  }

  /// Whether the character at a place ends a sentence: 。！？；!?; or a line end.
  private func isSentenceEnd(at place: Int) -> Bool {
    switch text[place] {
    case UInt8(ascii: "\n"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return true
    case 0xE3: return text[place...].starts(with: "。".utf8)
    case 0xEF:
      return ["！", "？", "；"].contains { text[place...].starts(with: $0.utf8) }
    default: return false
    }
  }
}
