internal import Analysis

/// Finds the terms of a query in texts, where the analyzer finds them.
///
/// So a hit is marked exactly where a term was indexed: in traditional script, in full width, in
/// any spelling of a code.
struct TermMatcher {
  /// Texts are analyzed in parts of about so many bytes, for which the storage of one is reused.
  private static let partLength = 1 << 14

  /// What each term counts.
  let weights: [Double]
  private let analyzer: Analyzer
  private let interner = TokenInterner()
  private var terms: [UInt32: Int] = [:]
  private var characters: [UInt32: Int] = [:]
  private var filter = KeyFilter()

  init(_ terms: [SnippetTerm], analyzer: Analyzer) {
    self.analyzer = analyzer
    weights = terms.map(\.weight)
    for (number, term) in terms.enumerated() {
      switch term.form {
      case .key(let key): add(key, number)
      case .word(let word):
        let id = unsafe word.withUnsafeBufferPointer { unsafe interner.intern($0) }
        add(id | TermKey.internedFlag, number)
      case .character(let id):
        characters[id] = number
        filter.insert(id)
      }
    }
  }

  private mutating func add(_ key: UInt32, _ number: Int) {
    terms[key] = number
    filter.insert(key)
  }

  /// The matches in a text, by where they begin.
  ///
  /// - Complexity: O(length of the text).
  func matches(in text: [UInt8]) -> [TermMatch] {
    var matches: [TermMatch] = []
    var tokens = TokenBuffer(keepsRanges: true)
    var start = 0
    while start < text.count {
      let end = Self.end(ofPartAt: start, of: text)
      tokens.removeAll()
      analyze(text[start..<end], into: &tokens)
      unsafe tokens.withKeys { keys in
        for index in 0..<keys.count {
          unsafe append(keys[index], index, of: tokens, at: start, to: &matches)
        }
      }
      start = end
    }
    countCharacters(in: text, of: &matches)
    return matches
  }

  /// Where a part ends: behind a character that ends every token.
  private static func end(ofPartAt start: Int, of text: [UInt8]) -> Int {
    var end = start + partLength
    while end < text.count {
      if text[end] == UInt8(ascii: "\n") || text[end...].starts(with: "。".utf8) { return end }
      end += 1
    }
    return text.count
  }

  private func analyze(_ text: ArraySlice<UInt8>, into tokens: inout TokenBuffer) {
    unsafe text.withUnsafeBufferPointer {
      unsafe analyzer.analyze($0, into: &tokens, lookingUpIn: interner)
    }
  }

  private func append(
    _ key: UInt32, _ index: Int, of tokens: borrowing TokenBuffer, at offset: Int,
    to matches: inout [TermMatch]
  ) {
    if filter.mayContain(key), let term = terms[key] {
      let token = tokens[index]
      append(token, term, token.isExtra ? .ofCode : .whole, at: offset, to: &matches)
    }
    guard !characters.isEmpty, key & TermKey.internedFlag == 0 else { return }
    let (first, second) = TermKey.firstAndSecond(of: key)
    if filter.mayContain(first), let term = characters[first] {
      append(tokens[index], term, second == 0 ? .whole : .firstCharacter, at: offset, to: &matches)
    }
    if filter.mayContain(second), let term = characters[second] {
      append(tokens[index], term, .lastCharacter, at: offset, to: &matches)
    }
  }

  /// Adds a match to those that begin before it; only forms of codes have others to pass by.
  private func append(
    _ token: Token, _ term: Int, _ part: TermMatch.Part, at offset: Int,
    to matches: inout [TermMatch]
  ) {
    let bytes = token.start + offset..<token.end + offset
    var place = matches.count
    while place > 0, matches[place - 1].bytes.lowerBound > bytes.lowerBound { place -= 1 }
    matches.insert(TermMatch(bytes: bytes, term: term, part: part), at: place)
  }

  private func countCharacters(in text: [UInt8], of matches: inout [TermMatch]) {
    var place = 0
    var characters = 0
    for index in matches.indices {
      let bytes = matches[index].bytes
      characters += UTF8Border.count(in: place..<bytes.lowerBound, of: text)
      place = bytes.lowerBound
      let end = characters + UTF8Border.count(in: bytes, of: text)
      matches[index].characters = characters..<end
    }
  }

  /// The bytes that a match is marked by: no more of its token than has the term.
  func hit(_ match: TermMatch, in text: [UInt8]) -> Range<Int> {
    let token = match.bytes
    switch match.part {
    case .whole: return token
    case .ofCode: return wordsOfCode(token, for: match.term, in: text)
    case .firstCharacter:
      let border = startOfLastCharacter(of: token, in: text)
      return border > token.lowerBound ? token.lowerBound..<border : token
    case .lastCharacter: return startOfLastCharacter(of: token, in: text)..<token.upperBound
    }
  }

  /// Where the last character of a pair begins; where the pair does, if both are spelled by one
  /// character such as ㍿.
  private func startOfLastCharacter(of pair: Range<Int>, in text: [UInt8]) -> Int {
    let end = UTF8Border.end(ofCharacterAt: pair.lowerBound, in: text)
    var start = UTF8Border.start(ofCharacterBefore: pair.upperBound, in: text)
    // Marks stand behind either of them; alone they are no token.
    while start > end, tokens(in: text[start..<pair.upperBound]).count == 0 {
      start = UTF8Border.start(ofCharacterBefore: start, in: text)
    }
    return start
  }

  /// The words of a code that give a form of it by themselves: of GB/T 1804—2000 GB/T 1804 for
  /// gbt1804.
  private func wordsOfCode(_ code: Range<Int>, for term: Int, in text: [UInt8]) -> Range<Int> {
    var words: [Range<Int>] = []
    var tokens = TokenBuffer(keepsRanges: true)
    unsafe text[code].withUnsafeBufferPointer {
      unsafe analyzer.analyze($0, into: &tokens, interning: TokenInterner())
    }
    for index in 0..<tokens.count where !tokens[index].isExtra {
      words.append(tokens[index].start + code.lowerBound..<tokens[index].end + code.lowerBound)
    }
    var found = code
    while words.count > 1 {
      let start = words[0].lowerBound
      guard let end = words.dropLast().last?.upperBound, has(term, in: text[start..<end])
      else { break }
      words.removeLast()
      found = start..<end
    }
    while words.count > 1, has(term, in: text[words[1].lowerBound..<found.upperBound]) {
      words.removeFirst()
      found = words[0].lowerBound..<found.upperBound
    }
    return found
  }

  private func has(_ term: Int, in text: ArraySlice<UInt8>) -> Bool {
    let tokens = tokens(in: text)
    return (0..<tokens.count).contains { terms[tokens[$0].key] == term }
  }

  private func tokens(in text: ArraySlice<UInt8>) -> TokenBuffer {
    var tokens = TokenBuffer(keepsRanges: true)
    analyze(text, into: &tokens)
    return tokens
  }
}
