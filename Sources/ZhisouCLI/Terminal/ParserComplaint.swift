import Zhisou

/// What the argument parser says is wrong, which it says in English.
struct ParserComplaint {
  private static let patterns = SentencePattern.table(ChineseTexts.parser.keys)

  /// The complaint on one line, so that it can be said in another language.
  let message: Message

  init(_ text: String) {
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    message = Message(line, following: Self.patterns)
  }
}
