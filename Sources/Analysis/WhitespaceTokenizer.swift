/// Splits a text that is already tokens with single spaces between them.
struct WhitespaceTokenizer {
  /// Bytes of a token that are looked at: no dictionary takes longer words.
  static let longestToken = 1 << 10

  private let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Adds the tokens of a text as they stand.
  func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer) {
    guard let bytes = text.baseAddress else { return }
    let space = UInt8(ascii: " ")
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, unsafe bytes[end] != space { end &+= 1 }
      let token = unsafe UnsafeBufferPointer(
        start: bytes + start, count: min(end &- start, Self.longestToken))
      if end > start, let key = unsafe key(of: token) { tokens.append(key, from: start, to: end) }
      start = end &+ 1
    }
  }

  /// One or two characters with dense ids are their own key, all else is interned.
  private func key(of token: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if token.count == 6 || token.count == 3 {
      let first = unsafe denseID(in: token, at: 0)
      let second = unsafe token.count == 6 ? denseID(in: token, at: 3) : 0
      if first != 0, second != 0 || token.count == 3 {
        return TermKey.bigram(first: first, second: second)
      }
    }
    return unsafe vocabulary.key(of: token)
  }

  /// The dense id of the three bytes at an index, which the token has; 0 if they are not one.
  private func denseID(in token: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    let first = unsafe UInt32(token[index])
    let second = unsafe UInt32(token[index &+ 1])
    let third = unsafe UInt32(token[index &+ 2])
    guard first & 0xF0 == 0xE0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return 0 }
    return TermKey.denseID(of: (first & 0x0F) &<< 12 | (second & 0x3F) &<< 6 | third & 0x3F)
  }
}
