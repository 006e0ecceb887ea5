/// Markdown: one record, its sections named by their headings, its front matter the columns.
///
/// The title is the one of the front matter, else the first heading of the first level or the one in
/// front, else the first line if it is short, else the name of the file. Marks are taken away, words
/// never. Front matter that cannot be made out makes the file plain text.
enum Markdown: RecordFormat {
  static let name = "markdown"

  static func recognises(_ opening: Opening) -> Bool {
    if ["md", "markdown", "mdown", "mkd"].contains(opening.name.pathExtension) {
      return !opening.begins(with: "<?xml")
    }
    let text = opening.text
    if let front = FrontMatter(text.span) { return !front.entries.isEmpty }
    return beginsWithHeading(text.span) && !DelimitedTable.recognises(opening)
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    MarkdownParser(sink: sink, limits: limits)
  }

  /// Whether the first line is a heading that stands alone, or is underlined; a line of `#` with
  /// more under it is a comment of some other language.
  private static func beginsWithHeading(_ text: Span<UInt8>) -> Bool {
    let start = JSONScanner.skipBlanks(text, from: 0)
    let (end, next) = LineSearch.line(in: text, from: start)
    var first: [UInt8] = []
    first.append(text.extracting(start..<end))
    var second: [UInt8] = []
    second.append(text.extracting(next..<LineSearch.line(in: text, from: next).end))
    let below = MarkdownLine.trimmed(second[...])
    if let heading = MarkdownLine.heading(first[...]) {
      return !heading.text.isEmpty && below.isEmpty
    }
    return below.count >= 3 && MarkdownLine.underline(below) != nil && !first.isEmpty
      && PlainText.isShort(first.span)
  }
}

/// Keeps the text and makes a record of it at the end.
private final class MarkdownParser: RecordParser {
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
    let bytes = text.bytes
    guard bytes.contains(where: { !Bytes.isBlank($0) }) else { return }
    var builder = RecordBuilder(limits: limits)
    let text = bytes.span
    let front = FrontMatter(text)
    if front == nil, FrontMatter.isOpened(text) {
      sink.note("line 1", "the front matter cannot be made out; the file is read as plain text")
      PlainText.add(text, fileName: sink.fileName, to: &builder)
    } else {
      for entry in front?.entries ?? [] { add(entry, to: &builder) }
      add(MarkdownBlocks(text.extracting((front?.end ?? 0)..<text.count)), to: &builder)
    }
    _ = sink.deliver(&builder, place: { "" })
  }

  private func add(_ entry: FrontMatter.Entry, to builder: inout RecordBuilder) {
    let column = ColumnAliases.column(named: entry.key)
    for value in entry.values {
      let start = builder.record.bytes.count
      builder.append(value.span, valueStart: start)
      builder.add(column, name: entry.key.span, from: start)
    }
  }

  /// Adds the title and the sections.
  private func add(_ document: MarkdownBlocks, to builder: inout RecordBuilder) {
    let hasTitle = builder.record.values.contains { $0.field == .title }
    let title = hasTitle ? nil : document.title
    let text = document.bytes.span
    if let title {
      let start = builder.record.bytes.count
      builder.append(text.extracting(document.blocks[title].range), valueStart: start)
      builder.add(.field(.title), name: text.extracting(0..<0), from: start)
    } else if !hasTitle {
      builder.addTitle(sink.fileTitle)
    }
    var section = Section(builder)
    for (index, block) in document.blocks.enumerated() {
      let words = text.extracting(block.range)
      if block.level > 0 { section.end(&builder) }
      guard index != title else { continue }
      if block.level > 0 {
        section.add(heading: words, &builder)
      } else {
        section.add(line: words, &builder)
      }
    }
    section.end(&builder)
  }
}

/// The text under one heading as it grows.
private struct Section {
  private var heading: Range<Int> = 0..<0
  private var start: Int

  init(_ builder: borrowing RecordBuilder) {
    start = builder.record.bytes.count
  }

  mutating func add(heading words: Span<UInt8>, _ builder: inout RecordBuilder) {
    builder.append(words, valueStart: start)
    heading = start..<builder.record.bytes.count
    start = heading.upperBound
  }

  func add(line words: Span<UInt8>, _ builder: inout RecordBuilder) {
    let newline: InlineArray<1, UInt8> = [0x0A]
    builder.append(words, valueStart: start)
    builder.append(newline.span, valueStart: start)
  }

  /// Ends the section: its text is a value; without any, the heading is one itself.
  mutating func end(_ builder: inout RecordBuilder) {
    if builder.record.bytes.count > start {
      builder.addText(.body, name: heading, from: start)
    } else if !heading.isEmpty {
      builder.addSection(Record.Value(field: .body, text: heading))
    }
    self = Section(builder)
  }
}
