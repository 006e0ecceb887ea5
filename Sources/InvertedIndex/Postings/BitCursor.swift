internal import Storage

/// Reads what ``BitWriter`` wrote; behind the end come zeros, of which ``finish()`` tells.
@safe
struct BitCursor {
  /// Bits that one look at the bytes has at least.
  private static let bitsAtOnce: UInt64 = 57

  private let bytes: UnsafeRawBufferPointer
  private var position: Int = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
  }

  /// The next ``bitsAtOnce`` bits or more, zeros behind the end.
  @inline(__always)
  private func bits() throws(ByteCursor.Fault) -> UInt64 {
    let start = position &>> 3
    let shift = UInt64(truncatingIfNeeded: position & 7)
    if unsafe start &+ 8 <= bytes.count {
      return unsafe UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) &>> shift
    }
    return try lastBits(from: start) &>> shift
  }

  @inline(never)
  private func lastBits(from start: Int) throws(ByteCursor.Fault) -> UInt64 {
    guard unsafe start < bytes.count else { throw .truncated }
    var bits: UInt64 = 0
    for place in unsafe start..<bytes.count {
      unsafe bits |= UInt64(bytes[place]) &<< UInt64(truncatingIfNeeded: (place &- start) &* 8)
    }
    return bits
  }

  /// Reads up to 32 bits.
  @inline(__always)
  mutating func read(bits count: UInt64) throws(ByteCursor.Fault) -> UInt64 {
    if count == 0 { return 0 }
    let bits = try bits() & ((1 &<< count) &- 1)
    position &+= Int(truncatingIfNeeded: count)
    return bits
  }

  /// Reads zeros up to a one and counts them.
  @inline(__always)
  mutating func readUnary() throws(ByteCursor.Fault) -> UInt64 {
    var zeros: UInt64 = 0
    while true {
      let bits = try bits()
      if bits != 0 {
        let more = bits.trailingZeroBitCount
        position &+= more &+ 1
        return zeros &+ UInt64(truncatingIfNeeded: more)
      }
      // Behind the end there are zeros: the next look says so.
      position &+= Int(truncatingIfNeeded: Self.bitsAtOnce)
      zeros &+= Self.bitsAtOnce
    }
  }

  /// Reads a positive integer of 32 bits in Elias's gamma code.
  @inline(__always)
  mutating func readGamma() throws(ByteCursor.Fault) -> UInt32 {
    let count = try readUnary()
    guard count < 32 else { throw .malformed }
    return try UInt32(truncatingIfNeeded: 1 &<< count | read(bits: count))
  }

  /// How many bytes were read, the last one in part; what was read behind the end is a damage.
  func finish() throws(ByteCursor.Fault) -> Int {
    let read = (position + 7) / 8
    guard unsafe read <= bytes.count else { throw .truncated }
    return read
  }
}
