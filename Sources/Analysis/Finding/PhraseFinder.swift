/// Finds where a phrase is in texts.
///
/// For one thread at a time: it reuses its storage from text to text.
package struct PhraseFinder: ~Copyable {
  /// An element of the phrase with the keys that units of a text have.
  private enum Element {
    case character(UInt32, isJoined: Bool)
    case word(UInt32)
    case code(normalForm: UInt32, words: [UInt32])
  }

  private let elements: [Element]
  /// The keys of units that the phrase can begin with.
  private let firstKeys: (UInt32, UInt32)
  private var text: TextUnits

  /// Prepares the search for a phrase.
  package init(_ phrase: Phrase) {
    let interner = TokenInterner()
    func key(_ word: [UInt8]) -> UInt32 {
      unsafe word.withUnsafeBufferPointer { unsafe interner.intern($0) } | TermKey.internedFlag
    }
    elements = phrase.elements.map { element in
      switch element {
      case .character(let key, let isJoined): .character(key, isJoined: isJoined)
      case .word(let word): .word(key(word))
      case .code(let normalForm, let words):
        .code(normalForm: key(normalForm), words: words.map(key))
      }
    }
    firstKeys =
      switch elements[0] {
      case .character(let key, _), .word(let key): (key, key)
      case .code(let normalForm, let words): (normalForm, words[0])
      }
    text = TextUnits(interner: interner, grows: false)
  }

  /// Whether a text has the phrase.
  ///
  /// The text is UTF-8; bytes that are not well-formed separate words and runs.
  ///
  /// - Complexity: O(length), times that of the phrase for texts that repeat its beginning.
  package mutating func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe self.text.read(text)
    return firstMatch(from: 0) != nil
  }

  /// The ranges of bytes of a text in which the phrase is, by where they begin; they may overlap.
  ///
  /// Of several that begin together the shortest is given.
  ///
  /// - Complexity: O(length), times that of the phrase for texts that repeat its beginning.
  package mutating func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    unsafe self.text.read(text)
    var ranges: [Range<Int>] = []
    var unit = 0
    while let match = firstMatch(from: unit) {
      ranges.append(match.range)
      unit = match.unit + 1
    }
    return ranges
  }

  /// The first unit from one on that a match begins with, and the bytes of the shortest.
  private func firstMatch(from first: Int) -> (unit: Int, range: Range<Int>)? {
    let (units, forms) = (text.units, text.forms)
    var form = BinarySearch.firstIndex(below: forms.count) { forms[$0].units.lowerBound >= first }
    for unit in first..<max(first, units.count) {
      while form < forms.count, forms[form].units.lowerBound < unit { form += 1 }
      let hasForm = form < forms.count && forms[form].units.lowerBound == unit
      let key = units[unit].key
      guard hasForm || key == firstKeys.0 || key == firstKeys.1 else { continue }
      if let end = end(of: 0, at: unit) { return (unit, units[unit].start..<end) }
    }
    return nil
  }

  /// Where the elements from one on end if they begin at a unit: the least offset in bytes.
  private func end(of first: Int, at start: Int) -> Int? {
    let units = text.units
    var unit = start
    var end = 0
    for place in first..<elements.count {
      guard unit < units.count else { return nil }
      switch elements[place] {
      case .character(let key, let isJoined):
        guard units[unit].key == key, !isJoined || units[unit].isJoined else { return nil }
        (unit, end) = (unit + 1, units[unit].end)
      case .word(let key):
        guard let next = self.end(ofTerm: key, at: unit) else { return nil }
        (unit, end) = next
      case .code(let normalForm, let words):
        let whole = self.end(ofTerm: normalForm, at: unit)
        let parts = self.end(ofWords: words, at: unit)
        guard let next = parts ?? whole else { return nil }
        if let whole, whole.unit != next.unit, place + 1 < elements.count {
          // The form may stand for more words than the phrase has: either may go on.
          let ends = [next.unit, whole.unit].compactMap { self.end(of: place + 1, at: $0) }
          return ends.min()
        }
        (unit, end) = next
      }
    }
    return end
  }

  /// The unit behind a word or a form that begins at a unit, and the offset in bytes of its end.
  private func end(ofTerm key: UInt32, at unit: Int) -> (unit: Int, bytes: Int)? {
    let (units, forms) = (text.units, text.forms)
    if units[unit].key == key { return (unit + 1, units[unit].end) }
    var form = BinarySearch.firstIndex(below: forms.count) { forms[$0].units.lowerBound >= unit }
    while form < forms.count, forms[form].units.lowerBound == unit {
      if forms[form].key == key { return (forms[form].units.upperBound, forms[form].end) }
      form += 1
    }
    return nil
  }

  private func end(ofWords words: [UInt32], at unit: Int) -> (unit: Int, bytes: Int)? {
    let units = text.units
    let end = unit + words.count
    guard end <= units.count else { return nil }
    for (place, word) in words.enumerated() where units[unit + place].key != word { return nil }
    return (end, units[end - 1].end)
  }
}
