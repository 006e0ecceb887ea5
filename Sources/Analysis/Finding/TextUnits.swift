/// The units of a text and the forms of its codes, as the analyzer sees them, in storage that is
/// reused from text to text.
///
/// Codes go through the tokenizer of codes; characters of runs are taken one by one, where an index
/// has bigrams.
@safe
struct TextUnits: ~Copyable {
  /// The key of every word that the interner does not know.
  static let unknownKey = UInt32.max

  private(set) var units: [TextUnit] = []
  /// The forms that the interner knows, by the unit that they begin with.
  private(set) var forms: [CodeForm] = []
  /// Whether there is any word or form to be told from others.
  private let hasWords: Bool
  private let folding = CharacterFolding.shared
  private var codes: CodeTokenizer
  /// The words and forms that were not taken over yet.
  private var tokens = TokenBuffer(keepsRanges: true)
  private var isInRun = false

  /// - Parameters:
  ///   - interner: what gives words and forms their keys.
  ///   - grows: whether those that it does not know are added, rather than all given one key.
  init(interner: TokenInterner, grows: Bool) {
    hasWords = grows || interner.count > 0
    codes = CodeTokenizer(
      vocabulary: Vocabulary(
        interner: interner, grows: grows, hasCharacters: false, unknownKey: Self.unknownKey))
  }

  /// Takes a text in place of the last one.
  ///
  /// - Complexity: O(length).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    units.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    guard let bytes = text.baseAddress else { return }
    let end = text.count
    let denseIDs = unsafe folding.denseIDs
    let wordBytes = unsafe folding.wordBytes
    var index = 0
    while index < end {
      if unsafe wordBytes[Int(bytes[index])] != 0 {
        isInRun = false
        guard hasWords else {
          appendUnknown(from: index, to: index &+ 1)
          index &+= 1
          continue
        }
        index = unsafe codes.appendASCII(
          bytes, from: index, to: end, wordBytes: wordBytes, into: &tokens)
        // A space before a letter, as between the words of a sentence, joins nothing.
        if end &- index > 1, unsafe bytes[index] == UInt8(ascii: " "),
          unsafe bytes[index &+ 1] >= UInt8(ascii: "A"), unsafe bytes[index &+ 1] < 0x80
        {
          codes.finish(into: &tokens)
          index &+= 1
        }
        continue
      }
      let denseID = unsafe denseIDs[UTF8Triple.scalar(at: index, in: bytes, to: end)]
      if denseID != 0 {
        appendToRun(FoldedCharacter(denseID: UInt32(denseID)), from: index, to: index &+ 3)
        index &+= 3
        continue
      }
      let scalar = unsafe UTF8Scalar.read(bytes, at: index, end: end)
      append(folding.character(of: scalar.value), from: index, to: index &+ scalar.length)
      index &+= scalar.length
    }
    finish()
    takeTokens()
  }

  private mutating func append(_ character: FoldedCharacter, from start: Int, to end: Int) {
    if character == .separator {
      finish()
    } else if character.isOfRuns {
      appendToRun(character, from: start, to: end)
    } else if character == .mark || character.isVoicingMark {
      if isInRun { extendRun(with: character, to: end) }
      codes.extend(to: end)
    } else if let index = character.expansion {
      for part in folding.characters(ofExpansion: index) { append(part, from: start, to: end) }
    } else {
      isInRun = false
      if character == .space {
        codes.appendSpace(into: &tokens)
      } else if character.isJoiner || character.isSign {
        codes.appendPunctuation(character, to: end, into: &tokens)
      } else if hasWords {
        codes.append(character, from: start, to: end, into: &tokens)
      } else {
        appendUnknown(from: start, to: end)
      }
    }
  }

  /// Adds one unit for all words up to the next run, where it does not matter which they are.
  private mutating func appendUnknown(from start: Int, to end: Int) {
    if units.last?.key != Self.unknownKey {
      units.append(TextUnit(key: Self.unknownKey, isJoined: false, start: start, end: end))
    }
  }

  @inline(__always)
  private mutating func appendToRun(_ character: FoldedCharacter, from start: Int, to end: Int) {
    if !isInRun {
      codes.finish(into: &tokens)
      takeTokens()
    }
    units.append(
      TextUnit(key: TextUnit.key(of: character), isJoined: isInRun, start: start, end: end))
    isInRun = true
  }

  /// Takes a mark behind the last character; a voicing mark may make it another one.
  private mutating func extendRun(with mark: FoldedCharacter, to end: Int) {
    let last = units.count - 1
    units[last].end = end
    let kana = FoldedCharacter(denseID: units[last].key)
    if mark.isVoicingMark, let voiced = folding.voiced(kana, by: mark) {
      units[last].key = TextUnit.key(of: voiced)
    }
  }

  private mutating func finish() {
    isInRun = false
    codes.finish(into: &tokens)
  }

  /// Takes the words and forms of codes over, none of which is still being built.
  private mutating func takeTokens() {
    guard tokens.count > 0 else { return }
    let first = units.count
    for index in 0..<tokens.count where !tokens[index].isExtra {
      let token = tokens[index]
      units.append(
        TextUnit(key: token.key, isJoined: false, start: token.start, end: token.end))
    }
    for index in 0..<tokens.count where tokens[index].isExtra {
      let token = tokens[index]
      guard token.key != Self.unknownKey else { continue }
      let start = unit(notBefore: token.start, from: first)
      forms.append(
        CodeForm(
          key: token.key, units: start..<unit(notBefore: token.end, from: start), end: token.end))
    }
    tokens.removeAll()
  }

  private func unit(notBefore place: Int, from first: Int) -> Int {
    BinarySearch.firstIndex(from: first, below: units.count) { units[$0].start >= place }
  }
}
