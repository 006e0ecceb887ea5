/// The marks inside a paragraph of Markdown (CommonMark 0.31, section 6), taken away.
///
/// Of links and pictures the words stay, of code and emphasis all but the marks. What only may be a
/// mark stays: `2*3*4`, `PD1728_A_1`, `<版本>`, a star without its pair.
struct MarkdownSpans {
  /// A run of `*`, `_` or `~` that may open emphasis.
  private struct Opener {
    let byte: UInt8
    /// Where its last bytes stand that have not closed anything.
    let start: Int
    var count: Int
  }

  private var text: [UInt8]
  private var output: [UInt8] = []
  /// Bytes of the output that turned out to be marks.
  private var marks: [Range<Int>] = []
  private var openers: [Opener] = []
  /// Where brackets that may begin a link stand in the output, with the mark in front of a picture.
  private var brackets: [Range<Int>] = []

  private var tagEnd = NextOccurrence(of: ">")
  private var commentEnd = NextOccurrence(of: "-->")
  private var targetEnd = NextOccurrence(of: ")")

  /// Openers that wait for their pair.
  private static let waiting = 64

  private init(_ text: [UInt8]) {
    self.text = text
    output.reserveCapacity(text.count)
  }

  /// The words of a paragraph.
  ///
  /// Complexity: O(length).
  static func words(of text: [UInt8]) -> [UInt8] {
    var spans = MarkdownSpans(text)
    spans.read()
    return spans.withoutMarks()
  }

  private mutating func read() {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\"): index = readEscape(index)
      case UInt8(ascii: "`"): index = readCode(index)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): index = readRun(index)
      case UInt8(ascii: "["), UInt8(ascii: "!"): index = readBracket(index)
      case UInt8(ascii: "]"): index = closeBracket(index)
      case UInt8(ascii: "<"): index = readTag(index)
      case UInt8(ascii: "&"): index = readEntity(index)
      default:
        output.append(byte)
        index += 1
      }
    }
  }

  private func withoutMarks() -> [UInt8] {
    guard !marks.isEmpty else { return output }
    var words: [UInt8] = []
    var start = 0
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) where mark.lowerBound >= start {
      words += output[start..<mark.lowerBound]
      start = mark.upperBound
    }
    return words + output[start...]
  }

  private func byte(at index: Int) -> UInt8? {
    text.indices.contains(index) ? text[index] : nil
  }

  // MARK: - Escapes, code, entities

  private mutating func readEscape(_ index: Int) -> Int {
    guard let next = byte(at: index + 1), Self.isPunctuation(next) else {
      output.append(text[index])
      return index + 1
    }
    output.append(next)
    return index + 2
  }

  private mutating func readCode(_ start: Int) -> Int {
    let run = runLength(start)
    var index = start + run
    while index < text.count {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let length = runLength(index)
      if length == run {
        output += text[(start + run)..<index]
        return index + length
      }
      index += length
    }
    // Without an end it is no code; nor is any shorter run in it looked for again.
    output += text[start..<(start + run)]
    return start + run
  }

  private mutating func readEntity(_ start: Int) -> Int {
    let longest = 10
    let end = text[start...].prefix(longest).firstIndex(of: UInt8(ascii: ";"))
    guard let end,
      let character = Self.character(String(decoding: text[(start + 1)..<end], as: UTF8.self))
    else {
      output.append(text[start])
      return start + 1
    }
    output += Array(character.utf8)
    return end + 1
  }

  private static func character(_ name: String) -> String? {
    if let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " "][name]
    {
      return known
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.first.map { $0 == "x" || $0 == "X" } == true
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code >= 0x20, let scalar = Unicode.Scalar(code) else { return nil }
    return String(Character(scalar))
  }

  // MARK: - Emphasis

  private func runLength(_ start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] == text[start] { end += 1 }
    return end - start
  }

  private mutating func readRun(_ start: Int) -> Int {
    let byte = text[start]
    let run = runLength(start)
    let end = start + run
    let before = self.byte(at: start - 1)
    let after = self.byte(at: end)
    let isInWord = before.map(Self.isWordByte) == true && after.map(Self.isWordByte) == true
    let place = output.count
    output += text[start..<end]
    guard !isInWord, byte != UInt8(ascii: "~") || run == 2 else { return end }
    var count = run
    if let before, !Bytes.isBlank(before) { count = close(byte, run, at: place) }
    if count > 0, let after, !Bytes.isBlank(after) {
      if openers.count == Self.waiting { openers.removeFirst() }
      openers.append(Opener(byte: byte, start: place + run - count, count: count))
    }
    return end
  }

  /// Closes what a run may close; returns how many of its bytes are left.
  private mutating func close(_ byte: UInt8, _ run: Int, at place: Int) -> Int {
    var left = run
    while left > 0, let index = openers.lastIndex(where: { $0.byte == byte }) {
      let used = min(left, openers[index].count, 2)
      guard byte != UInt8(ascii: "~") || used == 2 else { break }
      openers.removeLast(openers.count - 1 - index)
      openers[index].count -= used
      let end = openers[index].start + openers[index].count
      marks.append(end..<(end + used))
      marks.append((place + run - left)..<(place + run - left + used))
      left -= used
      if openers[index].count == 0 { openers.removeLast() }
    }
    return left
  }

  // MARK: - Links and pictures

  private mutating func readBracket(_ index: Int) -> Int {
    let isPicture = text[index] == UInt8(ascii: "!")
    guard !isPicture || byte(at: index + 1) == UInt8(ascii: "[") else {
      output.append(text[index])
      return index + 1
    }
    let end = index + (isPicture ? 2 : 1)
    if brackets.count == Self.waiting { brackets.removeFirst() }
    brackets.append(output.count..<(output.count + end - index))
    output += text[index..<end]
    return end
  }

  private mutating func closeBracket(_ index: Int) -> Int {
    if let open = brackets.popLast(), let end = endOfTarget(index + 1) {
      marks.append(open)
      return end
    }
    output.append(text[index])
    return index + 1
  }

  /// The index behind the target of a link that begins at `start`; nil when there is none.
  private mutating func endOfTarget(_ start: Int) -> Int? {
    let longest = 1024
    guard let open = byte(at: start), open == UInt8(ascii: "(") || open == UInt8(ascii: "[") else {
      return nil
    }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    if open == UInt8(ascii: "("), targetEnd.from(start, in: text) == nil { return nil }
    var depth = 0
    for index in start..<min(text.count, start + longest) {
      if text[index] == open { depth += 1 }
      if text[index] == close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  // MARK: - Tags

  private mutating func readTag(_ start: Int) -> Int {
    if text[start...].starts(with: "<!--".utf8), let end = commentEnd.from(start + 4, in: text) {
      return end + 3
    }
    if let end = tagEnd.from(start, in: text), MarkdownTag.isTag(text[(start + 1)..<end]) {
      output += MarkdownTag.words(of: text[(start + 1)..<end])
      return end + 1
    }
    output.append(text[start])
    return start + 1
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
