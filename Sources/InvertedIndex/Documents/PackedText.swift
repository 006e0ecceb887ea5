/// Bytes that are mostly Chinese text in UTF-8, with one byte or two for a character or a frequent word.
///
/// See FileFormat.md, "Packed text". Any bytes can be packed, by ``TextPacker``, and come back as they
/// were. Half as much is left to deflate, which makes that cheaper and its result smaller by a fifth: what
/// the language is like stands in a table of the program and not in every block anew.
@safe
enum PackedText {
  /// From here to ``pairs`` the first byte is a frequent character.
  static let singles: UInt8 = 0x80
  /// From here to ``letters`` two bytes are a character or a word of the table.
  static let pairs: UInt8 = 0xE0
  /// From here to ``character`` two bytes are one of the 1,024 characters from U+0080 on.
  static let letters: UInt8 = 0xFA
  static let firstLetter: UInt16 = 0x80
  static let lastLetter: UInt16 = 0x47F
  /// In front of the two bytes of any other character, the upper one first.
  static let character: UInt8 = 0xFE
  /// In front of a byte that belongs to no character up to U+FFFF.
  static let byte: UInt8 = 0xFF

  /// The code of a unit of the table: the first byte and above it the second, or 0.
  static func code(ofUnit number: Int) -> UInt16 {
    let pair = number &- Int(pairs &- singles)
    return pair < 0
      ? UInt16(singles) &+ UInt16(number)
      : UInt16(pairs) &+ UInt16(pair &>> 8) | UInt16(pair & 0xFF) &<< 8
  }

  /// Fills `output` with what was packed.
  ///
  /// - Returns: whether the bytes are the packed form of exactly so many.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var index = 0
    var written = 0
    while index < bytes.count {
      let first = unsafe bytes[index]
      let rest = bytes.count &- index
      let second = unsafe rest > 1 ? bytes[index &+ 1] : 0
      var text = UInt64(first)
      var length = 1
      var packed = 1
      if first >= letters {
        packed = first == character ? 3 : 2
        guard packed <= rest else { return false }
        (text, length) = unsafe rare(first, second, bytes[index &+ packed &- 1])
      } else if first >= singles {
        packed = first < pairs ? 1 : 2
        guard packed <= rest else { return false }
        let pair = Int(first &- pairs) &<< 8 &+ Int(second) &+ Int(pairs &- singles)
        (text, length) = PackedTextTable.unit(first < pairs ? Int(first &- singles) : pair)
      }
      let room = output.count &- written
      guard length <= room else { return false }
      if room >= 8 {
        unsafe output.storeBytes(of: text.littleEndian, toByteOffset: written, as: UInt64.self)
      } else {
        for place in 0..<length {
          unsafe output[written &+ place] = UInt8(truncatingIfNeeded: text &>> UInt64(8 &* place))
        }
      }
      index &+= packed
      written &+= length
    }
    return written == output.count
  }

  /// What is in no table: a letter, a character, a byte.
  private static func rare(
    _ first: UInt8, _ second: UInt8, _ last: UInt8
  ) -> (bytes: UInt64, count: Int) {
    if first == byte { return (UInt64(second), 1) }
    let scalar =
      first == character
      ? UInt64(second) &<< 8 | UInt64(last)
      : UInt64(firstLetter) &+ UInt64(first &- letters) &<< 8 &+ UInt64(second)
    let tail = 0x80 | scalar & 0x3F
    if scalar < 0x800 { return (0xC0 | scalar &>> 6 | tail &<< 8, 2) }
    return (0xE0 | scalar &>> 12 | (0x80 | scalar &>> 6 & 0x3F) &<< 8 | tail &<< 16, 3)
  }
}
