/// What scoring takes, in nanoseconds, measured on corpora of 100,000 to 29 million documents: what the ways
/// to score are chosen by.
enum ScoringCost {
  /// For a posting.
  static let posting = 2.5
  /// For a block and a term, where blocks follow one another.
  static let blockInRun = 1.3
  /// For a block and a term, where a block is looked for.
  static let singleBlock = 9.0
}
