/// A piece of a section that shows why a document matches.
public struct Passage: Equatable, Sendable {
  /// The name of the section that it comes from.
  public let section: String
  /// The words as they stand in the document, white space drawn together, and the hits in them.
  public let content: MarkedText
  /// Whether the section has text before it.
  public let isCutBefore: Bool
  /// Whether the section has text behind it.
  public let isCutBehind: Bool
}
