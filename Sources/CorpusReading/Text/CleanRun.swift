/// The search for the next byte of a text that needs care.
enum CleanRun {
  /// The end of the run of wanted characters that begins at `start`.
  ///
  /// What stands there is a control character, a non-character, or no valid UTF-8, perhaps only
  /// because the piece ends. Eight bytes of ASCII and two characters of three bytes are stepped
  /// over at a time, and nowhere a character more slowly than need be: cells and tags are short.
  static func end(in piece: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe piece.bytes
    let count = piece.count
    var index = start
    while index < count {
      if count &- index >= 8 {
        let word = ByteWord.load(bytes, at: index)
        if isPlainPair(word) {
          index &+= 6
          continue
        }
        let mask = (ByteWord.controls(word) | word) & ByteWord.all(0x80)
        if mask == 0 {
          index &+= 8
          continue
        }
        let ascii = ByteWord.firstMatch(mask)
        if ascii > 0 {
          index &+= ascii
          continue
        }
        if isPlain(word) {
          index &+= 3
          continue
        }
      }
      let next = step(piece, index)
      if next == index { return index }
      index = next
    }
    return index
  }

  /// Whether a word begins with two three-byte characters that need no closer look.
  ///
  /// Leads whose second byte has a narrower range (E0, ED), and EF BF, which may begin a
  /// non-character, are left to `step`.
  @inline(__always)
  private static func isPlainPair(_ word: UInt64) -> Bool {
    isPlain(word) && isPlain(word &>> 24)
  }

  /// Whether a word begins with one such character.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let lead = word & 0x0F
    return word & 0xC0C0F0 == 0x8080E0 && lead != 0 && lead != 0x0D && word & 0xFFFF != 0xBFEF
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
