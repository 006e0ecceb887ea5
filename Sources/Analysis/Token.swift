/// One token of a text.
package struct Token: Equatable, Sendable {
  /// The key of its term, as `TermKey` describes.
  package let key: UInt32
  /// The offset in bytes of its beginning in the text as it was given.
  package let start: Int
  /// The offset in bytes behind its end in the text as it was given.
  package let end: Int
  /// Whether it is another form of a code beside it, which takes no position of its own.
  package let isExtra: Bool

  package init(key: UInt32, start: Int, end: Int, isExtra: Bool) {
    self.key = key
    self.start = start
    self.end = end
    self.isExtra = isExtra
  }
}
