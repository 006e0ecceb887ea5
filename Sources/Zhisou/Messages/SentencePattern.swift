/// The template of a sentence that another module says, for sentences that follow it.
///
/// A module that knows no messages says English sentences with their values in place. The patterns of
/// a table find what the template was and what the values are.
public struct SentencePattern: Sendable {
  /// The template with `{1}`, `{2}` … in this order.
  let template: String
  /// What stands between the values.
  private let pieces: [Substring]

  /// A pattern of a template whose values are numbered in their order.
  public init(_ template: String) {
    self.template = template
    var pieces: [Substring] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      // A brace that numbers nothing is part of the sentence.
      guard Int(rest[rest.index(after: open)..<close]) == pieces.count + 1 else { break }
      pieces.append(rest[..<open])
      rest = rest[rest.index(after: close)...]
    }
    self.pieces = pieces + [rest]
  }

  /// The bytes that are the same in every sentence.
  private var fixedBytes: Int { pieces.reduce(0) { $0 + $1.utf8.count } }

  /// Patterns of all templates, those first that say most themselves.
  public static func table(_ templates: some Sequence<String>) -> [SentencePattern] {
    templates.map { SentencePattern($0) }.sorted {
      ($1.fixedBytes, $0.template) < ($0.fixedBytes, $1.template)
    }
  }

  /// The values of a sentence, each as short as can be, the last one the rest; `nil` when the sentence
  /// does not follow the template.
  func values(in sentence: Substring) -> [Substring]? {
    guard pieces.count > 1 else { return sentence == template ? [] : nil }
    guard sentence.hasPrefix(pieces[0]) else { return nil }
    var values: [Substring] = []
    var rest = sentence.dropFirst(pieces[0].count)
    for piece in pieces[1...].dropLast() {
      guard let range = rest.firstRange(of: piece) else { return nil }
      values.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    guard let last = pieces.last, rest.hasSuffix(last) else { return nil }
    return values + [rest.dropLast(last.count)]
  }
}

extension Message {
  /// A sentence of another module as a message, and so its values where they are sentences too; a
  /// message without a translation when it follows no pattern.
  ///
  /// - Complexity: O(patterns × length of the sentence).
  public init(_ sentence: some StringProtocol, following patterns: [SentencePattern]) {
    let sentence = Substring(sentence)
    for pattern in patterns {
      guard let values = pattern.values(in: sentence) else { continue }
      let messages = values.map { Argument.message(Message($0, following: patterns)) }
      self.init(template: pattern.template, arguments: messages)
      return
    }
    // As a value, so that no text for other messages is taken for it.
    self.init(template: "{1}", arguments: [.text(String(sentence))])
  }
}
