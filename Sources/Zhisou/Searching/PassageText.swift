/// A passage as it is shown: white space drawn together, an ellipsis where text is left out.
struct PassageText {
  private let text: [UInt8]
  private let range: Range<Int>

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The passage with the hits that lie in it, overlapping ones joined.
  func snippet(marking hits: [Range<Int>]) -> Snippet {
    var shown: [UInt8] = range.lowerBound > 0 ? Array("…".utf8) : []
    // Where each byte of the passage stands in what is shown.
    var places: [Int] = []
    var isInSpace = true
    for place in range {
      let byte = text[place]
      let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      places.append(shown.count)
      if isSpace {
        if !isInSpace { shown.append(0x20) }
      } else {
        shown.append(byte)
      }
      isInSpace = isSpace
    }
    places.append(shown.count)
    if range.upperBound < text.count { shown += Array("…".utf8) }
    var marks: [Range<Int>] = []
    for hit in hits where hit.lowerBound >= range.lowerBound && hit.upperBound <= range.upperBound {
      let start = places[hit.lowerBound - range.lowerBound]
      let end = places[hit.upperBound - range.lowerBound]
      if let last = marks.last, start <= last.upperBound {
        marks[marks.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else if start < end {
        marks.append(start..<end)
      }
    }
    return Snippet(text: String(decoding: shown, as: UTF8.self), hitsInUTF8: marks)
  }
}
