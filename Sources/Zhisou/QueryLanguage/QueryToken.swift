/// A piece of a query that means one thing, and where it stands.
struct QueryToken: Equatable {
  /// What a token is.
  enum Kind: Equatable {
    /// A plain word.
    case word
    /// A word with a star at its end.
    case prefix
    /// A star by itself.
    case star
    /// A phrase; the range has the marks around it.
    case phrase
    /// A parenthesis that opens or closes a group.
    case open, close
    /// AND, OR, NOT.
    case and, or, not
    /// `+` and `-` in front of an operand.
    case plus, minus
    /// The name of a field with the colon.
    case field(QueryField)
    /// `^` and the number behind it.
    case boost(Float)
  }

  let kind: Kind
  /// Scalars of the text.
  let range: Range<Int>

  /// Whether an operand has to follow.
  var awaitsOperand: Bool {
    switch kind {
    case .and, .or, .not, .plus, .minus, .field: true
    case .word, .prefix, .star, .phrase, .open, .close, .boost: false
    }
  }
}
