/// Where a tokenizer takes the keys of its interned tokens from.
struct Vocabulary {
  let interner: TokenInterner
  /// Whether a token that the interner does not know is added, rather than left out.
  let grows: Bool
  /// Whether a character that is in no pair of two dense ids is a token of its own too, by which a
  /// query of that character finds it.
  let hasCharacters: Bool
  /// What stands for a token that the interner does not know, where such tokens are not left out.
  var unknownKey: UInt32?

  /// The key of an interned token; `nil` leaves it out.
  func key(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let id = unsafe grows ? interner.intern(bytes) : interner.find(bytes)
    guard let id else { return unknownKey }
    return id | TermKey.internedFlag
  }
}
