/// A term as an index has it.
package enum IndexedTerm: Hashable, Sendable {
  /// Two characters that stand together, by their `TermKey`.
  case pair(UInt32)
  /// A character by itself or in any pair, by its dense id.
  case character(UInt32)
  /// A token that is interned, by its bytes: a word, a code, one or two characters of which one is an
  /// ideograph beyond the basic plane.
  case word([UInt8])
}
