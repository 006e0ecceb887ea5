internal import Analysis

/// Chooses the passages of documents that cover the terms of a query best.
struct SnippetMaker {
  /// A part of a document that was searched.
  private struct Section {
    let name: String
    let text: [UInt8]
    let matches: [TermMatch]
  }

  private let matcher: TermMatcher
  private let analyzer: Analyzer

  init(_ terms: [SnippetTerm], analyzer: Analyzer) {
    self.analyzer = analyzer
    matcher = TermMatcher(terms, analyzer: analyzer)
  }

  /// A whole text with all hits in it.
  func marked(_ text: String) -> MarkedText {
    let bytes = Array(text.utf8)
    let hits = hits(among: matcher.matches(in: bytes), in: 0..<bytes.count, of: bytes)
    return MarkedText(text: text, hitsInUTF8: hits)
  }

  /// The fewest passages, of about so many characters together, whose terms weigh most; the
  /// beginning of the text where nothing matches.
  ///
  /// - Complexity: O(length of the sections + matches · `passages`²).
  func snippet(of document: Document, characters: Int, passages: Int) -> Snippet {
    let sections = document.sections.map { section in
      let text = Array(section.text.utf8)
      return Section(name: section.name, text: text, matches: matcher.matches(in: text))
    }
    var best = choice(of: 1, in: sections, characters)
    for count in 1...max(passages, 1) where count > 1 {
      let more = choice(of: count, in: sections, characters)
      if more.weight > best.weight * (1 + 1e-9) { best = more }
    }
    if best.passages.isEmpty { best = beginning(of: sections, characters) }
    return Snippet(best.passages.map { passage($0.bytes, of: sections[$0.section]) })
  }

  /// Passages, each chosen for what it adds to those before it.
  private func choice(of count: Int, in sections: [Section], _ characters: Int) -> PassageChoice {
    let characters = characters / count
    var choice = PassageChoice()
    var weights = matcher.weights
    for _ in 0..<count {
      var best: (section: Int, bounds: Range<Int>, stretch: Range<Int>, weight: Double)?
      for (number, section) in sections.enumerated() {
        let search = PassageSearch(section.matches)
        for bounds in choice.gaps(in: number, length: section.text.count) {
          let found = search.bestStretch(in: bounds, characters: characters, weights: weights)
          guard let (stretch, weight) = found, weight > (best?.weight ?? 0) * (1 + 1e-9)
          else { continue }
          best = (number, bounds, stretch, weight)
        }
      }
      guard let best else { break }
      let section = sections[best.section]
      let bytes = PassageBorders(
        section.text, around: best.stretch, in: best.bounds, characters: characters,
        matches: section.matches, analyzer: analyzer
      ).passage
      choice.insert(bytes, of: best.section)
      for match in section.matches where bytes.covers(match.bytes) {
        choice.weight += weights[match.term]
        weights[match.term] = 0
      }
    }
    return choice
  }

  private func beginning(of sections: [Section], _ characters: Int) -> PassageChoice {
    var choice = PassageChoice()
    for (number, section) in sections.enumerated() {
      let (text, all) = (section.text, 0..<section.text.count)
      guard PassageText.isVisible(all, of: text) else { continue }
      let bytes = PassageBorders(
        text, around: 0..<0, in: all, characters: characters, matches: [], analyzer: analyzer
      ).passage
      choice.insert(bytes, of: number)
      break
    }
    return choice
  }

  private func passage(_ bytes: Range<Int>, of section: Section) -> Passage {
    let hits = hits(among: section.matches, in: bytes, of: section.text)
    return Passage(
      section: section.name, content: PassageText(section.text, bytes).marked(by: hits),
      isCutBefore: PassageText.isVisible(0..<bytes.lowerBound, of: section.text),
      isCutBehind: PassageText.isVisible(bytes.upperBound..<section.text.count, of: section.text))
  }

  /// The hits that lie in a range of bytes; overlapping and touching ones are one.
  private func hits(
    among matches: [TermMatch], in range: Range<Int>, of text: [UInt8]
  ) -> [Range<Int>] {
    let hits = matches.filter { $0.bytes.overlaps(range) }.map { matcher.hit($0, in: text) }
    var joined: [Range<Int>] = []
    for hit in hits.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.covers(hit) {
      if let last = joined.last, hit.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
      } else {
        joined.append(hit)
      }
    }
    return joined
  }
}
