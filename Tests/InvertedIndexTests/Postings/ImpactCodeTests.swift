import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct ImpactCodeTests {
  private static let averages: [UInt32] = [1, 256, 25_600, 85_333, 1 << 20]
  private static let lengths: [UInt32] = [
    0, 1, 2, 10, 99, 100, 101, 333, 1000, 65_534, 65_535, 1_000_000, .max,
  ]

  /// Frequencies small and large.
  private static let frequencies: [UInt32] =
    Array(1...5000) + [10_000, 65_535, 1 << 20, 1 << 24, 1 << 31, .max]

  @Test(arguments: averages)
  func `K is the formula in 65536ths, rounded down`(average: UInt32) {
    let code = ImpactCode(averageLength: average)
    for length in Self.lengths {
      let exact =
        1.2 * (0.25 + 0.75 * Double(length) / (Double(average) / 256)) * 65_536
      let found = Double(code.saturation(length: length))
      #expect(found <= exact)
      #expect(found > exact * 0.99999 - 2)
    }
  }

  @Test(arguments: averages)
  func `a code is the least of 255ths that the saturation does not exceed`(average: UInt32) {
    let code = ImpactCode(averageLength: average)
    for length in Self.lengths {
      let saturation = code.saturation(length: length)
      for frequency in Self.frequencies {
        let value = UInt64(code.code(frequency: frequency, saturation: saturation))
        // value / 255 >= tf / (tf + K) > (value - 1) / 255, multiplied out.
        let scaled = UInt64(frequency) << 16
        let sum = scaled + saturation
        let isBound = value * sum >= 255 * scaled && (value - 1) * sum < 255 * scaled
        if !isBound || !(1...255).contains(value) {
          Issue.record("length \(length), frequency \(frequency): \(value)")
          return
        }
      }
    }
  }
}
