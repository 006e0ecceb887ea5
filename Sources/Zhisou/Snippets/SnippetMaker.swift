internal import Analysis

/// Chooses the passages of documents that cover the terms of a query best.
struct SnippetMaker: ~Copyable {
  /// A part of a document that was searched.
  private struct Section {
    let name: String
    let text: [UInt8]
    let matches: [TermMatch]
  }

  private let weights: [Double]
  private var finder: TermFinder

  init(_ terms: [SnippetTerm]) {
    weights = terms.map(\.weight)
    finder = TermFinder(terms.map(\.term))
  }

  /// A whole text with all hits in it.
  mutating func marked(_ text: String) -> MarkedText {
    let bytes = Array(text.utf8)
    let hits = hits(among: matches(in: bytes), in: 0..<bytes.count, of: bytes)
    return MarkedText(text: text, hitsInUTF8: hits)
  }

  /// The fewest passages, of about so many characters together, whose terms weigh most; the
  /// beginning of the text where nothing matches.
  ///
  /// - Complexity: O(length of the sections + matches · `passages`²).
  mutating func snippet(of document: Document, characters: Int, passages: Int) -> Snippet {
    var sections: [Section] = []
    for section in document.sections {
      let text = Array(section.text.utf8)
      sections.append(Section(name: section.name, text: text, matches: matches(in: text)))
    }
    let most = weight(of: sections)
    var best = PassageChoice()
    var count = 1
    while count <= passages, best.weight < most * (1 - 1e-9) {
      let choice = choice(of: count, in: sections, characters)
      if choice.weight > best.weight * (1 + 1e-9) { best = choice }
      count += 1
    }
    if best.passages.isEmpty { best = beginning(of: sections, characters) }
    var shown: [Passage] = []
    for (section, bytes) in best.passages { shown.append(passage(bytes, of: sections[section])) }
    return Snippet(shown)
  }

  /// What the distinct terms of sections weigh together.
  private func weight(of sections: [Section]) -> Double {
    var weights = weights
    var weight = 0.0
    for match in sections.lazy.flatMap(\.matches) {
      weight += weights[match.term]
      weights[match.term] = 0
    }
    return weight
  }

  /// Passages, each chosen for what it adds to those before it.
  private func choice(of count: Int, in sections: [Section], _ characters: Int) -> PassageChoice {
    let characters = characters / count
    var choice = PassageChoice()
    var weights = weights
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
        matches: section.matches
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
        text, around: 0..<0, in: all, characters: characters, matches: []
      ).passage
      choice.insert(bytes, of: number)
      break
    }
    return choice
  }

  private mutating func passage(_ bytes: Range<Int>, of section: Section) -> Passage {
    let hits = hits(among: section.matches, in: bytes, of: section.text)
    return Passage(
      section: section.name, content: PassageText(section.text, bytes).marked(by: hits),
      isCutBefore: PassageText.isVisible(0..<bytes.lowerBound, of: section.text),
      isCutBehind: PassageText.isVisible(bytes.upperBound..<section.text.count, of: section.text))
  }

  private mutating func matches(in text: [UInt8]) -> [TermMatch] {
    unsafe text.withUnsafeBufferPointer { unsafe finder.matches(in: $0) }
  }

  /// The hits of the matches that lie in a range of bytes; overlapping and touching ones are one.
  private mutating func hits(
    among matches: [TermMatch], in range: Range<Int>, of text: [UInt8]
  ) -> [Range<Int>] {
    var hits: [Range<Int>] = []
    for match in matches where range.covers(match.bytes) {
      hits.append(unsafe text.withUnsafeBufferPointer { unsafe finder.hit(match, in: $0) })
    }
    var joined: [Range<Int>] = []
    for hit in hits.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, hit.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, hit.upperBound)
      } else {
        joined.append(hit)
      }
    }
    return joined
  }
}
