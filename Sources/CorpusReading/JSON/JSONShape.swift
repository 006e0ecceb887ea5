/// How a text of JSON is laid out.
enum JSONShape {
  /// One object a line.
  case lines
  /// Values over any number of lines.
  case document

  /// The shape of a file that begins so, nil when it is no JSON.
  ///
  /// Much text begins with a bracket (`[注]`, `{{template}}`): what follows must be JSON, too, unless
  /// the name says that it should be.
  static func of(_ opening: Opening) -> JSONShape? {
    let text = opening.bytes.span.extracting(opening.start..<opening.bytes.count)
    let isNamed = ["json", "jsonl", "ndjson"].contains(opening.name.pathExtension)
    switch opening.firstByte {
    case 0x5B: return isArray(text) || isNamed ? .document : nil
    case 0x7B: return isObject(text) || isNamed ? shape(ofObjects: text) : nil
    default:
      // The first line may be damaged.
      return isNamed && opening.contains("\n{\"") ? .lines : nil
    }
  }

  private static func isArray(_ text: Span<UInt8>) -> Bool {
    let next = JSONScanner.skipBlanks(text, from: 1)
    guard next < text.count, text[next] != 0x7B else { return true }
    do throws(JSONError) {
      let end = try JSONScanner.valueEnd(text, from: 0, depth: deepest, limit: deepest)
      let line = LineSearch.line(in: text, from: end).end
      let rest = JSONScanner.skipBlanks(text.extracting(0..<line), from: end)
      return rest == line || text[rest] == 0x2C
    } catch {
      return error == .unexpectedEnd || error == .tooDeep(deepest)
    }
  }

  private static func isObject(_ text: Span<UInt8>) -> Bool {
    let next = JSONScanner.skipBlanks(text, from: 1)
    guard next < text.count else { return true }
    return text[next] == 0x22 || text[next] == 0x7D || text[next] == 0x27
  }

  /// Lines of objects, or one object spread over lines, or one that wraps others.
  private static func shape(ofObjects text: Span<UInt8>) -> JSONShape {
    let (end, next) = LineSearch.line(in: text, from: 0)
    let line = text.extracting(0..<end)
    let second = JSONScanner.skipBlanks(text, from: next)
    let hasSecond = second < text.count && text[second] == 0x7B
    do throws(JSONError) {
      let valueEnd = try JSONScanner.valueEnd(line, from: 0, depth: deepest, limit: deepest)
      let rest = JSONScanner.skipBlanks(line, from: valueEnd)
      if rest < line.count, line[rest] == 0x2C { return .document }
    } catch .unexpectedEnd {
      // A line that ends at a comma or a brace goes on in the next.
      if next < text.count, !hasSecond || endsOpen(line) { return .document }
    } catch {
      if endsOpen(line) { return .document }
    }
    return !hasSecond && wrapsRecords(line) ? .document : .lines
  }

  private static func endsOpen(_ line: Span<UInt8>) -> Bool {
    var index = line.count - 1
    while index >= 0, Bytes.isBlank(line[index]) { index -= 1 }
    return index >= 0 && (line[index] == 0x2C || line[index] == 0x7B || line[index] == 0x5B)
  }

  /// Whether an object has a list of records in it: read as a document, it shows.
  private static func wrapsRecords(_ line: Span<UInt8>) -> Bool {
    let sink = RecordSink(report: FileReport(path: ""), folderKind: nil, keptProblems: 0) { _ in
      false
    }
    let parser = JSONDocumentParser(sink: sink, limits: ReadingLimits())
    parser.feed(line)
    return parser.hasFoundList
  }

  private static let deepest = 64
}
