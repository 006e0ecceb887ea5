internal import Analysis
internal import InvertedIndex

/// Finds the passage of a document that covers a query best.
///
/// The stored text goes through the analyzer again, so that a hit is marked exactly where a term
/// was indexed: in traditional script, in full width, in any spelling of a code.
struct SnippetMaker {
  /// Bytes of a section that are searched; a passage far behind is not worth the wait.
  private static let mostBytes = 1 << 18

  private let analyzer: Analyzer
  private let interner = TokenInterner()
  /// What each key counts.
  private var weights: [UInt32: Double] = [:]
  /// What a character counts wherever it stands, by dense id.
  private var characters: [UInt32: Double] = [:]

  init(query: Query, ranking: BM25, snapshot: IndexSnapshot, analyzer: Analyzer) {
    self.analyzer = analyzer
    for term in query.terms {
      func weight() -> Double {
        ranking.inverseDocumentFrequency(snapshot.documentFrequency(of: term))
      }
      switch term.form {
      case .key(let key): weights[key] = weight()
      case .word(let word):
        let id = unsafe word.withUnsafeBufferPointer { unsafe interner.intern($0) }
        weights[id | TermKey.internedFlag] = weight()
      case .union(let range, _): characters[range.lowerBound / TermKey.characterCount] = 1
      }
    }
  }

  private struct Match {
    let range: Range<Int>
    let term: UInt32
    let weight: Double
  }

  /// The passage of about so many characters; the beginning where nothing matches.
  func snippet(of document: Document, characters: Int) -> Snippet {
    var best: (section: [UInt8], matches: [Match], window: Range<Int>, weight: Double)?
    for section in document.sections {
      let text = Array(section.text.utf8)
      let matches = matches(in: text)
      let (window, weight) = bestWindow(matches, bytes: characters * 3)
      if best == nil || weight > (best?.weight ?? 0) {
        best = (text, matches, window, weight)
      }
    }
    guard let best, !best.section.isEmpty else { return .empty }
    let passage = PassageBorders(best.section).passage(
      around: best.window, characters: characters)
    return PassageText(best.section, passage).snippet(
      marking: best.matches.map(\.range))
  }

  private func matches(in text: [UInt8]) -> [Match] {
    let end =
      text.count <= Self.mostBytes
      ? text.count : UTF8Border.start(ofCharacterBefore: Self.mostBytes + 1, in: text)
    let tokens = tokens(in: text[..<end])
    var matches: [Match] = []
    for index in 0..<tokens.count {
      let token = tokens[index]
      if let weight = weights[token.key] {
        matches.append(Match(range: token.start..<token.end, term: token.key, weight: weight))
      }
      if !characters.isEmpty, token.key & TermKey.internedFlag == 0 {
        append(token, of: text, to: &matches)
      }
    }
    return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The tokens of a text that can match; their ranges begin with the slice.
  private func tokens(in text: ArraySlice<UInt8>) -> TokenBuffer {
    var tokens = TokenBuffer(keepsRanges: true)
    unsafe text.withUnsafeBufferPointer {
      unsafe analyzer.analyze($0, into: &tokens, lookingUpIn: interner)
    }
    return tokens
  }

  /// Adds the characters of a bigram that were looked for one by one.
  private func append(_ token: Token, of text: [UInt8], to matches: inout [Match]) {
    let (first, second) = TermKey.firstAndSecond(of: token.key)
    guard characters[first] != nil || characters[second] != nil else { return }
    let border = second == 0 ? token.end : startOfSecond(in: token, of: text)
    if let weight = characters[first] {
      let end = border > token.start ? border : token.end
      matches.append(Match(range: token.start..<end, term: first, weight: weight))
    }
    if let weight = characters[second] {
      matches.append(Match(range: border..<token.end, term: second, weight: weight))
    }
  }

  /// Where the second character of a bigram begins; that of the token, where both are spelled by one
  /// character such as ㍿.
  private func startOfSecond(in token: Token, of text: [UInt8]) -> Int {
    let end = UTF8Border.end(ofCharacterAt: token.start, in: text)
    var start = UTF8Border.start(ofCharacterBefore: token.end, in: text)
    // Marks stand behind either of them; alone they are no token.
    while start > end, tokens(in: text[start..<token.end]).count == 0 {
      start = UTF8Border.start(ofCharacterBefore: start, in: text)
    }
    return start
  }

  /// The span of matches within so many bytes whose distinct terms count most.
  ///
  /// - Complexity: O(matches).
  private func bestWindow(_ matches: [Match], bytes: Int) -> (Range<Int>, Double) {
    var best = (0..<0, 0.0)
    var counts: [UInt32: Int] = [:]
    var weight = 0.0
    var first = 0
    for match in matches {
      if counts[match.term, default: 0] == 0 { weight += match.weight }
      counts[match.term, default: 0] += 1
      while match.range.upperBound - matches[first].range.lowerBound > bytes,
        matches[first].range.lowerBound < match.range.lowerBound
      {
        counts[matches[first].term, default: 1] -= 1
        if counts[matches[first].term] == 0 { weight -= matches[first].weight }
        first += 1
      }
      if weight > best.1 * (1 + 1e-12) {
        best = (matches[first].range.lowerBound..<match.range.upperBound, weight)
      }
    }
    return best
  }
}
