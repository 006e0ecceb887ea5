/// The parts of a classification symbol while a document gives them one by one.
struct ClassificationParts {
  private var symbol: [UInt8] = []
  private var hasText = false

  /// Says that the document gives the whole symbol too, which is then the one to take.
  mutating func noteText() {
    hasText = true
  }

  /// Takes the next part: section, class, subclass and group stand together, a slash leads to the
  /// subgroup.
  mutating func add(_ part: [UInt8]) {
    if symbol.count > 4 { symbol.append(0x2F) }
    symbol += part
  }

  /// Adds the symbol of the parts to a record, unless it came as a whole.
  func add(to builder: inout RecordBuilder) {
    if !hasText { builder.addCode(symbol) }
  }
}
