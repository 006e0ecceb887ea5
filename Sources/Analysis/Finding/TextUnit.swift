/// What phrases are compared by: a character of a run, or a word.
struct TextUnit {
  /// The key of a character, or of a word as `TermKey` has interned tokens; the two never meet.
  var key: UInt32
  /// Whether it is in one run with the unit before it, so that the two are a bigram.
  let isJoined: Bool
  /// The offset in bytes of its beginning.
  let start: Int
  /// The offset in bytes behind its end, marks included.
  var end: Int

  /// The key of a character of runs: its dense id, or the scalar of an ideograph beyond the basic
  /// plane, which is greater than any.
  static func key(of character: FoldedCharacter) -> UInt32 {
    character.denseID == 0 ? character.code : character.denseID
  }
}

/// Another form of a code, or of a word with signs behind it, that stands for its units.
struct CodeForm {
  /// The key as `TermKey` has interned tokens.
  let key: UInt32
  /// The units in whose place it stands.
  let units: Range<Int>
  /// The offset in bytes behind its end.
  let end: Int
}
