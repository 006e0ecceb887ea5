/// Text that was wrapped at a fixed width, joined again.
///
/// Old patent files break lines in the middle of Chinese words, which would hide the word from
/// every search. Between two CJK characters a line break and the white space around it are nothing;
/// anywhere else a run of white space is one blank.
enum WrappedText {
  /// A mark between cells and paragraphs: white space that stays a blank whatever stands around it.
  ///
  /// Cleaned text has no control characters, so none of it can be mistaken for the mark.
  static let gap: UInt8 = 0x1F

  /// Joins the bytes from `start` to the end in place.
  ///
  /// Complexity: O(length).
  static func join(_ bytes: inout [UInt8], from start: Int) {
    guard let first = firstRun(bytes, from: start) else { return }
    var read = first
    var write = first
    let end = bytes.count
    while read < end {
      var breaksLine = false
      var isGap = false
      while read < end, isSpace(bytes[read]) {
        breaksLine = breaksLine || bytes[read] == 0x0A
        isGap = isGap || bytes[read] == gap
        read += 1
      }
      let vanishes =
        write == start || read == end
        || (breaksLine && !isGap && endsInCJK(bytes, start, write) && beginsWithCJK(bytes, read))
      if !vanishes {
        bytes[write] = 0x20
        write += 1
      }
      let next = nextSpace(bytes.span, from: read)
      while read < next {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeLast(end - write)
  }

  /// The first white space that is not a single blank, nil when the text can stay as it is.
  private static func firstRun(_ bytes: [UInt8], from start: Int) -> Int? {
    let text = bytes.span
    var index = nextSpace(text, from: start)
    while index < text.count {
      let next = index + 1
      let stands =
        text[index] == 0x20 && index > start && next < text.count && !isSpace(text[next])
      guard stands else { return index }
      index = nextSpace(text, from: next)
    }
    return nil
  }

  /// The first white space at or behind `start`, or the end.
  @inline(__always)
  private static func nextSpace(_ text: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe text.bytes
    var index = start
    while text.count &- index >= 8 {
      let word = ByteWord.load(bytes, at: index)
      let spaces = ByteWord.matches(word, 0x20) | ByteWord.controls(word)
      index &+= spaces == 0 ? 8 : ByteWord.firstMatch(spaces)
      if spaces != 0 {
        if isSpace(text[index]) { return index }
        // Cleaned text has no other control characters.
        index &+= 1
      }
    }
    while index < text.count, !isSpace(text[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    Bytes.isBlank(byte) || byte == gap
  }

  private static func endsInCJK(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, bytes[end - 1] & 0xC0 == 0x80 else { return false }
    if bytes[end - 3] >= 0xE0 { return isCJK(bytes, end - 3) }
    return end - start >= 4 && bytes[end - 4] >= 0xF0 && isCJK(bytes, end - 4)
  }

  private static func beginsWithCJK(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 3 <= bytes.count && isCJK(bytes, index)
  }

  /// Whether the character that begins at `index` is Han, kana, or CJK or full-width punctuation.
  private static func isCJK(_ bytes: [UInt8], _ index: Int) -> Bool {
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xE2: return second >= 0xBA  // U+2E80 radicals
    case 0xE3...0xE9: return true  // U+3000 to U+9FFF
    // U+F900 compatibility, U+FE00 and U+FF00 forms.
    case 0xEF: return second >= 0xA4 && (second <= 0xAB || second >= 0xB8)
    case 0xF0: return second >= 0xA0 && second <= 0xB3  // U+20000 to U+33FFF
    default: return false
    }
  }
}
