import Zhisou

/// A distribution of whole numbers given by its quantiles, with straight lines between.
///
/// Integers alone are used, so that the same numbers come out on every machine.
struct QuantileTable: Sendable {
  private let quantiles: [Int]

  /// Quantiles at equal distances, the first and the last included; at least two.
  init(_ quantiles: [Int]) {
    precondition(quantiles.count >= 2)
    self.quantiles = quantiles
  }

  /// The value at a place between 0 and 1, given as 32 bits of fraction.
  func value(at fraction: UInt32) -> Int {
    let place = UInt64(fraction) * UInt64(quantiles.count - 1)
    let index = Int(place >> 32)
    let (low, high) = (quantiles[index], quantiles[index + 1])
    return low + (((high - low) * Int((place & 0xFFFF_FFFF) >> 8)) >> 24)
  }
}

extension SplitMix64 {
  /// A number from 0 to below `bound`, by Lemire's multiplication without its correction.
  mutating func below(_ bound: Int) -> Int {
    Int(((next() >> 32) * UInt64(bound)) >> 32)
  }

  /// Whether something happens that happens once in `count` times.
  mutating func oneIn(_ count: Int) -> Bool {
    below(count) == 0
  }

  mutating func value(of table: QuantileTable) -> Int {
    table.value(at: UInt32(truncatingIfNeeded: next() >> 32))
  }

  mutating func element<Element>(of list: [Element]) -> Element {
    list[below(list.count)]
  }

  /// A number below `2^bits.upperBound`; each bound `2^bits` is as likely as any other, which is near
  /// Zipf's law with exponent 1 above the smallest.
  mutating func rank(bits: ClosedRange<Int>) -> Int {
    let random = next()
    let size = bits.lowerBound + Int(((random >> 32) * UInt64(bits.count)) >> 32)
    return Int(random & 0xFFFF_FFFF) & ((1 << size) - 1)
  }
}
