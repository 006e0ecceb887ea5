internal import CLibXML2

/// A tag as nearly all are: names of ASCII letters, values without references and line ends.
///
/// It is told apart and checked at a fraction of what libxml2 takes for it. What is not plain, or not
/// whole, or wrong, is left to libxml2: namespaces, other names, attributes given twice.
struct XMLPlainTag {
  enum Kind {
    case start, empty, end
  }

  let kind: Kind
  /// The name with its prefix, if it has one, and where it is without.
  let name: Range<Int>
  let localName: Range<Int>
  /// The index behind the tag.
  let end: Int
  /// Line ends in the tag.
  let lines: Int

  /// Looks at the tag whose bracket stands at `start`; puts its attributes into `attributes`.
  ///
  /// - Returns: nil when the tag is not plain.
  init?(in text: Span<UInt8>, at start: Int, _ attributes: XMLAttributeList) {
    attributes.removeAll()
    let isEnd = start + 1 < text.count && text[start + 1] == 0x2F
    guard let name = Name(in: text, at: start + (isEnd ? 2 : 1)) else { return nil }
    var lines = 0
    var index = name.end
    while true {
      let blanks = index
      while index < text.count, text[index] == 0x20 || text[index] == 0x0A {
        if text[index] == 0x0A { lines += 1 }
        index += 1
      }
      guard index < text.count else { return nil }
      if text[index] == 0x3E {
        kind = isEnd ? .end : .start
        end = index + 1
        break
      }
      guard !isEnd else { return nil }
      if text[index] == 0x2F {
        guard index + 1 < text.count, text[index + 1] == 0x3E else { return nil }
        kind = .empty
        end = index + 2
        break
      }
      guard index > blanks, let next = Self.attribute(in: text, at: index, attributes) else {
        return nil
      }
      index = next
    }
    self.name = name.start..<name.end
    localName = name.local..<name.end
    self.lines = lines
  }

  /// Reads an attribute; returns the index behind it, nil when it is not plain.
  private static func attribute(
    in text: Span<UInt8>, at start: Int, _ attributes: XMLAttributeList
  ) -> Int? {
    guard let name = Name(in: text, at: start), name.end + 1 < text.count,
      text[name.end] == 0x3D
    else { return nil }
    let quote = text[name.end + 1]
    guard quote == 0x22 || quote == 0x27 else { return nil }
    let bytes = unsafe text.bytes
    var index = name.end + 2
    while index < text.count {
      let word = ByteWord.loadAny(bytes, at: index)
      let stops =
        ByteWord.matches(word, quote) | ByteWord.matches(word, 0x3C)
        | ByteWord.matches(word, 0x26) | ByteWord.controls(word)
      guard stops != 0 else {
        index &+= 8
        continue
      }
      index &+= ByteWord.firstMatch(stops)
      guard text[index] == quote,
        attributes.append(text, name.local..<name.end, value: (name.end + 2)..<index)
      else { return nil }
      return index + 1
    }
    return nil
  }

  /// A name of ASCII letters with at most one colon.
  private struct Name {
    let start: Int
    let local: Int
    let end: Int

    @inline(__always)
    init?(in text: Span<UInt8>, at start: Int) {
      guard start < text.count, Self.isStart(text[start]) else { return nil }
      var local = start
      var index = start + 1
      while index < text.count {
        let byte = text[index]
        if !Self.isPart(byte) {
          guard byte == 0x3A, local == start, index + 1 < text.count, Self.isStart(text[index + 1])
          else { break }
          local = index + 1
        }
        index += 1
      }
      // A namespace is declared, or a prefix is used that means one.
      if text[start] == 0x78, text.extracting(start..<index).hasPrefix("xmlns") { return nil }
      (self.start, self.local, end) = (start, local, index)
    }

    @inline(__always)
    private static func isStart(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte == 0x5F
    }

    @inline(__always)
    private static func isPart(_ byte: UInt8) -> Bool {
      isStart(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
    }
  }
}
