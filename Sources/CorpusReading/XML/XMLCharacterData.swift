/// The text between markup, as its bytes tell it (XML 1.0, section 2.4).
enum XMLCharacterData {
  /// The end of the text that begins at `start`, in the content of an element.
  ///
  /// What stands there is markup, a reference, a carriage return, or the front of what may be `]]>`,
  /// which is an error.
  static func end(in text: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe text.bytes
    var index = start
    while index < text.count {
      if text.count &- index >= 8 {
        let word = ByteWord.load(bytes, at: index)
        let stops =
          ByteWord.matches(word, 0x3C) | ByteWord.matches(word, 0x26)
          | ByteWord.matches(word, 0x5D) | ByteWord.matches(word, 0x0D)
        guard stops != 0 else {
          index &+= 8
          continue
        }
        index &+= ByteWord.firstMatch(stops)
      }
      switch text[index] {
      case 0x3C, 0x26, 0x0D: return index
      case 0x5D where index + 1 == text.count || text[index + 1] == 0x5D: return index
      default: index &+= 1
      }
    }
    return index
  }

  /// The end of the root's start tag, or the text's end; a document type in front of it is not cut.
  static func rootTagEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while let open = ByteSearch.first(0x3C, in: text, from: index, to: text.count) {
      index = open + 1
      guard index < text.count, text[index] != 0x21, text[index] != 0x3F else { continue }
      guard let end = ByteSearch.first(0x3E, in: text, from: index, to: text.count) else { break }
      return end + 1
    }
    return text.count
  }

  /// The end of what may be the tag at `start`, or the text's end.
  static func tagEnd(in text: Span<UInt8>, from start: Int) -> Int {
    ByteSearch.first(0x3E, in: text, from: start, to: text.count).map { $0 + 1 } ?? text.count
  }

  /// The end of the comment or CDATA section that is open at `start`, or the text's end.
  static func sectionEnd(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while let end = ByteSearch.first(0x3E, in: text, from: index, to: text.count) {
      index = end + 1
      guard end >= start + 2, text[end - 1] == text[end - 2] else { continue }
      if text[end - 1] == 0x5D || text[end - 1] == 0x2D { return index }
    }
    return text.count
  }
}
