internal import Storage

/// Appends bits to bytes, the lowest bit of a byte first; the last byte is filled up with zeros.
struct BitWriter {
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// Appends the low bits of a value, 32 at most, that has none above.
  mutating func append(_ value: UInt64, bits: UInt64, into output: inout ByteWriter) {
    pending |= value << count
    count += bits
    while count >= 8 {
      output.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Appends so many zeros and a one.
  mutating func append(unary zeros: UInt64, into output: inout ByteWriter) {
    var rest = zeros
    while rest >= 32 {
      append(0, bits: 32, into: &output)
      rest -= 32
    }
    append(1 << rest, bits: rest + 1, into: &output)
  }

  /// Appends a positive integer in Elias's gamma code: as many zeros as it has bits behind the highest, a
  /// one, and these bits.
  mutating func append(gamma value: UInt32, into output: inout ByteWriter) {
    let bits = UInt64(31 - value.leadingZeroBitCount)
    append(unary: bits, into: &output)
    append(UInt64(value) & ((1 << bits) - 1), bits: bits, into: &output)
  }

  /// Appends what is left of the last byte.
  mutating func finish(into output: inout ByteWriter) {
    if count > 0 { append(0, bits: 8 - count, into: &output) }
  }
}
