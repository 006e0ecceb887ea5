/// A place of a text that has a term.
package struct TermMatch: Equatable, Sendable {
  /// The number of the term.
  package let term: Int
  /// The bytes of the text.
  package let bytes: Range<Int>
  /// The characters, which are Unicode scalars, counted from the beginning of the text.
  package let characters: Range<Int>
  /// Whether the term is a form of the code that stands there, and perhaps of fewer of its words.
  package let isForm: Bool

  package init(term: Int, bytes: Range<Int>, characters: Range<Int>, isForm: Bool) {
    self.term = term
    self.bytes = bytes
    self.characters = characters
    self.isForm = isForm
  }
}
