/// What the paragraph styles of a Word document make of a paragraph
/// (ISO/IEC 29500-1, clause 17.7).
final class WordStyles: PartEvents {
  /// What a paragraph is.
  enum Role: Equatable {
    case text
    case title
    case heading(level: Int)
    /// A line of a table of contents, which repeats what stands elsewhere.
    case contents
  }

  private struct Style {
    var role: Role?
    var base: String?
  }

  private var styles: [String: Style] = [:]
  private var current: (identifier: String, style: Style)?
  /// Elements that are open, and how many were around the style's own.
  private var depth = 0
  private var styleDepth = 0

  private static let mostStyles = 1 << 16
  private static let longestAncestry = 16

  /// What a style makes of a paragraph.
  ///
  /// A style whose level nobody says has the level of the one that it is based on.
  func role(ofStyle identifier: String) -> Role {
    var next: String? = identifier
    for _ in 0..<Self.longestAncestry {
      guard let name = next else { return .text }
      guard let style = styles[name] else { return Self.role(named: name) ?? .text }
      if let role = style.role, role != .title || name == identifier { return role }
      next = style.base
    }
    return .text
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    depth += 1
    if name.equals("style") {
      let isParagraph = attributes["type"].map { $0.elementsEqual("paragraph".utf8) } ?? true
      guard isParagraph, styles.count < Self.mostStyles, let identifier = attributes["styleId"]
      else { return }
      current = (String(decoding: identifier, as: UTF8.self), Style())
      styleDepth = depth
    } else if current != nil, let value = attributes["val"] {
      let value = String(decoding: value, as: UTF8.self)
      if name.equals("name"), depth == styleDepth + 1 {
        if let role = Self.role(named: value) { current?.style.role = role }
      } else if name.equals("basedOn") {
        current?.style.base = value
      } else if name.equals("outlineLvl") {
        let role = Self.role(ofOutlineLevel: value)
        // A name says more than a level does.
        if current?.style.role == nil { current?.style.role = role }
      }
    }
  }

  func endElement() {
    if depth == styleDepth, let (identifier, style) = current {
      styles[identifier] = style
      current = nil
    }
    depth -= 1
  }

  func characters(_ text: Span<UInt8>) {}

  /// What an outline level makes of a paragraph: 0 to 8 are headings, 9 is text.
  static func role(ofOutlineLevel value: String) -> Role? {
    guard let level = Int(value), (0...9).contains(level) else { return nil }
    return level == 9 ? .text : .heading(level: level + 1)
  }

  /// What a style's name says: the names that Word has, in English and Chinese, with or without the
  /// blank; an identifier is such a name without it.
  static func role(named name: String) -> Role? {
    let folded = name.lowercased().filter { $0 != " " }
    switch folded {
    case "title", "标题": return .title
    case "tocheading", "目录标题": return .contents
    default: break
    }
    guard let digit = folded.last?.wholeNumberValue, (1...9).contains(digit) else { return nil }
    switch folded.dropLast() {
    case "heading", "标题": return .heading(level: digit)
    case "toc", "目录": return .contents
    default: return nil
    }
  }
}
