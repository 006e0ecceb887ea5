/// A set of keys that may say of another key, too, that it has it: one bit of a hash tells.
struct KeyFilter {
  private var bits = [UInt64](repeating: 0, count: 64)

  /// Adds a key.
  mutating func insert(_ key: UInt64) {
    let hash = Self.hash(key)
    bits[hash >> 6] |= 1 &<< UInt64(hash & 63)
  }

  /// Whether a key is in the set, or has the bit of one that is.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let hash = Self.hash(key)
    return bits[hash >> 6] &>> UInt64(hash & 63) & 1 != 0
  }

  /// A hash of 12 bits.
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 52)
  }
}
