/// Gzip files made by hand, of stored blocks (RFC 1951, section 3.2.4).
enum Gzip {
  static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  /// One member of blocks of at most `block` bytes.
  static func member(_ bytes: [UInt8], block: Int = 100) -> [UInt8] {
    var out = header
    var start = 0
    repeat {
      let end = min(start + block, bytes.count)
      let length = UInt16(end - start)
      out.append(end == bytes.count ? 1 : 0)
      out += little(length) + little(~length)
      out += bytes[start..<end]
      start = end
    } while start < bytes.count
    return out + little(crc32(bytes)) + little(UInt32(bytes.count))
  }

  static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<(T.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> T(8 * $0)) }
  }

  /// CRC-32 bit by bit (RFC 1952, section 8).
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
