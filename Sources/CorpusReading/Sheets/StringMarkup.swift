/// The markup of a text in a workbook (`si`, `is`): runs join, readings above characters (`rPh`) are
/// no text.
struct StringMarkup {
  enum Element {
    case other, item, text, phonetic
  }

  /// The text so far.
  private(set) var text: [UInt8] = []
  private var open: [Element] = []
  private var phoneticDepth = 0

  /// The size of a piece of text that may still be decoded.
  private var runStart = 0

  mutating func begin(_ name: Span<UInt8>) {
    var element = Element.other
    if name.equals("t") {
      element = .text
      runStart = text.count
    } else if name.equals("si") {
      element = .item
    } else if name.equals("rPh") {
      element = .phonetic
      phoneticDepth += 1
    }
    open.append(element)
  }

  /// Ends the element that began last; returns what it was.
  mutating func end() -> Element {
    let element = open.popLast() ?? .other
    switch element {
    case .phonetic: phoneticDepth -= 1
    case .text: EscapedCharacters.decode(&text, from: runStart)
    case .item, .other: break
    }
    return element
  }

  mutating func append(_ characters: Span<UInt8>) {
    if open.last == .text, phoneticDepth == 0 { text.append(characters) }
  }

  /// Begins the next text.
  mutating func reset() {
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    runStart = 0
  }
}
