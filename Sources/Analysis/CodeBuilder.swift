/// Builds the normal form of a code word by word, and turns words and forms into tokens.
@safe
struct CodeBuilder: ~Copyable {
  /// The longest word in bytes.
  static let maximumWordLength = 255
  /// The most words, and the most bytes of the normal form, of a code that is kept whole.
  private static let maximumWords = 8
  private static let maximumLength = 64

  /// Whether one letter and a slash begin the code.
  var isSlashed = false
  private let vocabulary: Vocabulary
  /// The normal form so far, at its end the word that is being built.
  private let bytes: UnsafeMutablePointer<UInt8>
  private var length = 0
  private var start = 0
  private var words = 0
  private var isTooLong = false
  private var firstToken = 0
  private var wordOffset = 0
  private var wordStart = 0
  private var wordEnd = 0
  private var wordHasDigit = false
  /// The patent subclass before a space, if any: the code may prove to begin behind it.
  private var subclassLength = 0
  private var startBehindSubclass = 0

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    // A subclass, a code and its hyphen, the word that makes it too long, and two signs.
    unsafe bytes = .allocate(
      capacity: 4 + CodeBuilder.maximumLength + 1 + CodeBuilder.maximumWordLength + 2)
  }

  deinit {
    unsafe bytes.deallocate()
  }

  /// The room in bytes that the word has left.
  var room: Int { CodeBuilder.maximumWordLength &- (length &- wordOffset) }

  /// Whether the last character of the word is a digit.
  var endsWithDigit: Bool { unsafe bytes[length - 1].isDigit }

  /// Whether the word is a single letter that begins the code.
  var isSingleLetter: Bool { words == 0 && length == 1 && !wordHasDigit }

  /// Whether a number behind a space still belongs to the code.
  var joinsOverSpace: Bool {
    guard !isTooLong else { return false }
    return withForm(0..<length) { code in
      CodePattern.isSubclass(code)
        || StandardPrefix(of: code, isSlashed: isSlashed)?.length == length
    }
  }

  /// Begins a code and its first word.
  mutating func begin(at start: Int, into tokens: borrowing TokenBuffer) {
    length = 0
    words = 0
    isTooLong = false
    isSlashed = false
    subclassLength = 0
    firstToken = tokens.count
    self.start = start
    beginWord(at: start)
  }

  /// Adds a letter or a digit, for which there is room, to the word.
  mutating func append(_ character: FoldedCharacter, to end: Int) {
    unsafe length += UTF8Scalar.write(character.code, to: bytes + length)
    wordHasDigit = wordHasDigit || character.isDigit
    wordEnd = end
  }

  /// Adds ASCII letters and digits for as long as they come and have room.
  ///
  /// Returns the index of the first byte that it has not taken.
  mutating func appendASCII(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, wordBytes: UnsafePointer<UInt8>
  ) -> Int {
    let target = unsafe bytes + length
    let limit = min(end &- start, room)
    var count = 0
    // Set in every small letter and in no digit.
    var letterBit: UInt8 = 0x40
    while count < limit {
      let byte = unsafe wordBytes[Int(text[start &+ count])]
      if byte == 0 { break }
      unsafe target[count] = byte
      letterBit &= byte
      count &+= 1
    }
    length &+= count
    wordHasDigit = wordHasDigit || letterBit == 0
    wordEnd = start &+ count
    return wordEnd
  }

  /// Lengthens the range of the word by a mark.
  mutating func extendWord(to end: Int) {
    wordEnd = end
  }

  /// Ends the word and begins the next one of the code.
  mutating func beginNextWord(at start: Int, isBetweenDigits: Bool, into tokens: inout TokenBuffer)
  {
    endWord(into: &tokens)
    if isTooLong {
      length = 0
    } else if isBetweenDigits {
      unsafe bytes[length] = UInt8(ascii: "-")
      length += 1
    }
    beginWord(at: start)
  }

  /// Ends the word before a space and begins the number behind it.
  mutating func beginNumberBehindSpace(at start: Int, into tokens: inout TokenBuffer) {
    let isSubclass = withForm(0..<length, CodePattern.isSubclass)
    let subclass = self.start..<wordEnd
    beginNextWord(at: start, isBetweenDigits: endsWithDigit, into: &tokens)
    guard isSubclass else { return }
    // Of its own right, whatever the number proves to be.
    subclassLength = length
    startBehindSubclass = start
    emitForms(of: 0..<length, span: subclass, into: &tokens)
  }

  /// Ends the word and the code, without the signs that may follow.
  mutating func end(into tokens: inout TokenBuffer) {
    endWord(into: &tokens)
    guard !isTooLong, words > 1 || wordHasDigit else { return }
    let isNumberAlone = subclassLength > 0 && !withForm(0..<length, CodePattern.isSymbol)
    let code = (isNumberAlone ? subclassLength : 0)..<length
    let span = (isNumberAlone ? startBehindSubclass : start)..<wordEnd
    if words > 1 { emitExtra(code, span: span, into: &tokens) }
    emitForms(of: code, span: span, into: &tokens)
  }

  /// Adds the word that has just ended together with signs behind it, as in C++.
  mutating func emitWord(
    withSign sign: UInt8, times: Int, to end: Int, into tokens: inout TokenBuffer
  ) {
    guard !wordHasDigit else { return }
    unsafe (bytes + length).update(repeating: sign, count: times)
    emitExtra(wordOffset..<length + times, span: wordStart..<end, into: &tokens)
  }

  private mutating func beginWord(at start: Int) {
    wordOffset = length
    wordStart = start
    wordHasDigit = false
  }

  private mutating func endWord(into tokens: inout TokenBuffer) {
    let word = unsafe UnsafeBufferPointer(start: bytes + wordOffset, count: length - wordOffset)
    if let key = unsafe vocabulary.key(of: word) {
      tokens.append(key, from: wordStart, to: wordEnd)
    }
    words += 1
    isTooLong =
      isTooLong || length - subclassLength > CodeBuilder.maximumLength
      || words - (subclassLength > 0 ? 1 : 0) > CodeBuilder.maximumWords
  }

  private func emitForms(of code: Range<Int>, span: Range<Int>, into tokens: inout TokenBuffer) {
    let forms = withForm(code) { CodePattern.forms(of: $0, isSlashed: isSlashed) }
    for form in forms {
      let range = form.lowerBound + code.lowerBound..<form.upperBound + code.lowerBound
      emitExtra(range, span: span, into: &tokens)
    }
  }

  /// Adds a form of the code unless the code has given that token already.
  private func emitExtra(_ range: Range<Int>, span: Range<Int>, into tokens: inout TokenBuffer) {
    let form = unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
    guard let key = unsafe vocabulary.key(of: form), !tokens.contains(key, from: firstToken)
    else { return }
    tokens.append(key, from: span.lowerBound, to: span.upperBound, isExtra: true)
  }

  private func withForm<R>(_ range: Range<Int>, _ body: (Span<UInt8>) -> R) -> R {
    unsafe body(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count).span)
  }
}
