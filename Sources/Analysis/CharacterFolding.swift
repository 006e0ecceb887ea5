/// The folding of every character: width and compatibility forms, case, diacritics, and
/// traditional characters to simplified ones.
///
/// NFKC (Unicode Standard Annex 15) and full case folding without the marks, then OpenCC's table
/// of characters. The tables stand in the program as text and are spread out once, in a fraction
/// of a millisecond, so that a character of Chinese text costs one load.
@safe
final class CharacterFolding: @unchecked Sendable {
  // Immutable once the initializer has returned, hence safe to share.
  static let shared = CharacterFolding()

  /// The dense id of the folded character, for each scalar below 0x10000; 0 if it has none.
  let denseIDs: UnsafePointer<UInt16>
  /// The code of the `FoldedCharacter`, for each scalar below 0x10000 without a dense id.
  let codes: UnsafePointer<UInt16>
  /// The folded letter or digit, for each byte that is an ASCII letter or digit; 0 for others.
  let wordBytes: UnsafePointer<UInt8>
  private let wideCharacters: WideCharacterTable
  private let expansions: [FoldedCharacter]
  private let expansionStarts: [Int]
  private let voicedKana: [UInt32: FoldedCharacter]

  private init() {
    let builder = CharacterFoldingBuilder()
    unsafe denseIDs = UnsafePointer(builder.denseIDs)
    unsafe codes = UnsafePointer(builder.codes)
    unsafe wordBytes = UnsafePointer(builder.wordBytes)
    wideCharacters = builder.wideCharacters
    expansions = builder.expansions
    expansionStarts = builder.expansionStarts
    voicedKana = builder.voicedKana
  }

  /// The folded character of a scalar; an invalid one is a separator.
  func character(of scalar: UInt32) -> FoldedCharacter {
    guard scalar < 0x1_0000 else { return wideCharacters.character(of: scalar) }
    let denseID = unsafe denseIDs[Int(scalar)]
    if denseID != 0 { return FoldedCharacter(denseID: UInt32(denseID)) }
    return unsafe FoldedCharacter(code: UInt32(codes[Int(scalar)]))
  }

  /// The characters that an expansion stands for.
  func characters(ofExpansion index: Int) -> ArraySlice<FoldedCharacter> {
    expansions[expansionStarts[index]..<expansionStarts[index + 1]]
  }

  /// The kana that a kana and a voicing mark make together.
  func voiced(_ kana: FoldedCharacter, by mark: FoldedCharacter) -> FoldedCharacter? {
    voicedKana[kana.denseID << 16 | mark.code]
  }

  /// The scalar that a scalar is folded to; itself if it is folded to several or to none.
  func scalar(of scalar: UInt32) -> UInt32 {
    var character = character(of: scalar)
    if let index = character.expansion {
      let characters = characters(ofExpansion: index)
      if characters.count == 1 { character = characters[characters.startIndex] }
    }
    let isOne = character.expansion == nil && character != .separator && character != .mark
    return isOne ? character.scalar : scalar
  }
}
