/// A part of a section as it is shown: white space drawn together, none at the ends.
///
/// Several spaces, or any but a plain one such as a line end, become one plain space; a single wide
/// space stays, for it may be a part of a code.
struct PassageText {
  private var shown: [UInt8] = []
  /// Where each byte of the part stands in what is shown.
  private var places: [Int] = []
  private let range: Range<Int>

  /// - Parameters:
  ///   - text: well-formed UTF-8.
  ///   - range: the part of it, from and to borders of characters.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.range = range
    // White space that is shown once something follows it.
    var space: ArraySlice<UInt8> = []
    var place = range.lowerBound
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      let bytes = text[place..<place + UTF8.width(scalar)]
      place += bytes.count
      guard scalar.isWhiteSpace else {
        if !shown.isEmpty { shown += space }
        space = []
        places += shown.count..<shown.count + bytes.count
        shown += bytes
        continue
      }
      places += Array(repeating: shown.count, count: bytes.count)
      let isWide = space.isEmpty && scalar.properties.generalCategory == .spaceSeparator
      space = isWide ? bytes : [0x20]
    }
    places.append(shown.count)
  }

  /// The part with hits in it, which are ranges of bytes of the whole text that lie in the part,
  /// ascending and apart.
  func marked(by hits: [Range<Int>]) -> MarkedText {
    MarkedText(
      text: String(decoding: shown, as: UTF8.self),
      hitsInUTF8: hits.map { hit in
        places[hit.lowerBound - range.lowerBound]..<places[hit.upperBound - range.lowerBound]
      })
  }

  /// Whether a part of a text has anything but white space.
  static func isVisible(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = UTF8Border.end(ofCharacterAt: place, in: text)
      let character = String(decoding: text[place..<end], as: UTF8.self)
      if !character.unicodeScalars.allSatisfy(\.isWhiteSpace) { return true }
      place = end
    }
    return false
  }
}
