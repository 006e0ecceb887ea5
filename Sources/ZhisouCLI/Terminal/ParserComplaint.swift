import Zhisou

/// What the argument parser says is wrong, which it says in English.
struct ParserComplaint {
  private static let patterns = SentencePattern.table(ChineseTexts.parser.keys)

  /// The complaint on one line, so that it can be said in another language.
  let message: Message
  /// Whether it asks what was meant.
  private let isQuestion: Bool

  init(_ text: String) {
    var line = text.split { $0.isWhitespace }.joined(separator: " ")
    if line.hasSuffix(".") { line.removeLast() }
    isQuestion = line.hasSuffix("?")
    message = Self.sentence(line)
  }

  /// A sentence of the parser, so that it can be said in another language.
  static func sentence(_ line: String) -> Message {
    Message(line, following: patterns)
  }

  /// The complaint with where help is, unless it helps itself by asking what was meant.
  func message(withHelpOf verb: String?) -> Message {
    if isQuestion { return message }
    guard let verb else { return "\(message); see zhisou --help" }
    return "\(message); see zhisou \(verb) --help"
  }
}
