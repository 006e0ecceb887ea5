/// The search for the next byte of a text that needs care.
enum CleanRun {
  /// The end of the run of wanted characters that begins at `start`.
  ///
  /// What stands there is a control character, a non-character, or no valid UTF-8, perhaps only
  /// because the piece ends. Sixteen bytes of ASCII and two characters of three bytes are stepped
  /// over at a time.
  static func end(in piece: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe piece.bytes
    let count = piece.count
    var index = start
    while index < count {
      if count - index >= 16 {
        // In bounds: sixteen bytes are left.
        let block = unsafe bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
        if !any(needsCare(block)) {
          index += 16
          continue
        }
        let pairs = pairRun(bytes, from: index, count)
        if pairs > index {
          index = pairs
          continue
        }
      }
      let next = step(piece, index)
      if next == index { return index }
      index = next
    }
    return index
  }

  @inline(__always)
  private static func needsCare(_ block: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    let control =
      (block .< SIMD16(repeating: 0x20)) .& (block .!= SIMD16(repeating: 0x09))
      .& (block .!= SIMD16(repeating: 0x0A)) .& (block .!= SIMD16(repeating: 0x0D))
    return control .| (block .>= SIMD16(repeating: 0x80))
  }

  /// Steps over pairs of three-byte characters; leads whose second byte has a narrower range, and
  /// those of the non-characters, are left to `step`.
  @inline(__always)
  private static func pairRun(_ bytes: RawSpan, from start: Int, _ count: Int) -> Int {
    var index = start
    while count - index >= 8 {
      // In bounds: eight bytes are left.
      let word = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
      guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
      let leads = word & 0x0F00_000F
      let first = leads & 0x0F
      let second = leads &>> 24
      // E0 and ED restrict their second byte; EF BF may be a non-character.
      if first == 0 || first == 0x0D || second == 0 || second == 0x0D { break }
      if word & 0xFFFF == 0xBFEF || (word &>> 24) & 0xFFFF == 0xBFEF { break }
      index += 6
    }
    return index
  }

  /// The index after the character at `index`, or `index` itself when it needs care.
  @inline(__always)
  private static func step(_ piece: Span<UInt8>, _ index: Int) -> Int {
    let byte = piece[index]
    if byte < 0x80 {
      return byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D ? index + 1 : index
    }
    guard case .valid(let length) = UTF8Sequence.at(index, in: piece) else { return index }
    let isNonCharacter =
      byte == 0xEF && piece[index + 1] == 0xBF && piece[index + 2] >= 0xBE
    return isNonCharacter ? index : index + length
  }
}
