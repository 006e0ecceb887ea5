/// Makes one record of a Word document: its title, its sections under their headings, and the facts
/// of the tables in front of them.
final class WordRecord {
  private var builder: RecordBuilder
  /// The section under way and its heading.
  private var sectionStart = 0
  private var heading = 0..<0
  private var paragraphStart = 0
  private var table: WordTable?
  private var hasText = false
  /// Whether a heading has come that is not the first line of all.
  private var hasSections = false
  /// What may become the title: a paragraph that is styled so, the first heading of the first level,
  /// the first line when it is a heading of any level or short.
  private var titleParagraph: Range<Int>?
  private var firstHeading: Range<Int>?
  private var openingHeading: Range<Int>?
  private var openingParagraph: Range<Int>?

  /// Bytes that a paragraph has at most to stand for a title.
  private static let longestTitle = 240

  init(limits: ReadingLimits) {
    builder = RecordBuilder(limits: limits)
  }

  func append(_ text: Span<UInt8>) {
    if table?.needsBlank == true {
      table?.needsBlank = false
      append(0x20)
    }
    builder.append(text, valueStart: sectionStart)
  }

  func append(_ byte: UInt8) {
    let bytes: InlineArray<1, UInt8> = [byte]
    builder.append(bytes.span, valueStart: sectionStart)
  }

  func beginParagraph() {
    paragraphStart = builder.record.bytes.count
  }

  func endParagraph(_ role: WordStyles.Role) {
    if let table {
      self.table?.needsBlank = builder.record.bytes.count > table.cellStart
      return
    }
    let end = builder.record.bytes.count
    let paragraph = Bytes.trimmed(builder.record.bytes, from: paragraphStart, to: end)
    guard !paragraph.isEmpty, role != .contents else {
      builder.record.bytes.removeLast(end - paragraphStart)
      return
    }
    switch role {
    case .title where titleParagraph == nil:
      endSection(at: paragraphStart)
      titleParagraph = paragraph
      beginSection()
    case .heading(let level):
      endSection(at: paragraphStart)
      if level == 1, firstHeading == nil { firstHeading = paragraph }
      if !hasText { openingHeading = paragraph }
      hasSections = hasSections || hasText
      beginSection(heading: paragraph)
    default:
      if !hasText, paragraph.count <= Self.longestTitle {
        openingParagraph = paragraph
        beginSection()
      } else {
        append(0x0A)
      }
    }
    hasText = true
  }

  // MARK: - Tables

  func beginTable() {
    table = WordTable(start: builder.record.bytes.count)
  }

  func endCell() {
    table?.endCell(builder.record.bytes)
    append(0x09)
    table?.cellStart = builder.record.bytes.count
  }

  func endRow() {
    while let last = builder.record.bytes.last, last == 0x09, let table,
      builder.record.bytes.count > table.rowStart
    {
      builder.record.bytes.removeLast()
    }
    if let table, builder.record.bytes.count > table.rowStart { append(0x0A) }
    table?.endRow(at: builder.record.bytes.count)
  }

  func endTable() {
    guard let table else { return }
    self.table = nil
    hasText = hasText || builder.record.bytes.count > table.start
    guard !hasSections, let facts = WordFacts(table, builder.record.bytes) else { return }
    endSection(at: table.start)
    builder.record.bytes.removeLast(builder.record.bytes.count - table.start)
    for fact in facts.facts {
      let start = builder.record.bytes.count
      builder.record.bytes.append(contentsOf: fact.value)
      let name = fact.name
      builder.add(fact.column, name: name.span, from: start)
    }
    beginSection()
    builder.append(facts.text.span, valueStart: sectionStart)
  }

  // MARK: - Sections

  /// Begins the notes: what follows belongs to no heading.
  func beginNotes() {
    endSection(at: builder.record.bytes.count)
    beginSection()
  }

  private func beginSection(heading: Range<Int> = 0..<0) {
    sectionStart = builder.record.bytes.count
    self.heading = heading
  }

  private func endSection(at end: Int) {
    let text = Bytes.trimmed(builder.record.bytes, from: sectionStart, to: end)
    if !text.isEmpty {
      builder.addSection(Record.Value(field: .body, name: heading, text: text))
    } else if !heading.isEmpty {
      // A heading with nothing under it is text itself.
      builder.addSection(Record.Value(field: .body, text: heading))
    }
  }

  // MARK: - The record

  /// Completes the record, with what the document's properties and the file's name add to it.
  ///
  /// Returns nil for a document without text.
  func finish(_ properties: CoreProperties, fileTitle: String) -> RecordBuilder? {
    endSection(at: builder.record.bytes.count)
    beginSection()
    guard hasText else { return nil }
    addTitle(properties, fileTitle: fileTitle)
    properties.add(to: &builder)
    return builder
  }

  private func addTitle(_ properties: CoreProperties, fileTitle: String) {
    let isGiven = builder.record.values.contains { $0.field == .title }
    var title: Range<Int>?
    if !isGiven {
      let heading = firstHeading ?? openingHeading ?? openingParagraph
      title = titleParagraph ?? (properties.hasTitle ? nil : heading)
      if let title {
        builder.record.bytes.append(contentsOf: Array(builder.record.bytes[title]))
      } else if properties.hasTitle {
        builder.record.bytes.append(contentsOf: properties.title)
      } else {
        builder.record.bytes.append(contentsOf: fileTitle.utf8)
      }
      builder.addJoined(.title, from: sectionStart)
    }
    // What stands in the title is not text once more; what could have been it is.
    builder.record.values.removeAll { $0.field == .body && $0.text == title }
    for paragraph in [titleParagraph, openingParagraph] where paragraph != title {
      guard let paragraph else { continue }
      builder.record.values.insert(Record.Value(field: .body, text: paragraph), at: 0)
    }
  }
}
