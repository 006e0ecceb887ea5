/// What hits are sorted by; ties come in the order of documents.
package enum SortOrder: Sendable {
  /// The highest score first.
  case score
  /// The newest date first, of one date the highest score; documents without a date last.
  case date

  /// A number that is the higher, the earlier a document comes.
  ///
  /// Its low half are the bits of the score. Scores are not negative, so that their bits are ordered as they are.
  @inline(__always)
  func rank(score: Float, date: @autoclosure () -> UInt32) -> UInt64 {
    switch self {
    case .score: UInt64(score.bitPattern)
    case .date: UInt64(date()) << 32 | UInt64(score.bitPattern)
    }
  }
}
