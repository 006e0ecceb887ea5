/// A folded character with the range of bytes that it has in the text, marks behind it included.
struct PlacedCharacter: Equatable {
  let character: FoldedCharacter
  let start: Int
  let end: Int

  /// Stands for no character.
  static let none = PlacedCharacter(character: .separator, start: 0, end: 0)
}
