/// What the XML of a part is told to.
protocol PartEvents: XMLEvents {
  /// Whether nothing more of the part is wanted.
  var isSatisfied: Bool { get }
}

extension PartEvents {
  var isSatisfied: Bool { false }
}

/// The root element of a part.
final class RootElement: PartEvents {
  /// Its local name, nil as long as it has not come.
  private(set) var name: String?

  var isSatisfied: Bool { name != nil }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if self.name == nil { self.name = name.string }
  }

  func endElement() {}

  func characters(_ text: Span<UInt8>) {}
}
