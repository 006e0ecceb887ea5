import Analysis

/// A token with its text in place of its key, as tests read it.
struct ReadToken: Hashable, Comparable, CustomStringConvertible {
  let text: String
  let start: Int
  let end: Int
  var isExtra = false

  var description: String { "\(text)[\(start)..<\(end)]\(isExtra ? "+" : "")" }

  static func < (left: ReadToken, right: ReadToken) -> Bool {
    (left.start, left.end, left.text, left.isExtra ? 1 : 0)
      < (right.start, right.end, right.text, right.isExtra ? 1 : 0)
  }
}

/// The tokens that the standard analyzer finds in bytes.
func analyzed(_ bytes: [UInt8]) -> [ReadToken] {
  let interner = TokenInterner()
  var buffer = TokenBuffer(keepsRanges: true)
  unsafe bytes.withUnsafeBufferPointer { text in
    unsafe Analyzer.standard.analyze(text, into: &buffer, interning: interner)
  }
  return (0..<buffer.count).map { index in
    let token = buffer[index]
    return ReadToken(
      text: text(of: token.key, in: interner), start: token.start, end: token.end,
      isExtra: token.isExtra)
  }
}

/// The texts of the tokens without the extras, in their order.
func words(_ text: String) -> [String] {
  analyzed(Array(text.utf8)).filter { !$0.isExtra }.map(\.text)
}

/// The texts of the extra tokens.
func extras(_ text: String) -> Set<String> {
  Set(analyzed(Array(text.utf8)).filter(\.isExtra).map(\.text))
}

/// The texts of all tokens.
func terms(_ text: String) -> Set<String> {
  Set(analyzed(Array(text.utf8)).map(\.text))
}

/// The text of a key, of either kind.
func text(of key: UInt32, in interner: TokenInterner) -> String {
  guard key & TermKey.internedFlag != 0 else { return TermKey.text(of: key) }
  return unsafe interner.withBytes(of: key & ~TermKey.internedFlag) { bytes in
    unsafe String(decoding: Array(bytes), as: UTF8.self)
  }
}
