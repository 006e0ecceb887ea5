/// The passages of a document that cover a query best.
public struct Snippet: Equatable, Sendable {
  /// The passages in the order of the document; they do not overlap.
  public let passages: [Passage]
  /// All passages on one line, with an ellipsis wherever text is left out.
  public let joined: MarkedText

  /// All passages on one line, with an ellipsis wherever text is left out.
  public var text: String { joined.text }

  init(_ passages: [Passage]) {
    self.passages = passages
    var text = passages.first?.isCutBefore == true ? "…" : ""
    var hits: [Range<Int>] = []
    for (place, passage) in passages.enumerated() {
      if place > 0 { text += " … " }
      let offset = text.utf8.count
      text += passage.content.text
      hits += passage.content.hitsInUTF8.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
    if passages.last?.isCutBehind == true { text += "…" }
    joined = MarkedText(text: text, hitsInUTF8: hits)
  }
}
