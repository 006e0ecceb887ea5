/// A set of keys that may say of another key, too, that it has it: one bit of a hash tells.
struct KeyFilter {
  private var bits = [UInt64](repeating: 0, count: 64)

  /// Adds a key.
  mutating func insert(_ key: UInt32) {
    bits[Self.word(of: key)] |= Self.bit(of: key)
  }

  /// Whether a key is in the set, or has the bit of one that is.
  func mayContain(_ key: UInt32) -> Bool {
    bits[Self.word(of: key)] & Self.bit(of: key) != 0
  }

  private static func word(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) &>> 26) }

  private static func bit(of key: UInt32) -> UInt64 {
    1 &<< UInt64((key &* 0x9E37_79B1) &>> 20 & 63)
  }
}
