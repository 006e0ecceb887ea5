internal import Storage

/// Packs bytes that are mostly Chinese text in UTF-8; the twin of ``PackedText``.
///
/// See FileFormat.md, "Packed text". Text goes through three short loops, a few thousand characters at a
/// time: characters, the word that begins at each of them, codes. The second one looks words up whether
/// they will stand or not, so that no look-up waits for the one before: 2.2 ns a byte, where one loop that
/// takes a word and goes on behind it needed 3.3.
@safe
final class TextPacker {
  /// Characters that are packed at a time; a word does not lie across.
  private static let run = 2048

  private let characters: UnsafeMutablePointer<UInt16>
  private let words: UnsafeMutablePointer<UInt64>

  init() {
    unsafe characters = .allocate(capacity: Self.run + 1)
    unsafe words = .allocate(capacity: Self.run)
  }

  deinit {
    unsafe characters.deallocate()
    unsafe words.deallocate()
  }

  /// Appends the packed form of some bytes, at most twice as many.
  func pack(_ bytes: UnsafeRawBufferPointer, into output: inout ByteWriter) {
    guard let source = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    let codes = PackedTextCodes.shared
    // A code is written as two bytes, of which the second one may not count.
    unsafe output.append(upTo: 2 &* bytes.count &+ 2) { space in
      guard let start = space.baseAddress else { return 0 }
      var next = unsafe start
      var index = 0
      while index < bytes.count {
        let count = unsafe read(source, count: bytes.count, from: &index)
        findWords(count, codes)
        unsafe next = write(count, codes, to: next)
      }
      return unsafe next - start
    }
  }

  /// Reads a run of characters.
  ///
  /// A byte that is part of no character up to U+FFFF in its shortest form stands as a low surrogate with
  /// the byte in its low half: well-formed text has none.
  ///
  /// - Returns: how many.
  private func read(_ source: UnsafePointer<UInt8>, count: Int, from index: inout Int) -> Int {
    let characters = unsafe characters
    var place = index
    var read = 0
    while read < Self.run, place < count {
      let first = unsafe UInt32(source[place])
      var character = first
      var length = 1
      if first >= 0x80 {
        let rest = count &- place
        let second = unsafe rest > 1 ? UInt32(source[place &+ 1]) ^ 0x80 : 0xFF
        let third = unsafe rest > 2 ? UInt32(source[place &+ 2]) ^ 0x80 : 0xFF
        let three = (first & 0x0F) &<< 12 | second &<< 6 | third
        if first & 0xF0 == 0xE0, second | third < 0x40, three >= 0x800, three & 0xF800 != 0xD800 {
          character = three
          length = 3
        } else if first & 0xE0 == 0xC0, first >= 0xC2, second < 0x40 {
          character = (first & 0x1F) &<< 6 | second
          length = 2
        } else {
          character = 0xDC00 | first
        }
      }
      unsafe characters[read] = UInt16(truncatingIfNeeded: character)
      read &+= 1
      place &+= length
    }
    index = place
    return read
  }

  /// Looks up the word that begins at each of the characters.
  private func findWords(_ count: Int, _ codes: PackedTextCodes) {
    let (characters, words) = unsafe (characters, words)
    unsafe characters[count] = 0
    for index in 0..<count {
      unsafe words[index] = codes.word(characters[index], characters[index &+ 1])
    }
  }

  /// Writes the codes of the characters, of words where there are.
  private func write(
    _ count: Int, _ codes: PackedTextCodes, to start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let (characters, words) = unsafe (characters, words)
    var next = unsafe start
    var index = 0
    while index < count {
      let word = unsafe words[index]
      let character = unsafe characters[index]
      // All bits if no word begins here. A condition would become a jump, as often wrong as right.
      let alone = Int64(bitPattern: 0xFFFF &- word) &>> 63
      let mask = UInt16(truncatingIfNeeded: alone)
      let own = unsafe codes.characters[Int(character)]
      let code = own & mask | UInt16(truncatingIfNeeded: word) & ~mask
      unsafe next.storeBytes(of: code.littleEndian, as: UInt16.self)
      let first = UInt8(truncatingIfNeeded: code)
      if first == PackedText.character {
        unsafe next.storeBytes(of: character.bigEndian, toByteOffset: 1, as: UInt16.self)
        unsafe next += 3
      } else {
        unsafe next += first < PackedText.pairs ? 1 : 2
      }
      index &+= 2 &+ Int(alone)
    }
    return unsafe next
  }
}
