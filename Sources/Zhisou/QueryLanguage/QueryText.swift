/// The text of a query as its scalars, and where they stand in it.
///
/// Everything in the language is defined on scalars: a quotation mark opens a phrase whatever mark
/// follows and makes one character with it.
struct QueryText {
  let scalars: [Unicode.Scalar]
  /// The backslashes that make what follows them text, by their places.
  var escapes: Set<Int> = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var count: Int { scalars.count }

  /// The part that the character at a place plays; nil behind the end.
  func part(at place: Int) -> Unicode.Scalar? {
    place < scalars.count ? scalars[place].playedPart : nil
  }

  /// The text as written, without the backslashes that were escapes.
  func text(in range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for place in range where !escapes.contains(place) { text.append(scalars[place]) }
    return String(text)
  }

  func isWhiteSpace(in range: Range<Int>) -> Bool {
    scalars[range].allSatisfy(\.isWhiteSpace)
  }
}
