internal import CZlib

/// CRC-32 (ISO 3309, the one of gzip), by zlib.
package struct Checksum: Sendable {
  private var state: UInt

  package init() {
    state = 0
  }

  /// The checksum of all bytes so far.
  package var value: UInt32 { UInt32(truncatingIfNeeded: state) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    state = unsafe UInt(
      crc32_z(uLong(state), base.assumingMemoryBound(to: UInt8.self), bytes.count))
  }

  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  /// Goes on with bytes, so many, of which only the checksum is known.
  ///
  /// - Complexity: O(log count).
  package mutating func append(_ next: Checksum, ofBytes count: Int) {
    state = UInt(crc32_combine(uLong(state), uLong(next.state), count))
  }

  package static func of(_ bytes: Span<UInt8>) -> UInt32 {
    var checksum = Checksum()
    checksum.update(bytes)
    return checksum.value
  }

  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var checksum = Checksum()
    unsafe checksum.update(bytes)
    return checksum.value
  }
}
