/// Three bytes of UTF-8, as most characters of Chinese text have.
enum UTF8Triple {
  /// The scalar of the three bytes at an index; 0 if they have not the form of three, or if fewer
  /// than four bytes are left to read.
  ///
  /// Overlong forms and surrogates are not told apart: whoever uses this looks the scalar up in
  /// tables, in which surrogates are separators and no scalar below 0x800 has a dense id.
  @inline(__always)
  static func scalar(at index: Int, in text: UnsafePointer<UInt8>, to end: Int) -> Int {
    guard end &- index >= 4 else { return 0 }
    let word = unsafe UInt32(
      littleEndian: UnsafeRawPointer(text + index).loadUnaligned(as: UInt32.self))
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return 0 }
    return Int((word & 0x0F) &<< 12 | (word &>> 2) & 0xFC0 | (word &>> 16) & 0x3F)
  }
}
