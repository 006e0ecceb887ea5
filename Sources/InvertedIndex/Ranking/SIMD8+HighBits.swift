/// How lanes of 16 bits are compared here: by differences and their high bits, since the operators of the
/// standard library go from lane to lane.
extension SIMD8<UInt16> {
  /// Whether a lane has its high bit.
  @inline(__always)
  var hasHighBit: Bool {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (halves[0] | halves[1]) & 0x8000_8000_8000_8000 != 0
  }

  /// The high bits of the lanes, that of the first lane lowest.
  @inline(__always)
  var highBits: UInt64 {
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Self.gather(halves[0]) | Self.gather(halves[1]) &<< 4
  }

  /// A product brings the high bits of four lanes side by side; no two of its sums meet.
  @inline(__always)
  private static func gather(_ half: UInt64) -> UInt64 {
    (((half &>> 15) & 0x0001_0001_0001_0001) &* 0x0001_0002_0004_0008) &>> 48 & 0xF
  }
}
