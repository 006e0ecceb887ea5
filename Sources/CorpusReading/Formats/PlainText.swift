/// Text of no other format: one record.
///
/// Its title is the first line that has words, if that is short, else the name of the file; its body
/// is the rest.
enum PlainText: RecordFormat {
  static let name = "text"

  static func recognises(_ opening: Opening) -> Bool {
    true
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    PlainTextParser(sink: sink, limits: limits)
  }

  /// Characters of a line that may be a title.
  static let longestTitle = 60

  /// Adds the title and the body of a text.
  static func add(_ text: Span<UInt8>, fileName: String, to builder: inout RecordBuilder) {
    var title = 0..<0
    var start = 0
    while start < text.count {
      let (end, next) = LineSearch.line(in: text, from: start)
      if hasWord(text.extracting(start..<end)) {
        if isShort(text.extracting(start..<end)) { title = start..<next }
        break
      }
      start = next
    }
    if title.isEmpty {
      builder.addTitle(FileName(fileName).stem)
    } else {
      let from = builder.record.bytes.count
      builder.append(text.extracting(title), valueStart: from)
      builder.add(.field(.title), name: text.extracting(0..<0), from: from)
    }
    let from = builder.record.bytes.count
    builder.append(text.extracting(0..<title.lowerBound), valueStart: from)
    builder.append(text.extracting(title.upperBound..<text.count), valueStart: from)
    builder.add(.field(.body), name: text.extracting(0..<0), from: from)
  }

  /// Whether a line has so few characters that it may be a title.
  static func isShort(_ line: Span<UInt8>) -> Bool {
    guard line.count <= longestTitle * 4 else { return false }
    return line.indices.count { line[$0] & 0xC0 != 0x80 } <= longestTitle
  }

  /// Whether a line is more than a rule of signs: it has a letter or digit of some script.
  static func hasWord(_ line: Span<UInt8>) -> Bool {
    line.indices.contains { index in
      switch line[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      // U+2000 to U+2FFF and U+3000 to U+303F are punctuation, signs and lines; so are many of the
      // forms of full width.
      case 0xE3: index + 1 < line.count && line[index + 1] != 0x80
      case 0xEF: index + 2 < line.count && isWideAlphanumeric(line[index + 1], line[index + 2])
      case 0xC3...0xE1, 0xE4...0xEE, 0xF0...0xF4: true
      default: false
      }
    }
  }
}

extension PlainText {
  /// Whether EF and two more bytes are a letter or digit of full width (U+FF10 to U+FF5A).
  private static func isWideAlphanumeric(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xBC: (0x90...0x99).contains(third) || (0xA1...0xBA).contains(third)
    case 0xBD: (0x81...0x9A).contains(third) || third >= 0xA6
    default: second >= 0xA4 && second <= 0xAD
    }
  }
}

/// Keeps the text and makes a record of it at the end.
private final class PlainTextParser: RecordParser {
  private let sink: RecordSink
  private let limits: ReadingLimits
  private var text: WholeText

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    text = WholeText(limits: limits)
  }

  func feed(_ text: Span<UInt8>) {
    self.text.append(text)
  }

  func finish() {
    guard text.bytes.contains(where: { !Bytes.isBlank($0) }) else { return }
    var builder = RecordBuilder(limits: limits)
    PlainText.add(text.bytes.span, fileName: sink.fileName, to: &builder)
    _ = sink.deliver(&builder, place: { "" })
  }
}
