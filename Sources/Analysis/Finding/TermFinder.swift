/// Finds where terms are in texts: where the analyzer finds them, in any spelling.
///
/// For one thread at a time: it reuses its storage from text to text.
package struct TermFinder: ~Copyable {
  /// Texts are read in parts of about so many bytes.
  private static let partLength = 1 << 14

  /// The number of each term, by the key of its unit or form, or the keys of its two units.
  private var terms: [UInt64: Int] = [:]
  private var filter = KeyFilter()
  private var text: TextUnits

  /// Prepares the search for terms, which are numbered in their order.
  package init(_ terms: [IndexedTerm]) {
    let interner = TokenInterner()
    for (number, term) in terms.enumerated() {
      let key = Self.key(of: term, interner)
      self.terms[key] = number
      filter.insert(key)
    }
    text = TextUnits(interner: interner, grows: false)
  }

  private static func key(of term: IndexedTerm, _ interner: TokenInterner) -> UInt64 {
    switch term {
    case .pair(let key):
      let (first, second) = TermKey.firstAndSecond(of: key)
      return self.key(of: first, second)
    case .character(let id): return UInt64(id)
    case .word(let word):
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
      let characters = scalars.map { CharacterFolding.shared.character(of: $0.value) }
      guard let first = characters.first, first.isOfRuns else {
        let id = unsafe word.withUnsafeBufferPointer { unsafe interner.intern($0) }
        return UInt64(id | TermKey.internedFlag)
      }
      guard characters.count == 2 else { return UInt64(TextUnit.key(of: first)) }
      return self.key(of: TextUnit.key(of: first), TextUnit.key(of: characters[1]))
    }
  }

  @inline(__always)
  private static func key(of first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) &<< 32 | UInt64(second)
  }

  /// The matches in a text, by where they begin.
  ///
  /// - Complexity: O(length), about 4 ms for a mebibyte of Chinese.
  package mutating func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [TermMatch] {
    var matches: [TermMatch] = []
    var start = 0
    var counter = unsafe CharacterCounter(bytes)
    while start < bytes.count {
      let end = unsafe Self.end(ofPartAt: start, of: bytes)
      unsafe text.read(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      forEachMatch { term, range, isForm in
        let place = start + range.lowerBound..<start + range.upperBound
        matches.append(
          TermMatch(
            term: term, bytes: place, characters: counter.characters(of: place), isForm: isForm))
      }
      start = end
    }
    return matches
  }

  /// Where a part ends: where every token does.
  private static func end(ofPartAt start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start + partLength
    while end < bytes.count, unsafe !isBorder(end, of: bytes) { end += 1 }
    return min(end, bytes.count)
  }

  /// Whether a separator begins at a place, or a letter behind a space.
  private static func isBorder(_ place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let scalar = unsafe UTF8Scalar.read(base, at: place, end: bytes.count)
    guard scalar.value != UTF8Scalar.invalid else { return false }
    if CharacterFolding.shared.character(of: scalar.value) == .separator { return true }
    return unsafe bytes[place - 1] == UInt8(ascii: " ") && bytes[place] >= UInt8(ascii: "A")
      && bytes[place] < 0x80
  }

  private func forEachMatch(_ body: (_ term: Int, _ bytes: Range<Int>, _ isForm: Bool) -> Void) {
    let (units, forms) = (text.units, text.forms)
    var form = 0
    var previous: UInt32 = 0
    for index in units.indices {
      let unit = units[index]
      while form < forms.count, forms[form].units.lowerBound == index {
        if let term = terms[UInt64(forms[form].key)] {
          body(term, unit.start..<forms[form].end, true)
        }
        form += 1
      }
      if unit.isJoined, let term = term(Self.key(of: previous, unit.key)) {
        body(term, units[index - 1].start..<unit.end, false)
      }
      if let term = term(UInt64(unit.key)) { body(term, unit.start..<unit.end, false) }
      previous = unit.key
    }
  }

  @inline(__always)
  private func term(_ key: UInt64) -> Int? {
    filter.mayContain(key) ? terms[key] : nil
  }

  /// The bytes of a match that have the term: of GB/T 1804—2000 GB/T 1804 for gbt1804.
  package mutating func hit(_ match: TermMatch, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>
  {
    guard match.isForm else { return match.bytes }
    let code = match.bytes
    unsafe text.read(UnsafeBufferPointer(rebasing: bytes[code]))
    let words = text.units.map { code.lowerBound + $0.start..<code.lowerBound + $0.end }
    var (first, last) = (0, words.count - 1)
    var found = code
    while first < last {
      let shorter = found.lowerBound..<words[last - 1].upperBound
      guard unsafe has(match.term, UnsafeBufferPointer(rebasing: bytes[shorter])) else { break }
      (last, found) = (last - 1, shorter)
    }
    while first < last {
      let shorter = words[first + 1].lowerBound..<found.upperBound
      guard unsafe has(match.term, UnsafeBufferPointer(rebasing: bytes[shorter])) else { break }
      (first, found) = (first + 1, shorter)
    }
    return found
  }

  private mutating func has(_ term: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe text.read(bytes)
    var has = false
    forEachMatch { found, _, _ in has = has || found == term }
    return has
  }
}
