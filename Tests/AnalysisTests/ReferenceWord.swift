/// A word of a code in the slow tokenizer.
struct ReferenceWord {
  let token: ReadToken
  /// Whether it ended by itself, rather than at the longest length.
  let isWhole: Bool

  var text: String { token.text }
}
