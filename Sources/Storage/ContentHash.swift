/// A 128-bit hash of bytes that is the same on every machine; not for secrets.
///
/// Eight bytes a step, each folded in by a 64 by 64 bit multiplication (after Wang Yi's wyhash).
package struct ContentHash: Equatable, Sendable {
  package private(set) var low: UInt64
  package private(set) var high: UInt64

  /// The sum of no hashes.
  package static let zero = ContentHash(low: 0, high: 0)

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  package init(_ bytes: UnsafeRawBufferPointer) {
    low = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    high = 0xD1B5_4A32_D192_ED03
    unsafe combine(bytes)
  }

  /// Folds more bytes in; where one run ends and the next begins makes a difference.
  package mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset &+ 8 <= bytes.count {
      step(
        unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset &+= 8
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count {
      rest |= unsafe UInt64(bytes[offset]) &<< shift
      shift &+= 8
      offset &+= 1
    }
    step(rest)
    step(UInt64(bytes.count))
  }

  package mutating func combine(_ value: UInt64) {
    step(value)
  }

  @inline(__always)
  private mutating func step(_ word: UInt64) {
    let product = (low ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    low = product.high ^ product.low &+ high
    high = (high ^ word) &* 0xE703_7ED1_A0B4_28DB
    high ^= high &>> 32
  }

  /// The sum modulo 2^128: the hash of a set, whatever its order.
  package static func + (left: ContentHash, right: ContentHash) -> ContentHash {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    return ContentHash(low: low, high: left.high &+ right.high &+ (carry ? 1 : 0))
  }

  /// The inverse of `+`.
  package static func - (left: ContentHash, right: ContentHash) -> ContentHash {
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    return ContentHash(low: low, high: left.high &- right.high &- (borrow ? 1 : 0))
  }
}

extension ContentHash: CustomStringConvertible {
  /// 32 hexadecimal digits.
  package var description: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
