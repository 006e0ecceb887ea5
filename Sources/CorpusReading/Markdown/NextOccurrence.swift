/// Where a few bytes occur next in a text: asked for rising places, the text is looked at once.
struct NextOccurrence {
  private let pattern: [UInt8]
  private var found: Int? = -1

  init(of pattern: String) {
    self.pattern = Array(pattern.utf8)
  }

  /// The index of the first occurrence at or behind `start`, nil when there is none.
  mutating func from(_ start: Int, in text: [UInt8]) -> Int? {
    guard let last = found, last < start else { return found }
    found = (start..<max(start, text.count - pattern.count + 1)).first { index in
      text[index] == pattern[0] && text[index..<(index + pattern.count)].elementsEqual(pattern)
    }
    return found
  }
}
