/// Scores as integers of 15 bits: the largest bound that a query allows is 30,000 units.
///
/// The integer score of a document is the sum of ``SaturationTable`` entries times weights, each
/// product rounded up, so that it is positive where a document has a term. It may differ from the true
/// score in units: stay below it by ``slack`` or exceed it by ``excess(error:)``. So the k best
/// documents all have an integer score of at least that of the k-th best integer score less both.
struct ScoreUnits {
  /// With more terms, rounding alone would fill the units.
  static let mostTerms = 128
  private static let largest: Float = 30_000

  /// What each term counts, in units, rounded up: positive.
  let weights: [UInt32]
  /// Units of a score of 1.
  let scale: Float

  /// The units of a query with these weights, whose bounds may exceed scores by `inflation`.
  ///
  /// - Returns: `nil` where 15 bits cannot hold its bounds or its smallest weight, or a weight is not
  ///   positive.
  init?(_ weights: [Float], inflation: Float) {
    let sum = weights.reduce(0, +)
    scale = Self.largest / inflation / sum
    // A weight is rounded up by one at most, and a bound by fifteen.
    let rounding = Float(weights.count) * (inflation + 15)
    guard weights.allSatisfy({ $0 > 0 }), sum.isFinite, scale.isNormal,
      Self.largest + rounding < Float(Int16.max)
    else { return nil }
    self.weights = weights.map { [scale] in UInt32(($0 * scale).rounded(.up)) }
  }

  /// What a posting counts.
  @inline(__always)
  static func product(_ entry: UInt16, _ weight: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (UInt32(entry) &* weight &+ 65_535) &>> 16)
  }

  /// Units by which an integer score may stay below the true one.
  ///
  /// Each product loses less than one because no entry of the table is 65,536, or for what floats cannot
  /// tell.
  var slack: Int { weights.count }

  /// Units by which an integer score may exceed the true one, given the error of the table.
  ///
  /// Each weight and each product was rounded up by less than one.
  func excess(error: Float) -> Int {
    let sum = weights.reduce(0, +)
    return Int((Float(sum) * error).rounded(.up)) + 2 * weights.count + 1
  }
}
