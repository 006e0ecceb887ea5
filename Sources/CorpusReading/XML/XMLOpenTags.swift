/// The elements that are open and that libxml2 has not been told of, as their start tags.
///
/// Tags that have ended stay behind those that are open: mostly the next one at that depth has the same
/// name, and nothing is written then.
struct XMLOpenTags {
  private struct Tag {
    /// The name in `markup`, between its brackets.
    let name: Range<Int>
    var line: Int32
  }

  /// `<a><b>`: the tags without their attributes.
  private var markup: [UInt8] = []
  private var tags: [Tag] = []
  /// How many of the tags are open.
  private var depth = 0

  var isEmpty: Bool { depth == 0 }

  /// Adds the element whose start tag begins in that line.
  mutating func begin(_ name: Span<UInt8>, line: Int32) {
    if depth < tags.count, markup.equals(tags[depth].name, name) {
      tags[depth].line = line
    } else {
      let start = depth == 0 ? 0 : tags[depth - 1].name.upperBound + 1
      tags.removeLast(tags.count - depth)
      markup.removeLast(markup.count - start)
      markup.append(0x3C)
      markup.append(name)
      markup.append(0x3E)
      tags.append(Tag(name: (start + 1)..<(markup.count - 1), line: line))
    }
    depth += 1
  }

  /// Removes the element that began last; false when it does not have that name.
  mutating func end(_ name: Span<UInt8>) -> Bool {
    guard depth > 0, markup.equals(tags[depth - 1].name, name) else { return false }
    depth -= 1
    return true
  }

  /// Calls `body` with each tag and the line in which it begins, the outermost first.
  func forEach<E>(_ body: (Span<UInt8>, Int32) throws(E) -> Void) throws(E) {
    for tag in tags[..<depth] {
      let markup = markup.span.extracting((tag.name.lowerBound - 1)..<(tag.name.upperBound + 1))
      try body(markup, tag.line)
    }
  }
}
