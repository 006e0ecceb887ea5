/// Eight bytes of text in one word, looked at together.
///
/// Comparisons of sixteen-lane vectors go lane by lane in the standard library, so that plain
/// arithmetic on words is many times faster (Warren, "Hacker's Delight", section 6-1). A mask has the
/// high bit of each byte that matches; the lowest match is exact, those above it may be false.
enum ByteWord {
  /// The eight bytes at `index`, the first one lowest; they must be in bounds.
  @inline(__always)
  static func load(_ bytes: RawSpan, at index: Int) -> UInt64 {
    // In bounds: the caller has checked.
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// The eight bytes at `index`, which must be in bounds, or as many as there are; FF fills up the word.
  @inline(__always)
  static func loadAny(_ bytes: RawSpan, at index: Int) -> UInt64 {
    bytes.byteCount &- index >= 8 ? load(bytes, at: index) : loadLast(bytes, at: index)
  }

  private static func loadLast(_ bytes: RawSpan, at index: Int) -> UInt64 {
    var word = ~UInt64(0)
    for offset in (index..<bytes.byteCount).reversed() {
      word = unsafe word << 8 | UInt64(bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
    }
    return word
  }

  /// A word of one byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  /// The bytes of `word` that are `byte`.
  @inline(__always)
  static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let zero = word ^ all(byte)
    return (zero &- all(0x01)) & ~zero & all(0x80)
  }

  /// The bytes of `word` below 0x20.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    (word &- all(0x20)) & ~word & all(0x80)
  }

  /// The place of the lowest match of a mask that has one.
  @inline(__always)
  static func firstMatch(_ mask: UInt64) -> Int {
    mask.trailingZeroBitCount &>> 3
  }
}
