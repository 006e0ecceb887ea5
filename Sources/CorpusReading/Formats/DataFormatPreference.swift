/// Which of the forms of one fact to take: offices give it as filed (`dataFormat="original"`) and
/// once more in a form for machines.
struct DataFormatPreference {
  private var taken: Set<UInt8> = []

  /// Whether to take an element at a place: the one as filed, or the first when there is none.
  ///
  /// The form as filed comes first in every document known to us.
  mutating func accepts(_ place: UInt8, _ attributes: XMLAttributes) -> Bool {
    guard Self.isOriginal(attributes) else { return taken.insert(place).inserted }
    taken.insert(place)
    return true
  }

  /// Whether an element is as filed, or does not say.
  static func isOriginal(_ attributes: XMLAttributes) -> Bool {
    attributes.has("dataFormat", "original") ?? true
  }
}
