/// A text with the places in it that match a query.
public struct MarkedText: Equatable, Sendable {
  /// The text, in the spelling of the document.
  public let text: String
  /// The ranges of the hits in `text`, in bytes of UTF-8, ascending and apart.
  public let hitsInUTF8: [Range<Int>]

  /// The ranges of the hits in `text`, in characters, ascending and apart.
  ///
  /// A character is a Unicode scalar, which is also called a code point: what Python counts in a
  /// string. A grapheme cluster may have several, and a UTF-16 string, as in JavaScript, has two
  /// units for one beyond the basic plane.
  ///
  /// - Complexity: O(length of the text).
  public var hitsInCharacters: [Range<Int>] {
    var borders = hitsInUTF8.flatMap { [$0.lowerBound, $0.upperBound] }.makeIterator()
    var next = borders.next()
    var places: [Int] = []
    var characters = 0
    for (place, byte) in text.utf8.enumerated() {
      guard next != nil else { break }
      while place == next {
        places.append(characters)
        next = borders.next()
      }
      if UTF8Border.isStart(byte) { characters += 1 }
    }
    while next != nil {
      places.append(characters)
      next = borders.next()
    }
    return stride(from: 0, to: places.count - 1, by: 2).map { places[$0]..<places[$0 + 1] }
  }

  /// The text cut into pieces: what matches and what does not, in order.
  public var pieces: [(text: Substring, isHit: Bool)] {
    var pieces: [(Substring, Bool)] = []
    let utf8 = text.utf8
    var place = utf8.startIndex
    for hit in hitsInUTF8 {
      let start = utf8.index(utf8.startIndex, offsetBy: hit.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: hit.upperBound)
      if place < start { pieces.append((text[place..<start], false)) }
      pieces.append((text[start..<end], true))
      place = end
    }
    if place < utf8.endIndex { pieces.append((text[place...], false)) }
    return pieces
  }
}
