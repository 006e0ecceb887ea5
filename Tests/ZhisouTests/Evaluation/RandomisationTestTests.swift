import TestSupport
import Testing
import Zhisou

/// The randomisation test against all sign flips, and where its answer is known.
@Suite struct RandomisationTestTests {
  /// The part of all ways to choose signs whose sum is as far from 0 as the observed one.
  private func exact(_ differences: [Int]) -> Double {
    let observed = abs(differences.reduce(0, +))
    var count = 0
    for signs in 0..<(1 << differences.count) {
      let sum = differences.enumerated().reduce(0) { sum, difference in
        signs >> difference.offset & 1 == 1 ? sum - difference.element : sum + difference.element
      }
      if abs(sum) >= observed { count += 1 }
    }
    return Double(count) / Double(1 << differences.count)
  }

  @Test func `p is near that of all sign flips`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let differences = (0..<Int.random(in: 1...11, using: &generator)).map { _ in
        Int.random(in: -4...6, using: &generator)
      }
      // Tenths are not exact in binary: sums that should be equal differ in their last bits.
      let test = RandomisationTest(differences: differences.map { Double($0) / 10 })
      #expect(abs(test.pValue - exact(differences)) < 0.025, "\(differences)")
      let mean = Double(differences.reduce(0, +)) / 10 / Double(differences.count)
      #expect(abs(test.meanDifference - mean) < 1e-12)
    }
  }

  @Test func `no difference, and a difference in every one of many queries`() {
    #expect(RandomisationTest(differences: [0, 0, 0]).pValue == 1)
    #expect(RandomisationTest(differences: [0.5, -0.5]).pValue == 1)
    #expect(RandomisationTest(differences: []).pValue == 1)
    let sure = RandomisationTest(differences: [Double](repeating: 0.1, count: 200), draws: 999)
    #expect(sure.pValue == 1.0 / 1000)
    #expect(abs(sure.meanDifference - 0.1) < 1e-12)
  }

  @Test func `signs change nothing, queries without a difference count in the mean only`() {
    let differences = (1...70).map { Double($0 * 37 % 23) - 10.5 }
    let test = RandomisationTest(differences: differences, draws: 2000)
    #expect(test == RandomisationTest(differences: differences, draws: 2000))
    #expect(test.pValue > 0.01 && test.pValue < 0.99)
    let opposite = RandomisationTest(differences: differences.map { -$0 }, draws: 2000)
    #expect(opposite.pValue == test.pValue && opposite.meanDifference == -test.meanDifference)
    let padded = RandomisationTest(
      differences: differences + [Double](repeating: 0, count: 70), draws: 2000)
    #expect(padded.pValue == test.pValue)
    #expect(abs(padded.meanDifference * 2 - test.meanDifference) < 1e-12)
    let other = RandomisationTest(differences: differences, draws: 2000, seed: 2)
    #expect(other.pValue != test.pValue && abs(other.pValue - test.pValue) < 0.1)
  }
}
