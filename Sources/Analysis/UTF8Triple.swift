/// Three bytes of UTF-8 that may be a character of runs.
enum UTF8Triple {
  /// The dense id of the folded character at an index; 0 if it has none, if the bytes are not
  /// well-formed, or if fewer than four bytes are left to read.
  ///
  /// Overlong forms and surrogates need no check: no such scalar has a dense id.
  @inline(__always)
  static func denseID(
    at index: Int, in text: UnsafePointer<UInt8>, to end: Int, _ denseIDs: UnsafePointer<UInt16>
  ) -> UInt32 {
    guard end &- index >= 4 else { return 0 }
    let word = unsafe UInt32(
      littleEndian: UnsafeRawPointer(text + index).loadUnaligned(as: UInt32.self))
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return 0 }
    let scalar = (word & 0x0F) &<< 12 | (word &>> 2) & 0xFC0 | (word &>> 16) & 0x3F
    return unsafe UInt32(denseIDs[Int(scalar)])
  }
}
