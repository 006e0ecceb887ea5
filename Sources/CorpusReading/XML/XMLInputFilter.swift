/// Prepares clean text for an XML parser: settles references, finds where documents begin.
///
/// Text is passed on in runs; a run that needs no change is not copied. Only an ampersand or a
/// question mark can begin something to settle, and what is cut by a chunk's end waits for the next.
struct XMLInputFilter {
  /// What the filter tells.
  enum Output {
    /// Text for the parser.
    case text
    /// An ampersand that begins no reference, as in "R&D"; the text before it has been told.
    case ampersand
    /// An XML declaration begins here; the text before it has been told.
    case declaration
  }

  private var carry: [UInt8] = []
  private var settled: [UInt8] = []

  /// Takes a chunk and tells what it holds, in order.
  ///
  /// `body` is told `.text` with a run, the others with an empty one.
  mutating func feed(
    _ chunk: Span<UInt8>, isLast: Bool, _ body: (Output, Span<UInt8>) -> Void
  ) {
    if carry.isEmpty {
      filter(chunk, isLast: isLast, body)
    } else {
      var joined: [UInt8] = []
      swap(&joined, &carry)
      joined.append(chunk)
      filter(joined.span, isLast: isLast, body)
    }
  }

  private mutating func filter(
    _ text: Span<UInt8>, isLast: Bool, _ body: (Output, Span<UInt8>) -> Void
  ) {
    var runStart = 0
    var index = 0
    while true {
      index = Self.nextCandidate(text, from: index)
      guard index < text.count else { break }
      if text[index] == 0x26 {
        switch Reference.at(index, in: text) {
        case .cut where !isLast:
          flush(text, runStart..<index, body)
          carry.append(text.extracting(index..<text.count))
          return
        case .named(let end):
          let name = text.extracting((index + 1)..<(end - 1))
          if let replacement = XMLEntities.replacement(for: name) {
            settled.append(text.extracting(runStart..<index))
            settled.append(contentsOf: replacement)
            runStart = end
          }
          index = end
        case .cut, .bare:
          flush(text, runStart..<index, body)
          body(.ampersand, text.extracting(0..<0))
          index += 1
          runStart = index
        case .numbered:
          index += 1
        }
      } else {
        guard index > 0, text[index - 1] == 0x3C else {
          index += 1
          continue
        }
        switch Declaration.at(index - 1, in: text) {
        case .cut where !isLast:
          let end = Self.end(text, runStart, index - 1)
          flush(text, runStart..<end, body)
          carry.append(text.extracting(end..<text.count))
          return
        case .declaration:
          flush(text, runStart..<Self.end(text, runStart, index - 1), body)
          body(.declaration, text.extracting(0..<0))
          runStart = index - 1
          index += 1
        case .cut, .other:
          index += 1
        }
      }
    }
    // A bracket at the very end may begin a declaration, a byte order mark may belong to one.
    var end = text.count
    if !isLast {
      if end > runStart, text[end - 1] == 0x3C { end -= 1 }
      end = Self.end(text, runStart, end)
    }
    flush(text, runStart..<end, body)
    carry.append(text.extracting(end..<text.count))
  }

  /// The end of a run without the byte order marks behind it, which belong to the next document.
  private static func end(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end - start >= 3, text[end - 3] == 0xEF, text[end - 2] == 0xBB, text[end - 1] == 0xBF {
      end -= 3
    }
    return end
  }

  private mutating func flush(
    _ text: Span<UInt8>, _ run: Range<Int>, _ body: (Output, Span<UInt8>) -> Void
  ) {
    if settled.isEmpty {
      if !run.isEmpty { body(.text, text.extracting(run)) }
      return
    }
    settled.append(text.extracting(run))
    body(.text, settled.span)
    settled.removeAll(keepingCapacity: true)
  }

  /// The next ampersand or question mark, or the end.
  private static func nextCandidate(_ text: Span<UInt8>, from start: Int) -> Int {
    let bytes = unsafe text.bytes
    var index = start
    while text.count &- index >= 8 {
      let word = ByteWord.load(bytes, at: index)
      let candidates = ByteWord.matches(word, 0x26) | ByteWord.matches(word, 0x3F)
      if candidates != 0 { return index &+ ByteWord.firstMatch(candidates) }
      index &+= 8
    }
    while index < text.count, text[index] != 0x26, text[index] != 0x3F { index += 1 }
    return index
  }
}

/// What stands at an ampersand.
private enum Reference {
  /// A reference by name that ends before this index.
  case named(Int)
  /// A reference by number, which the parser settles.
  case numbered
  /// The text ends before it is clear.
  case cut
  /// No reference.
  case bare

  static func at(_ start: Int, in text: Span<UInt8>) -> Reference {
    var index = start + 1
    if index < text.count, text[index] == 0x23 { return .numbered }
    let limit = start + 1 + XMLEntities.longestName
    while index < text.count, index <= limit {
      let byte = text[index]
      if byte == 0x3B { return index > start + 1 ? .named(index + 1) : .bare }
      let isLetter = (0x41...0x5A).contains(byte & 0xDF)
      let isOther = (0x30...0x39).contains(byte) || byte == 0x2E
      guard isLetter || (isOther && index > start + 1) else { return .bare }
      index += 1
    }
    return index < text.count ? .bare : .cut
  }
}

/// What stands at `<?`.
private enum Declaration {
  case declaration, cut, other

  static func at(_ start: Int, in text: Span<UInt8>) -> Declaration {
    let word: InlineArray<5, UInt8> = [0x3C, 0x3F, 0x78, 0x6D, 0x6C]
    for offset in 0..<5 {
      guard start + offset < text.count else { return .cut }
      guard text[start + offset] == word[offset] else { return .other }
    }
    guard start + 5 < text.count else { return .cut }
    return Bytes.isBlank(text[start + 5]) ? .declaration : .other
  }
}
