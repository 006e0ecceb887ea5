extension Range {
  /// Whether another range lies within this one.
  func covers(_ other: Range) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
