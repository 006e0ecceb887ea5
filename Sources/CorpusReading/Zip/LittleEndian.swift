/// Integers as zip archives write them, the lowest byte first.
extension Span<UInt8> {
  func uint16(at index: Int) -> Int {
    Int(self[index]) | Int(self[index + 1]) << 8
  }

  func uint32(at index: Int) -> UInt32 {
    UInt32(uint16(at: index)) | UInt32(uint16(at: index + 2)) << 16
  }

  /// A length or place of 64 bits; one that no file has is `Int.max`.
  func uint64(at index: Int) -> Int {
    let value = UInt64(uint32(at: index)) | UInt64(uint32(at: index + 4)) << 32
    return Int(clamping: value)
  }
}
