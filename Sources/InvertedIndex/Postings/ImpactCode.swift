/// One byte for what a posting can contribute: the BM25 saturation `tf / (tf + K)`, rounded up.
///
/// `K = k1 (1 - b + b length / average)` with k1 1.2 and b 0.75 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009). The average is a fixed one, the
/// segment's own when it was written; see FileFormat.md, "Impact codes". All arithmetic is on
/// integers, so that a code means the same on every machine.
package struct ImpactCode: Sendable {
  /// The average length in 1/256 positions, at least 1.
  package let averageLength: UInt32

  package init(averageLength: UInt32) {
    self.averageLength = max(averageLength, 1)
  }

  /// `K` in 1/65536, rounded down, so that codes stay upper bounds.
  @inline(__always)
  func saturation(length: UInt32) -> UInt64 {
    // 0.3 and 0.9 in 1/65536; the average carries 8 fraction bits of its own.
    19_660 &+ ((UInt64(length) &* 58_982) &<< 8) / UInt64(averageLength)
  }

  /// `ceil(255 tf / (tf + K))`, 1 to 255.
  @inline(__always)
  func code(frequency: UInt32, saturation: UInt64) -> UInt32 {
    let scaled = UInt64(frequency) &<< 16
    let sum = scaled &+ saturation
    return UInt32(truncatingIfNeeded: (scaled &* 255 &+ sum &- 1) / sum)
  }
}
