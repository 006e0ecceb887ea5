/// AND, OR or NOT, in capitals of any width.
struct QueryKeyword {
  let kind: QueryToken.Kind
  /// The place behind it.
  let end: Int

  /// The keyword whose letters stand at a place, whatever follows them.
  static func at(_ place: Int, in text: QueryText) -> QueryKeyword? {
    for (kind, letters) in keywords {
      let end = place + letters.count
      guard end <= text.count else { continue }
      if text.scalars[place..<end].lazy.map(\.halfWidth).elementsEqual(letters) {
        return QueryKeyword(kind: kind, end: end)
      }
    }
    return nil
  }

  private static let keywords: [(QueryToken.Kind, [Unicode.Scalar])] = [
    (.and, ["A", "N", "D"]), (.or, ["O", "R"]), (.not, ["N", "O", "T"]),
  ]
}
