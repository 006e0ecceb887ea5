import Zhisou

/// What the argument parser says is wrong, which it says in English.
struct ParserComplaint {
  /// The complaint, with what it quotes as values, so that it can be said in another language.
  let message: Message

  init(_ text: String) {
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else {
      message = Message(line)
      return
    }
    var template = Message.StringInterpolation(
      literalCapacity: line.utf8.count, interpolationCount: parts.count / 2)
    for (place, part) in parts.enumerated() {
      if place > 0 { template.appendLiteral("'") }
      if place.isMultiple(of: 2) {
        template.appendLiteral(String(part))
      } else {
        template.appendInterpolation(part)
      }
    }
    message = Message(stringInterpolation: template)
  }
}
