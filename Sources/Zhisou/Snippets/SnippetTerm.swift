/// A term that snippets look for, and what it counts for a passage to have it.
struct SnippetTerm {
  enum Form {
    /// A token with a key of its own: two characters that stand together, or a character alone.
    case key(UInt32)
    /// A token that is interned, by its bytes: a word, a number, a code in its normal form.
    case word([UInt8])
    /// A character wherever it stands, by its dense id.
    case character(UInt32)
  }

  let form: Form
  let weight: Double
}
