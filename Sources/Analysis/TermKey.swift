/// The 32-bit key of a term: a pair of characters of the basic plane, or an interned token.
///
/// A pair is `first * characterCount + second` of two dense character ids, so that the keys of all
/// bigrams that begin with one character are a range; a character alone has 0 as its second. An
/// interned token is its interner's id with `internedFlag` set.
package enum TermKey {
  /// The number of dense ids, with 0, which stands for no character; its square is below 2^31.
  package static let characterCount: UInt32 = 39_555

  /// The bit that tells an interned token from a pair of characters.
  package static let internedFlag: UInt32 = 0x8000_0000

  /// The key of two dense ids; `second` is 0 for a character alone.
  package static func bigram(first: UInt32, second: UInt32) -> UInt32 {
    first &* characterCount &+ second
  }

  /// The dense ids of a key that is a pair of characters.
  package static func firstAndSecond(of key: UInt32) -> (first: UInt32, second: UInt32) {
    (key / characterCount, key % characterCount)
  }

  /// The keys of the bigrams that begin with a character, and of the character alone.
  package static func range(startingWith id: UInt32) -> Range<UInt32> {
    bigram(first: id, second: 0)..<bigram(first: id + 1, second: 0)
  }

  /// The dense id of a Unicode scalar as it stands, without folding; 0 if it has none.
  package static func denseID(of scalar: UInt32) -> UInt32 {
    if scalar &- ideographs.scalars.lowerBound < UInt32(ideographs.scalars.count) {
      return scalar &- ideographs.scalars.lowerBound &+ ideographs.firstID
    }
    for block in blocks where block.scalars.contains(scalar) {
      return scalar - block.scalars.lowerBound + block.firstID
    }
    return 0
  }

  /// The Unicode scalar of a dense id; 0 if no character has it.
  package static func scalar(of id: UInt32) -> UInt32 {
    for block in blocks where id >= block.firstID {
      let scalar = id - block.firstID + block.scalars.lowerBound
      if block.scalars.contains(scalar) { return scalar }
    }
    return 0
  }

  /// The characters of a key that is a pair, and an empty text for an interned token.
  package static func text(of key: UInt32) -> String {
    guard key < internedFlag else { return "" }
    let (first, second) = firstAndSecond(of: key)
    var text = String.UnicodeScalarView()
    for id in [first, second] where id != 0 {
      if let scalar = Unicode.Scalar(scalar(of: id)) { text.append(scalar) }
    }
    return String(text)
  }

  /// The blocks whose characters have dense ids, in the order of their code points.
  static let blocks: [CharacterBlock] = {
    var nextID: UInt32 = 1
    return scalarRanges.map { scalars in
      defer { nextID += UInt32(scalars.count) }
      return CharacterBlock(scalars: scalars, firstID: nextID)
    }
  }()

  private static let scalarRanges: [Range<UInt32>] = [
    0x3005..<0x3008,  // 々〆〇
    0x3040..<0x3100,  // kana
    0x3105..<0x3130,  // bopomofo
    0x31A0..<0x31C0,  // bopomofo, extended
    0x31F0..<0x3200,  // kana, small ones for Ainu
    0x3400..<0x4DC0,  // ideographs, extension A
    ideographs.scalars,
    0xAC00..<0xD7A4,  // Hangul syllables
    0xF900..<0xFB00,  // compatibility ideographs, of which a dozen are not folded
  ]

  /// The block of nearly all Chinese text, known beforehand to be found without a search.
  private static let ideographs = CharacterBlock(scalars: 0x4E00..<0xA000, firstID: 6_879)
}
