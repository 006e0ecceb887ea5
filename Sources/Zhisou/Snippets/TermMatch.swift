/// A token of a text that is a term of the query, or has one in it.
struct TermMatch {
  /// What of the token is the term.
  enum Part {
    case whole
    /// Words of the code that it is another form of.
    case ofCode
    case firstCharacter
    case lastCharacter
  }

  /// The bytes of the token.
  let bytes: Range<Int>
  /// Its characters, counted from the beginning of the text.
  var characters = 0..<0
  /// The number of the term in the query.
  let term: Int
  let part: Part
}
