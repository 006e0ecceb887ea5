/// The front of an XML document, up to its root element, as far as its document type needs care
/// (XML 1.0, section 2.8).
///
/// Pushed in pieces, libxml2 before 2.11 takes the first `>` for the end of a document type, even in
/// a quoted name, so that it would depend on the pieces whether the document can be read. The names
/// are never used, so that the bracket can as well be left out.
struct XMLProlog {
  private var state = State.between

  private enum State {
    case between
    /// Behind `<`, and behind `<!`.
    case markup, declaration
    /// Behind so many hyphens in a row, those that open the comment not counted.
    case comment(hyphens: Int)
    case instruction(last: UInt8)
    case documentType
    case literal(quote: UInt8)
    /// Inside the document type, which libxml2 waits for the end of.
    case over
    /// The root element has begun.
    case root
  }

  /// Whether the root element has begun, though its tag may not be whole.
  var isAtRoot: Bool {
    if case .root = state { true } else { false }
  }

  /// The index of the next `<` or `>` in a quoted name of the document type, nil when the text has
  /// none.
  ///
  /// What a call has passed is not to be given again: the next begins behind the bracket, or with
  /// the next piece. Complexity: O(length), and O(1) behind the prolog.
  mutating func nextQuotedBracket(in text: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      switch state {
      case .over, .root: return nil
      default: break
      }
      let byte = text[index]
      if case .literal = state, byte == 0x3C || byte == 0x3E { return index }
      state = Self.state(behind: byte, in: state)
      index += 1
    }
    return nil
  }

  private static func state(behind byte: UInt8, in state: State) -> State {
    switch (state, byte) {
    case (.between, 0x3C): .markup
    case (.between, _): .between
    case (.markup, 0x21): .declaration
    case (.markup, 0x3F): .instruction(last: 0)
    case (.declaration, 0x2D): .comment(hyphens: -1)
    case (.declaration, 0x44): .documentType
    case (.comment(let hyphens), 0x2D): .comment(hyphens: min(hyphens + 1, 2))
    case (.comment(hyphens: 2), 0x3E): .between
    case (.comment, _): .comment(hyphens: 0)
    case (.instruction(last: 0x3F), 0x3E): .between
    case (.instruction, _): .instruction(last: byte)
    case (.documentType, 0x22), (.documentType, 0x27): .literal(quote: byte)
    case (.documentType, 0x5B): .over
    case (.documentType, 0x3E): .between
    case (.documentType, _): .documentType
    case (.literal(let quote), _): byte == quote ? .documentType : state
    case (.markup, _), (.root, _): .root
    case (.declaration, _), (.over, _): .over
    }
  }
}
