/// Cuts a page so that no chunk ends inside a script or a style sheet.
///
/// libxml2's parser, when a chunk ends there behind a `<`, takes the rest of the page for the script.
struct HTMLInputFilter {
  private static let elements: [[UInt8]] = [Array("script".utf8), Array("style".utf8)]

  /// Bytes held back at most; a script longer than that is cut after all.
  private let limit: Int
  private var carry: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes a chunk and gives what may be parsed.
  ///
  /// Complexity: O(length), and once more for what was held back.
  mutating func feed(_ chunk: Span<UInt8>, isLast: Bool, _ body: (Span<UInt8>) -> Void) {
    carry.append(chunk)
    let end = isLast || carry.count > limit ? carry.count : Self.safeEnd(carry)
    guard end > 0 else { return }
    body(carry.span.extracting(0..<end))
    carry.removeSubrange(0..<end)
  }

  /// The end of the text without the script that is open there, or a tag that may open one.
  private static func safeEnd(_ text: [UInt8]) -> Int {
    var index = 0
    while let start = text[index...].firstIndex(of: 0x3C) {
      guard text.count - start > 8 else { return start }
      guard let name = elements.first(where: { stands($0, in: text, at: start + 1) }) else {
        index = start + 1
        continue
      }
      guard let end = endOfElement(name, in: text, from: start + 1 + name.count) else {
        return start
      }
      index = end
    }
    return text.count
  }

  /// The index behind `</script`, nil when it has not come.
  private static func endOfElement(_ name: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while let bracket = text[index...].firstIndex(of: 0x3C) {
      guard text.count - bracket > name.count + 2 else { return nil }
      if text[bracket + 1] == 0x2F, stands(name, in: text, at: bracket + 2) {
        return bracket + 2 + name.count
      }
      index = bracket + 1
    }
    return nil
  }

  private static func stands(_ name: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    guard text.count - start >= name.count else { return false }
    for offset in name.indices where text[start + offset] | 0x20 != name[offset] { return false }
    return true
  }
}
