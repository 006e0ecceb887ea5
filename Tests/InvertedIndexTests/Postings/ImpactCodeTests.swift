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

  @Test(arguments: averages)
  func `code and residue give the frequency back or say that they cannot`(average: UInt32) {
    let code = ImpactCode(averageLength: average)
    for length in Self.lengths {
      let saturation = code.saturation(length: length)
      for frequency in Self.frequencies {
        let value = code.code(frequency: frequency, saturation: saturation)
        let (least, most) = code.frequencies(code: value, saturation: saturation)
        let residue = ImpactCode.residue(of: frequency)
        let found = code.frequency(code: value, residue: residue, saturation: saturation)
        let isRight = least <= frequency && frequency <= most && (found ?? frequency) == frequency
        if !isRight {
          Issue.record("length \(length), frequency \(frequency): \(String(describing: found))")
          return
        }
      }
    }
  }

  @Test func `the range of a code is all frequencies with this code`() {
    let code = ImpactCode(averageLength: 25_600)
    for length: UInt32 in [0, 50, 100, 700] {
      let saturation = code.saturation(length: length)
      for value: UInt32 in 1...255 {
        let twins = (1...4000).filter {
          code.code(frequency: UInt32($0), saturation: saturation) == value
        }
        let (least, most) = code.frequencies(code: value, saturation: saturation)
        if let first = twins.first, let last = twins.last {
          #expect(least == first)
          if last < 4000 { #expect(most == last) }
        } else if least <= 4000 {
          #expect(most < least)
        }
      }
    }
  }

  @Test func `small frequencies in documents of ordinary length need no escape`() {
    let code = ImpactCode(averageLength: 25_600)
    for length: UInt32 in 20...400 {
      let saturation = code.saturation(length: length)
      for frequency: UInt32 in 1...8 {
        let value = code.code(frequency: frequency, saturation: saturation)
        let found = code.frequency(
          code: value, residue: ImpactCode.residue(of: frequency), saturation: saturation)
        #expect(found == frequency)
      }
    }
  }
}
