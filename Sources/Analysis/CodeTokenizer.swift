/// Makes words of letters and digits, and codes of words that joiners hold together.
///
/// The words of a code are tokens each. Its normal form, in which a joiner is dropped or, between
/// two digits, becomes a hyphen, is an extra token, and so are the forms of `CodePattern`.
struct CodeTokenizer: ~Copyable {
  /// What the characters since the last code began have come to.
  private enum State {
    case outside, inWord, behindJoiner, behindSpace, behindSigns
  }

  private static let fullStop = FoldedCharacter(code: 0x2E)
  private static let slash = FoldedCharacter(code: 0x2F)
  private static let mostSigns = 2

  private var state = State.outside
  private var code: CodeBuilder
  private var joiner = FoldedCharacter.separator
  private var sign = FoldedCharacter.separator
  private var signCount = 0
  private var signsEnd = 0

  init(vocabulary: Vocabulary) {
    code = CodeBuilder(vocabulary: vocabulary)
  }

  /// Adds a letter or a digit.
  mutating func append(
    _ character: FoldedCharacter, from start: Int, to end: Int, into tokens: inout TokenBuffer
  ) {
    let size = UTF8Scalar.length(of: character.code)
    let isBetweenDigits = state != .outside && character.isDigit && code.endsWithDigit
    switch state {
    case .inWord where code.room >= size:
      break
    case .behindJoiner where isBetweenDigits && joiner == CodeTokenizer.fullStop && code.room > 1:
      code.append(joiner, to: start)
    case .behindJoiner where isBetweenDigits && joiner == CodeTokenizer.fullStop:
      startAnew(at: start, into: &tokens)
    case .behindJoiner:
      code.beginNextWord(at: start, isBetweenDigits: isBetweenDigits, into: &tokens)
    case .behindSpace where character.isDigit:
      code.beginNumberBehindSpace(at: start, into: &tokens)
    default:
      startAnew(at: start, into: &tokens)
    }
    state = .inWord
    code.append(character, to: end)
  }

  /// Adds ASCII letters and digits as `append` would one by one; the first byte is known to be one.
  ///
  /// Returns the index of the first byte that it has not taken.
  mutating func appendASCII(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, wordBytes: UnsafePointer<UInt8>,
    into tokens: inout TokenBuffer
  ) -> Int {
    let first = unsafe FoldedCharacter(code: UInt32(wordBytes[Int(text[start])]))
    append(first, from: start, to: start &+ 1, into: &tokens)
    return unsafe code.appendASCII(text, from: start &+ 1, to: end, wordBytes: wordBytes)
  }

  /// Takes a joiner or a sign, which belongs to the word before it or ends it.
  mutating func appendPunctuation(
    _ character: FoldedCharacter, to end: Int, into tokens: inout TokenBuffer
  ) {
    if character.isJoiner, state == .inWord {
      state = .behindJoiner
      joiner = character
      if joiner == CodeTokenizer.slash, code.isSingleLetter { code.isSlashed = true }
    } else if character.isSign, state == .inWord {
      state = .behindSigns
      sign = character
      signCount = 1
      signsEnd = end
    } else if character.isSign, state == .behindSigns {
      // Different signs, like many, are no part of a name.
      signCount = character == sign ? signCount + 1 : CodeTokenizer.mostSigns + 1
      signsEnd = end
    } else {
      finish(into: &tokens)
    }
  }

  /// Takes a space: behind a standard's letters or a patent subclass a number may still follow.
  mutating func appendSpace(into tokens: inout TokenBuffer) {
    if state == .inWord, code.joinsOverSpace {
      state = .behindSpace
    } else if state != .behindSpace {
      finish(into: &tokens)
    }
  }

  /// Takes a mark, which lengthens the range of the word before it.
  mutating func extend(to end: Int) {
    if state == .inWord { code.extendWord(to: end) }
  }

  /// Ends the word and the code, if there are any.
  @inline(__always)
  mutating func finish(into tokens: inout TokenBuffer) {
    if state != .outside { end(into: &tokens) }
  }

  private mutating func end(into tokens: inout TokenBuffer) {
    code.end(into: &tokens)
    if state == .behindSigns, signCount <= CodeTokenizer.mostSigns {
      let byte = UInt8(truncatingIfNeeded: sign.code)
      code.emitWord(withSign: byte, times: signCount, to: signsEnd, into: &tokens)
    }
    state = .outside
  }

  private mutating func startAnew(at start: Int, into tokens: inout TokenBuffer) {
    finish(into: &tokens)
    code.begin(at: start, into: tokens)
  }
}
