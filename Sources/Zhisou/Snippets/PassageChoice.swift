/// Passages of a document that do not overlap.
struct PassageChoice {
  /// The passages in the order of the document: the number of the section, the bytes in it.
  private(set) var passages: [(section: Int, bytes: Range<Int>)] = []
  /// What the distinct terms in them weigh.
  var weight = 0.0

  /// Adds a passage, which makes one with those of its section that it touches.
  mutating func insert(_ bytes: Range<Int>, of section: Int) {
    var bytes = bytes
    passages.removeAll { other in
      guard other.section == section,
        other.bytes.upperBound == bytes.lowerBound
          || other.bytes.lowerBound == bytes.upperBound
      else { return false }
      bytes =
        min(
          bytes.lowerBound, other.bytes.lowerBound)..<max(bytes.upperBound, other.bytes.upperBound)
      return true
    }
    let place = passages.partitioningIndex {
      ($0.section, $0.bytes.lowerBound) > (section, bytes.lowerBound)
    }
    passages.insert((section, bytes), at: place)
  }

  /// What the passages leave of a section.
  func gaps(in section: Int, length: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = 0
    for passage in passages where passage.section == section {
      gaps.append(start..<passage.bytes.lowerBound)
      start = passage.bytes.upperBound
    }
    return gaps + [start..<length]
  }
}
