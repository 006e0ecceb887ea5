/// The slow twin of the finder of phrases: tries every unit, on what the slow tokenizer gives.
struct ReferencePhrase {
  private enum Element {
    case character(String, isJoined: Bool)
    /// A word, perhaps with signs.
    case term(String)
    case code(words: [String], normalForm: String)
  }

  private let elements: [Element]

  init(_ bytes: [UInt8]) {
    let text = ReferenceUnits(bytes)
    var elements: [Element] = []
    var place = 0
    while place < text.units.count {
      let unit = text.units[place]
      guard !unit.isOfRun else {
        elements.append(.character(unit.text, isJoined: unit.isJoined))
        place += 1
        continue
      }
      let code = text.forms.filter { $0.units.lowerBound == place && $0.units.count > 1 }
        .max { $0.text.utf8.count < $1.text.utf8.count }
      let range = code?.units ?? place..<place + 1
      let signed = text.forms.first { form in
        form.units == range.upperBound - 1..<range.upperBound
          && form.end > text.units[form.units.lowerBound].end
      }
      let words = range.map { text.units[$0].text }
      if let code, signed == nil {
        elements.append(.code(words: words, normalForm: code.text))
      } else {
        elements += words.dropLast().map { .term($0) }
        elements.append(.term(signed?.text ?? words[words.count - 1]))
      }
      place = range.upperBound
    }
    self.elements = elements
  }

  var isEmpty: Bool { elements.isEmpty }

  /// For each unit that a match begins with, the shortest range of bytes.
  func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    let text = ReferenceUnits(bytes)
    return text.units.indices.compactMap { start in
      ends(elements[...], start, text, 0).min().map { text.units[start].start..<$0 }
    }
  }

  /// All ends in bytes of matches of elements from a unit on.
  private func ends(
    _ elements: ArraySlice<Element>, _ unit: Int, _ text: ReferenceUnits, _ end: Int
  ) -> [Int] {
    guard let element = elements.first else { return [end] }
    let rest = elements.dropFirst()
    guard unit < text.units.count else { return [] }
    switch element {
    case .character(let character, let isJoined):
      let found = text.units[unit]
      guard found.isOfRun, found.text == character, found.isJoined || !isJoined else { return [] }
      return ends(rest, unit + 1, text, found.end)
    case .term(let term):
      return places(of: term, from: unit, text).flatMap { ends(rest, $0.unit, text, $0.end) }
    case .code(let words, let normalForm):
      var places = places(of: normalForm, from: unit, text)
      let found = text.units[unit...].prefix(words.count)
      if found.map(\.text) == words, found.allSatisfy({ !$0.isOfRun }), let last = found.last {
        places.append((unit + words.count, last.end))
      }
      return places.flatMap { ends(rest, $0.unit, text, $0.end) }
    }
  }

  private func places(
    of term: String, from unit: Int, _ text: ReferenceUnits
  ) -> [(unit: Int, end: Int)] {
    var found = text.forms.filter { $0.units.lowerBound == unit && $0.text == term }
      .map { (unit: $0.units.upperBound, end: $0.end) }
    if !text.units[unit].isOfRun, text.units[unit].text == term {
      found.append((unit + 1, text.units[unit].end))
    }
    return found
  }
}

/// The units of a text and the forms of its codes, from the slow tokenizer.
struct ReferenceUnits {
  struct Unit {
    let text: String
    let isOfRun: Bool
    let isJoined: Bool
    let start: Int
    let end: Int
  }

  struct Form {
    let text: String
    let units: Range<Int>
    let end: Int
  }

  private(set) var units: [Unit] = []
  private(set) var forms: [Form] = []

  init(_ bytes: [UInt8]) {
    let characters = ReferenceCharacter.all(in: bytes)
    let tokens = ReferenceTokenizer.tokens(of: bytes)
    var placed: [(place: Int, unit: Unit)] = []
    for (place, character) in characters.enumerated() where character.kind == .run {
      let isJoined = place > 0 && characters[place - 1].kind == .run
      let text = String(character.scalar)
      placed.append(
        (
          place,
          Unit(
            text: text, isOfRun: true, isJoined: isJoined, start: character.start,
            end: character.end)
        ))
    }
    func isOfWords(_ token: ReadToken) -> Bool {
      token.text.unicodeScalars.first.map {
        ReferenceCharacter(scalar: $0, start: 0, end: 0).kind == .word
      } ?? false
    }
    for token in tokens where !token.isExtra && isOfWords(token) {
      let place =
        characters.firstIndex {
          $0.start == token.start && $0.scalar == token.text.unicodeScalars.first
        } ?? 0
      placed.append(
        (
          place,
          Unit(
            text: token.text, isOfRun: false, isJoined: false, start: token.start, end: token.end)
        ))
    }
    units = placed.sorted { $0.place < $1.place }.map(\.unit)
    for token in tokens where token.isExtra && isOfWords(token) {
      let first = units.firstIndex { $0.start >= token.start && !$0.isOfRun } ?? 0
      let end = units.firstIndex { $0.start >= token.end } ?? units.count
      forms.append(Form(text: token.text, units: first..<end, end: token.end))
    }
  }
}
