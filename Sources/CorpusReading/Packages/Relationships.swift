/// What a part of a package, or the package itself, says about other parts
/// (ISO/IEC 29500-2, clause 6.5).
final class Relationships: PartEvents {
  /// A pointer to a part.
  struct Relationship: Equatable {
    /// The last component of its type, such as `styles`.
    ///
    /// What is before it differs between the strict and the transitional form and says nothing.
    let type: String
    /// The part; nil for a target that is outside of the package.
    let part: String?
  }

  private let source: String
  private var byIdentifier: [String: Relationship] = [:]
  private var first: [String: Relationship] = [:]

  private static let mostRelationships = 1 << 16

  /// Gets ready to take the relationships of `source`.
  init(of source: String) {
    self.source = source
  }

  subscript(identifier: String) -> Relationship? { byIdentifier[identifier] }

  /// The first relationship of a type.
  func first(ofType type: String) -> Relationship? { first[type] }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard name.equals("Relationship"), byIdentifier.count < Self.mostRelationships,
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    let isExternal = attributes["TargetMode"].map { $0.elementsEqual("External".utf8) } ?? false
    let relationship = Relationship(
      type: String(decoding: type.split(separator: 0x2F).last ?? [], as: UTF8.self),
      part: isExternal ? nil : PartName.resolve(target, from: source))
    byIdentifier[String(decoding: attributes["Id"] ?? [], as: UTF8.self)] = relationship
    if first[relationship.type] == nil { first[relationship.type] = relationship }
  }

  func endElement() {}

  func characters(_ text: Span<UInt8>) {}
}
