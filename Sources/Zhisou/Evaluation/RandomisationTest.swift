/// A paired, two-sided randomisation test of the difference between two runs.
///
/// If the runs were alike, each query's difference could as well have had the other sign. Signs are
/// drawn at random many times; p is the part of the draws, the observed one among them, whose mean
/// is as far from 0 as the observed mean or further: (count + 1) / (draws + 1). The test that Smucker,
/// Allan and Carterette recommend ("A comparison of statistical significance tests for information
/// retrieval evaluation", 2007). The same differences and seed give the same p everywhere.
public struct RandomisationTest: Equatable, Sendable {
  /// The mean of the differences.
  public let meanDifference: Double
  /// The probability of such a mean, or one further from 0, if the runs were alike.
  public let pValue: Double

  /// Tests the differences of pairs.
  ///
  /// - Parameters:
  ///   - differences: a number for each query; all queries count, those that do not differ too.
  ///   - draws: how often signs are drawn.
  ///   - seed: where the random numbers begin.
  /// - Complexity: O(draws · differences that are not 0).
  public init(differences: [Double], draws: Int = 10_000, seed: UInt64 = 1) {
    let sum = differences.reduce(0, +)
    meanDifference = sum / Double(max(differences.count, 1))
    let changed = differences.filter { $0 != 0 }
    // Sums that are equal but for the order of rounding count as equal.
    let threshold = abs(sum) - 1e-11 * changed.reduce(0) { $0 + abs($1) }
    var generator = SplitMix64(seed: seed)
    var count = 0
    for _ in 0..<draws where abs(Self.sumWithRandomSigns(changed, &generator)) >= threshold {
      count += 1
    }
    pValue = Double(count + 1) / Double(draws + 1)
  }

  private static func sumWithRandomSigns(
    _ values: [Double], _ generator: inout SplitMix64
  ) -> Double {
    var sum = 0.0
    var signs: UInt64 = 0
    for (place, value) in values.enumerated() {
      if place % 64 == 0 { signs = generator.next() }
      sum += Double(bitPattern: value.bitPattern ^ (signs & 1) << 63)
      signs >>= 1
    }
    return sum
  }
}
