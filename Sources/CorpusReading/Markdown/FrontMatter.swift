/// The fields in front of a document: lines of YAML between two lines of `---`.
///
/// Of YAML it knows what people write there: scalars, plain and quoted; lists in brackets and under
/// dashes; blocks behind `|` and `>`; comments. Anything nested is taken as text.
struct FrontMatter {
  /// A key and its values as text.
  struct Entry: Equatable {
    let key: [UInt8]
    let values: [[UInt8]]
  }

  /// The fields in order.
  private(set) var entries: [Entry] = []
  /// Where the document begins behind them.
  let end: Int

  /// Bytes among which the end is looked for.
  private static let longest = 64 << 10

  private var lines: [[UInt8]] = []
  private var next = 0

  /// Whether the first line of a text opens fields.
  static func isOpened(_ text: Span<UInt8>) -> Bool {
    isFence(text.extracting(0..<LineSearch.line(in: text, from: 0).end), "---")
  }

  /// Reads the fields in front of a text; nil when there are none, or none that can be made out.
  init?(_ text: Span<UInt8>) {
    guard Self.isOpened(text) else { return nil }
    var (lineEnd, position) = LineSearch.line(in: text, from: 0)
    var isClosed = false
    while position < min(text.count, Self.longest), !isClosed {
      let start = position
      (lineEnd, position) = LineSearch.line(in: text, from: start)
      let line = text.extracting(start..<lineEnd)
      isClosed = Self.isFence(line, "---") || Self.isFence(line, "...")
      var bytes: [UInt8] = []
      bytes.append(line)
      if !isClosed { lines.append(bytes) }
    }
    end = position
    guard isClosed else { return nil }
    while next < lines.count {
      guard readEntry() else { return nil }
    }
    lines = []
  }

  private static func isFence(_ line: Span<UInt8>, _ fence: StaticString) -> Bool {
    var end = line.count
    while end > 0, Bytes.isBlank(line[end - 1]) { end -= 1 }
    return line.extracting(0..<end).string == fence.description
  }

  // MARK: - One entry

  /// Reads what the next line begins; returns false when it cannot be made out.
  private mutating func readEntry() -> Bool {
    let line = lines[next]
    next += 1
    guard let first = line.first(where: { !Bytes.isBlank($0) }), first != UInt8(ascii: "#") else {
      return true
    }
    guard Self.indentation(line) == 0, let colon = Self.colon(in: line) else { return false }
    let key = YAMLScalar.unquoted(Array(line[..<colon.start]))
    let rest = Self.trimmed(line[colon.end...])
    guard !key.isEmpty, let values = readValue(rest) else { return false }
    entries.append(Entry(key: key, values: values.filter { !$0.isEmpty }))
    return true
  }

  /// Reads the value whose front stands behind the colon.
  private mutating func readValue(_ rest: [UInt8]) -> [[UInt8]]? {
    switch rest.first {
    case nil, UInt8(ascii: "#"):
      return readNested()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return [readBlock(isFolded: rest[0] == UInt8(ascii: ">"))]
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = gather(rest, until: YAMLScalar.quotedEnd) else { return nil }
      return [text].compactMap { YAMLScalar.quoted($0) }
    case UInt8(ascii: "["):
      guard let text = gather(rest, until: YAMLScalar.listEnd) else { return nil }
      return YAMLScalar.list(text)
    default:
      var text = YAMLScalar.plain(rest)
      while next < lines.count, Self.indentation(lines[next]) > 0 {
        text += [0x0A] + YAMLScalar.plain(Self.trimmed(lines[next][...]))
        next += 1
      }
      WrappedText.join(&text, from: 0)
      return [text]
    }
  }

  /// Adds lines to the front of a value until `end` finds its end in them; nil when it never does,
  /// or when more than a comment follows.
  private mutating func gather(
    _ front: [UInt8], until end: ([UInt8]) -> Int?
  ) -> [UInt8]? {
    var text = front
    while true {
      if let end = end(text) {
        let tail = Self.trimmed(text[end...])
        return tail.isEmpty || tail[0] == UInt8(ascii: "#") ? Array(text[..<end]) : nil
      }
      guard next < lines.count else { return nil }
      text += [0x0A] + Self.trimmed(lines[next][...])
      WrappedText.join(&text, from: 0)
      next += 1
    }
  }

  /// Reads the lines under a key: the items of a list, or deeper lines, which together are one text.
  private mutating func readNested() -> [[UInt8]] {
    var values: [[UInt8]] = []
    while next < lines.count {
      let line = lines[next]
      let text = Self.trimmed(line[...])
      let isItem =
        text.first == UInt8(ascii: "-") && (text.count == 1 || Bytes.isBlank(text[1]))
      guard text.isEmpty || text[0] == UInt8(ascii: "#") || isItem || Self.indentation(line) > 0
      else { break }
      next += 1
      if text.isEmpty || text[0] == UInt8(ascii: "#") { continue }
      if isItem {
        let item = Self.trimmed(text[1...])
        values.append(YAMLScalar.unquoted(YAMLScalar.plain(item)))
      } else if values.isEmpty {
        values.append(text)
      } else {
        values[values.count - 1] += [0x0A] + text
      }
    }
    return values
  }

  /// Reads the indented lines of a block; folded, its lines are one, and blank lines divide them.
  private mutating func readBlock(isFolded: Bool) -> [UInt8] {
    var text: [UInt8] = []
    var paragraph = 0
    var indentation: Int?
    func endParagraph() {
      WrappedText.join(&text, from: paragraph)
      if text.count > paragraph { text.append(0x0A) }
      paragraph = text.count
    }
    while next < lines.count {
      let line = lines[next]
      let isBlank = Self.trimmed(line[...]).isEmpty
      guard isBlank || Self.indentation(line) > 0 else { break }
      next += 1
      if indentation == nil, !isBlank { indentation = Self.indentation(line) }
      let content = line.dropFirst(min(indentation ?? 0, Self.indentation(line)))
      text += content + [0x0A]
      if isFolded, isBlank { endParagraph() }
    }
    if isFolded { endParagraph() }
    return text
  }

  // MARK: - One line

  private static func indentation(_ line: [UInt8]) -> Int {
    line.prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(line)
    return Array(bytes[Bytes.trimmed(bytes, from: 0, to: bytes.count)])
  }

  /// The colon that ends a key, also one of full width; nil when there is none.
  private static func colon(in line: [UInt8]) -> (start: Int, end: Int)? {
    for index in line.indices {
      if line[index] == 0x3A, index + 1 == line.count || Bytes.isBlank(line[index + 1]) {
        return (index, index + 1)
      }
      if line[index] == 0xEF, line[index...].starts(with: [0xEF, 0xBC, 0x9A]) {
        return (index, index + 3)
      }
    }
    return nil
  }
}
