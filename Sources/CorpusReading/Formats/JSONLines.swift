/// JSONL: one JSON object a line, each a record.
///
/// A line that is not one costs itself and is named in the report. Blank lines are nothing.
enum JSONLines: RecordFormat {
  static let name = "jsonl"

  static func recognises(_ opening: Opening) -> Bool {
    JSONShape.of(opening) == .lines
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    JSONLinesParser(sink: sink, limits: limits)
  }
}

/// Cuts text into lines and reads each.
private final class JSONLinesParser: RecordParser {
  private let sink: RecordSink
  private let limits: ReadingLimits
  private var reader: JSONObjectReader
  /// The front of a line whose end has not come.
  private var carry: [UInt8] = []
  private var isSkipping = false
  private var line = 1

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    reader = JSONObjectReader(limits: limits)
  }

  func feed(_ text: Span<UInt8>) {
    var start = 0
    while start < text.count, !sink.isStopped {
      guard let end = LineSearch.newline(in: text, from: start) else {
        keep(text.extracting(start..<text.count))
        return
      }
      endLine(with: text.extracting(start..<end))
      start = end + 1
    }
  }

  func finish() {
    let none: [UInt8] = []
    if !carry.isEmpty || isSkipping, !sink.isStopped { endLine(with: none.span) }
  }

  /// Keeps the front of a line until the rest comes, or gives the line up.
  private func keep(_ part: Span<UInt8>) {
    guard !isSkipping else { return }
    if carry.count + part.count > limits.lineBytes {
      isSkipping = true
      carry = []
    } else {
      carry.append(part)
    }
  }

  private func endLine(with rest: Span<UInt8>) {
    if !carry.isEmpty || isSkipping { keep(rest) }
    if isSkipping {
      lose("the line is longer than \(limits.lineBytes >> 20) MiB")
    } else if carry.isEmpty {
      read(rest)
    } else {
      var whole: [UInt8] = []
      swap(&whole, &carry)
      read(whole.span)
      whole.removeAll(keepingCapacity: true)
      swap(&whole, &carry)
    }
    isSkipping = false
    line += 1
  }

  private func read(_ text: Span<UInt8>) {
    do throws(JSONError) {
      try reader.read(text)
    } catch .empty {
      return
    } catch {
      lose(error.reason)
      return
    }
    let line = line
    if !sink.deliver(&reader.builder, place: { "line \(line)" }) {
      lose("the object has no text")
    }
  }

  private func lose(_ reason: String) {
    sink.lose("line \(line)", reason)
  }
}
