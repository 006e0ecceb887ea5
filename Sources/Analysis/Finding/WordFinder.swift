/// Finds what of a text is read as one: words, numbers and codes.
package enum WordFinder {
  /// The ranges of bytes of all words, numbers and codes of a text; those of codes overlap others.
  ///
  /// - Complexity: O(length).
  package static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var text = TextUnits(interner: TokenInterner(), grows: true)
    unsafe text.read(bytes)
    let (units, forms) = (text.units, text.forms)
    let words = units.filter { $0.key & TermKey.internedFlag != 0 }.map { $0.start..<$0.end }
    return words + forms.map { units[$0.units.lowerBound].start..<$0.end }
  }
}
