/// Takes a text apart into folded characters and hands them to the tokenizers of runs and codes.
@safe
struct TextTokenizer: ~Copyable {
  private let folding = CharacterFolding.shared
  private var runs: RunTokenizer
  private var codes: CodeTokenizer

  init(vocabulary: Vocabulary) {
    runs = RunTokenizer(vocabulary: vocabulary)
    codes = CodeTokenizer(vocabulary: vocabulary)
  }

  /// Adds the tokens of a text.
  ///
  /// - Complexity: O(length); about a nanosecond a byte of Chinese text without ranges.
  mutating func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer) {
    guard let bytes = text.baseAddress else { return }
    let end = text.count
    let denseIDs = unsafe folding.denseIDs
    let wordBytes = unsafe folding.wordBytes
    var index = 0
    while index < end {
      if unsafe wordBytes[Int(bytes[index])] != 0 {
        runs.finish(into: &tokens)
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
      let triple = unsafe UTF8Triple.scalar(at: index, in: bytes, to: end)
      let denseID = unsafe UInt32(denseIDs[triple])
      if denseID != 0, !tokens.keepsRanges {
        codes.finish(into: &tokens)
        index = unsafe runs.appendDense(
          denseID, in: bytes, from: index, to: end, folding: folding, into: &tokens)
        continue
      }
      if triple != 0, denseID == 0, unsafe folding.codes[triple] == FoldedCharacter.separator.code {
        finish(into: &tokens)
        index &+= 3
        continue
      }
      let scalar = unsafe UTF8Scalar.read(bytes, at: index, end: end)
      append(
        folding.character(of: scalar.value), from: index, to: index &+ scalar.length, into: &tokens)
      index &+= scalar.length
    }
    finish(into: &tokens)
  }

  private mutating func append(
    _ character: FoldedCharacter, from start: Int, to end: Int, into tokens: inout TokenBuffer
  ) {
    if character == .separator {
      finish(into: &tokens)
    } else if character.isOfRuns {
      codes.finish(into: &tokens)
      runs.append(character, from: start, to: end, into: &tokens)
    } else if character == .mark || character.isVoicingMark {
      runs.extend(with: character, to: end, folding: folding)
      codes.extend(to: end)
    } else if let index = character.expansion {
      for part in folding.characters(ofExpansion: index) {
        append(part, from: start, to: end, into: &tokens)
      }
    } else {
      runs.finish(into: &tokens)
      appendToCode(character, from: start, to: end, into: &tokens)
    }
  }

  private mutating func appendToCode(
    _ character: FoldedCharacter, from start: Int, to end: Int, into tokens: inout TokenBuffer
  ) {
    if character == .space {
      codes.appendSpace(into: &tokens)
    } else if character.isJoiner || character.isSign {
      codes.appendPunctuation(character, to: end, into: &tokens)
    } else {
      codes.append(character, from: start, to: end, into: &tokens)
    }
  }

  private mutating func finish(into tokens: inout TokenBuffer) {
    runs.finish(into: &tokens)
    codes.finish(into: &tokens)
  }
}
