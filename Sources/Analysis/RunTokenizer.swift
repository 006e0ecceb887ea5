/// Makes the overlapping bigrams of runs of Han, kana, bopomofo and Hangul.
///
/// The last two characters of a run wait here until the next one comes, since a mark behind the
/// last may still change it.
///
/// The keys of bigrams tell which characters they have, but those with an ideograph beyond the basic
/// plane are interned. A character that is in no others is an extra token by itself, so that one
/// character finds every text that has it.
struct RunTokenizer {
  private let vocabulary: Vocabulary
  private var beforeLast = PlacedCharacter.none
  private var last = PlacedCharacter.none
  /// Whether a bigram of two dense ids ends with the first of the two.
  private var isPaired = false

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Adds the next character of the run, or begins one.
  mutating func append(
    _ character: FoldedCharacter, from start: Int, to end: Int, into tokens: inout TokenBuffer
  ) {
    if beforeLast != .none { emit(beforeLast, last, into: &tokens) }
    beforeLast = last
    last = PlacedCharacter(character: character, start: start, end: end)
  }

  /// Takes a mark behind the last character; a voicing mark may make it another one.
  mutating func extend(with mark: FoldedCharacter, to end: Int, folding: CharacterFolding) {
    guard last != .none else { return }
    let voiced = mark.isVoicingMark ? folding.voiced(last.character, by: mark) : nil
    last = PlacedCharacter(character: voiced ?? last.character, start: last.start, end: end)
  }

  /// Ends the run, if there is one.
  @inline(__always)
  mutating func finish(into tokens: inout TokenBuffer) {
    guard last != .none else { return }
    if beforeLast == .none {
      emit(last, .none, into: &tokens)
    } else {
      emit(beforeLast, last, into: &tokens)
      if !isPaired { emitCharacter(last, into: &tokens) }
    }
    beforeLast = .none
    last = .none
    isPaired = false
  }

  /// Adds a character with a dense id and those that follow it, as `append` would one by one.
  ///
  /// The path of nearly all Chinese text, for buffers without ranges: a load, a multiplication and
  /// a store a character. Returns the index of the first byte that it has not taken.
  mutating func appendDense(
    _ denseID: UInt32, in text: UnsafePointer<UInt8>, from start: Int, to end: Int,
    folding: CharacterFolding, into tokens: inout TokenBuffer
  ) -> Int {
    append(FoldedCharacter(denseID: denseID), from: start, to: start &+ 3, into: &tokens)
    var index = start &+ 3
    let denseIDs = unsafe folding.denseIDs
    guard unsafe denseIDs[UTF8Triple.scalar(at: index, in: text, to: end)] != 0 else {
      return index
    }
    if beforeLast != .none { emit(beforeLast, last, into: &tokens) }
    var beforePrevious: UInt32 = 0
    var previous = denseID
    var isEnded = false
    unsafe tokens.appendKeys(atMost: (end &- index) / 3) { keys in
      var next = unsafe keys
      while true {
        let id = unsafe UInt32(denseIDs[UTF8Triple.scalar(at: index, in: text, to: end)])
        if id == 0 { break }
        unsafe next.pointee = TermKey.bigram(first: previous, second: id)
        unsafe next += 1
        beforePrevious = previous
        previous = id
        index &+= 3
      }
      // The last bigram waits if a mark may follow.
      isEnded = unsafe RunTokenizer.isSeparator(at: index, in: text, to: end, folding)
      return unsafe next - keys - (isEnded ? 0 : 1)
    }
    guard !isEnded else {
      beforeLast = .none
      last = .none
      isPaired = false
      return index
    }
    beforeLast = PlacedCharacter(
      character: FoldedCharacter(denseID: beforePrevious), start: index &- 6, end: index &- 3)
    last = PlacedCharacter(
      character: FoldedCharacter(denseID: previous), start: index &- 3, end: index)
    return index
  }

  /// Whether a character that ends every run stands at an index, as far as is quickly told.
  @inline(__always)
  private static func isSeparator(
    at index: Int, in text: UnsafePointer<UInt8>, to end: Int, _ folding: CharacterFolding
  ) -> Bool {
    guard index < end else { return false }
    if unsafe text[index] < 0x80 { return true }
    let scalar = unsafe UTF8Triple.scalar(at: index, in: text, to: end)
    return unsafe scalar != 0 && folding.codes[scalar] == FoldedCharacter.separator.code
  }

  /// Adds the bigram of two characters, or a character alone when the second is none.
  private mutating func emit(
    _ first: PlacedCharacter, _ second: PlacedCharacter, into tokens: inout TokenBuffer
  ) {
    let end = second == .none ? first.end : second.end
    if let key = key(of: first.character, second.character) {
      tokens.append(key, from: first.start, to: end)
    }
    guard second != .none else { return }
    let isDense = first.character.denseID != 0 && second.character.denseID != 0
    if !isDense, !isPaired { emitCharacter(first, into: &tokens) }
    isPaired = isDense
  }

  /// Adds a character of a longer run by itself.
  private func emitCharacter(_ character: PlacedCharacter, into tokens: inout TokenBuffer) {
    if vocabulary.hasCharacters, let key = key(of: character.character, .separator) {
      tokens.append(key, from: character.start, to: character.end, isExtra: true)
    }
  }

  private func key(of first: FoldedCharacter, _ second: FoldedCharacter) -> UInt32? {
    let isWide = first.denseID == 0 || second.denseID == 0 && second != .separator
    return isWide
      ? wideKey(of: first, second)
      : TermKey.bigram(first: first.denseID, second: second.denseID)
  }

  /// The key of a bigram with an ideograph beyond the basic plane: a token of its UTF-8.
  private func wideKey(of first: FoldedCharacter, _ second: FoldedCharacter) -> UInt32? {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var length = unsafe UTF8Scalar.write(first.scalar, to: base)
      if second != .separator {
        unsafe length += UTF8Scalar.write(second.scalar, to: base + length)
      }
      return unsafe vocabulary.key(of: UnsafeBufferPointer(start: base, count: length))
    }
  }
}
