/// A sequence of characters and words that a text can have in one piece, in any spelling of it.
///
/// Both go through the folding of the analyzer. A phrase is where its units follow one another with
/// no other unit between: the characters of runs, and whole words. Punctuation and white space
/// between units do not count, but two characters that stand together in the phrase stand together
/// in the text. A code, such as GB/T 1804—2000, is where its words are, or where a code has its
/// normal form, gbt1804-2000.
package struct Phrase: Equatable, Sendable {
  /// What a text with the phrase is sure to have: all terms of one of several lists.
  package struct Requirement: Hashable, Sendable {
    package let alternatives: [[IndexedTerm]]
  }

  /// A unit of the phrase, or several that make a code.
  enum Element: Equatable {
    /// A character of a run, by its key, and whether it stands together with the one before.
    case character(UInt32, isJoined: Bool)
    /// A word, perhaps with signs as in C++, or a form of a code.
    case word([UInt8])
    /// A code of several words.
    case code(normalForm: [UInt8], words: [[UInt8]])
  }

  let elements: [Element]

  /// Takes a text apart; `nil` if it has neither a letter, a digit nor a character of a run.
  package init?(_ text: String) {
    let interner = TokenInterner()
    var units = TextUnits(interner: interner, grows: true)
    var text = text
    text.withUTF8 { unsafe units.read($0) }
    guard !units.units.isEmpty else { return nil }
    elements = Self.elements(of: units, interner)
  }

  /// What a text is sure to have that has the phrase: of every requirement one alternative.
  package var requirements: [Requirement] {
    var requirements: [Requirement] = []
    var seen: Set<Requirement> = []
    for (place, element) in elements.enumerated() {
      guard let requirement = requirement(of: element, at: place) else { continue }
      if seen.insert(requirement).inserted { requirements.append(requirement) }
    }
    return requirements
  }

  private func requirement(of element: Element, at place: Int) -> Requirement? {
    switch element {
    case .character(let key, let isJoined):
      if isJoined, case .character(let previous, _) = elements[place - 1] {
        return Requirement(alternatives: [[Self.pair(previous, key)]])
      }
      let isPaired =
        if place + 1 < elements.count, case .character(_, true) = elements[place + 1] { true } else
        { false }
      return isPaired ? nil : Requirement(alternatives: [[Self.character(key)]])
    case .word(let word):
      return Requirement(alternatives: [[.word(word)]])
    case .code(let normalForm, let words):
      return Requirement(alternatives: [[.word(normalForm)], words.map { .word($0) }])
    }
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> IndexedTerm {
    guard max(first, second) < TermKey.characterCount else {
      return .word(bytes(of: first) + bytes(of: second))
    }
    return .pair(TermKey.bigram(first: first, second: second))
  }

  private static func character(_ key: UInt32) -> IndexedTerm {
    key < TermKey.characterCount ? .character(key) : .word(bytes(of: key))
  }

  /// The UTF-8 of a character of runs.
  private static func bytes(of key: UInt32) -> [UInt8] {
    let scalar = key < TermKey.characterCount ? TermKey.scalar(of: key) : key
    return Unicode.Scalar(scalar).map { Array(String($0).utf8) } ?? []
  }

  private static func elements(
    of text: borrowing TextUnits, _ interner: TokenInterner
  ) -> [Element] {
    let (units, forms) = (text.units, text.forms)
    func word(_ key: UInt32) -> [UInt8] {
      unsafe interner.withBytes(of: key & ~TermKey.internedFlag) { unsafe Array($0) }
    }
    /// The key of a word, or of its form with signs.
    func key(of unit: Int) -> UInt32 {
      forms.first { $0.units == unit..<unit + 1 && $0.end > units[unit].end }?.key
        ?? units[unit].key
    }
    var elements: [Element] = []
    var unit = 0
    while unit < units.count {
      guard units[unit].key & TermKey.internedFlag != 0 else {
        elements.append(.character(units[unit].key, isJoined: units[unit].isJoined))
        unit += 1
        continue
      }
      // The first form of several words is their normal form.
      let code = forms.first { $0.units.lowerBound == unit && $0.units.count > 1 }
      let range = code?.units ?? unit..<unit + 1
      let keys = range.map(key)
      let hasSigns = keys.last != units[range.upperBound - 1].key
      if let code, !hasSigns {
        elements.append(.code(normalForm: word(code.key), words: keys.map(word)))
      } else {
        elements += keys.map { .word(word($0)) }
      }
      unit = range.upperBound
    }
    return elements
  }
}
