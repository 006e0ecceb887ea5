/// One Unicode scalar read from UTF-8 bytes.
struct UTF8Scalar {
  /// The scalar, or `invalid`.
  let value: UInt32
  /// The bytes that it takes: 1 to 4, and 1 for an invalid byte.
  let length: Int

  /// Stands for a byte that begins no well-formed sequence.
  static let invalid: UInt32 = 0xFFFF_FFFF

  private static var invalidByte: UTF8Scalar { UTF8Scalar(value: invalid, length: 1) }

  /// Reads the scalar at an index below `end`; never looks at `end` or behind it.
  ///
  /// Well-formed is what the Unicode Standard, table 3-7, allows: shortest forms, no surrogates.
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, at index: Int, end: Int) -> UTF8Scalar {
    let first = unsafe UInt32(bytes[index])
    if first < 0x80 { return UTF8Scalar(value: first, length: 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, end &- index >= length else { return invalidByte }
    var value = first & (0x7F &>> UInt32(length))
    var offset = 1
    while offset < length {
      let byte = unsafe UInt32(bytes[index &+ offset])
      guard byte & 0xC0 == 0x80 else { return invalidByte }
      value = value &<< 6 | (byte & 0x3F)
      offset &+= 1
    }
    let isShortest = value >= (length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80)
    let isSurrogate = value & 0xFFFF_F800 == 0xD800
    guard isShortest, !isSurrogate, value < 0x11_0000 else { return invalidByte }
    return UTF8Scalar(value: value, length: length)
  }

  /// Writes the bytes of a scalar, 1 to 4, and returns how many they are.
  @inline(__always)
  static func write(_ scalar: UInt32, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      unsafe bytes[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    let length = length(of: scalar)
    var rest = scalar
    var index = length &- 1
    while index > 0 {
      unsafe bytes[index] = UInt8(truncatingIfNeeded: rest & 0x3F | 0x80)
      rest &>>= 6
      index &-= 1
    }
    let lead = UInt32(0xF00) &>> UInt32(length)
    unsafe bytes[0] = UInt8(truncatingIfNeeded: rest | lead)
    return length
  }

  /// The bytes that a scalar takes.
  @inline(__always)
  static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }
}
