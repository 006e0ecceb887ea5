/// One byte for what a posting can contribute: the BM25 saturation `tf / (tf + K)`, rounded up.
///
/// `K = k1 (1 - b + b length / average)` with k1 1.2 and b 0.75 (Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework: BM25 and Beyond", 2009). The average is a fixed one, the
/// segment's own when it was written; see FileFormat.md, "Impact codes". All arithmetic is on
/// integers, so that a code means the same on every machine and gives the term frequency back.
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

  /// The smallest and largest term frequency with this code, given the length.
  ///
  /// The largest is `UInt32.max` when the code says no more than "very often".
  @inline(__always)
  func frequencies(code: UInt32, saturation: UInt64) -> (least: UInt32, most: UInt32) {
    let code = UInt64(code)
    let below = (code &- 1) &* saturation / ((256 &- code) &<< 16)
    let least = UInt32(truncatingIfNeeded: min(below, UInt64(UInt32.max) - 1)) &+ 1
    guard code < 255 else { return (least, .max) }
    let most = code &* saturation / ((255 &- code) &<< 16)
    return (least, UInt32(truncatingIfNeeded: min(most, UInt64(UInt32.max))))
  }

  /// The two low bits of the term frequency kept beside the code.
  @inline(__always)
  static func residue(of frequency: UInt32) -> UInt32 {
    frequency & 3
  }

  /// The term frequency that a code, its residue and the length stand for.
  ///
  /// - Returns: `nil` when several fit; the list of escapes then holds it.
  @inline(__always)
  func frequency(code: UInt32, residue: UInt32, saturation: UInt64) -> UInt32? {
    let (least, most) = frequencies(code: code, saturation: saturation)
    let first = least &+ ((residue &- least) & 3)
    if most &- least < 4 || first &+ 4 > most { return first }
    return nil
  }
}
