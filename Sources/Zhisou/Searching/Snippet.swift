/// A passage of a document with the places that match a query.
public struct Snippet: Equatable, Sendable {
  /// The passage, as it stands in the document, white space drawn together.
  public let text: String
  /// The ranges of the hits in `text`, in bytes of UTF-8, ascending and apart.
  public let hitsInUTF8: [Range<Int>]

  /// A snippet without text.
  static let empty = Snippet(text: "", hitsInUTF8: [])

  /// The passage cut into pieces: what matches and what does not, in order.
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
