/// Paragraphs of a document that together make one value, under one heading.
struct SectionText {
  private var start = 0
  private var heading: Range<Int> = 0..<0
  private var paragraphs = 0

  /// Begins a section at the end of the record's bytes.
  mutating func begin(_ builder: borrowing RecordBuilder) {
    start = builder.record.bytes.count
    heading = 0..<0
    paragraphs = 0
  }

  /// Whether nothing has been added yet.
  var isEmpty: Bool { paragraphs == 0 && heading.isEmpty }

  /// Takes the text from `from` to the bytes' end as a paragraph.
  mutating func add(paragraphFrom from: Int, _ builder: inout RecordBuilder) {
    WrappedText.join(&builder.record.bytes, from: from)
    guard builder.record.bytes.count > from else { return }
    builder.record.bytes.append(0x0A)
    paragraphs += 1
  }

  /// Takes the text from `from` to the bytes' end as the heading of what follows.
  mutating func add(headingFrom from: Int, _ builder: inout RecordBuilder) {
    WrappedText.join(&builder.record.bytes, from: from)
    heading = from..<builder.record.bytes.count
    start = builder.record.bytes.count
  }

  /// Ends the section: its paragraphs are a value of `field`, one a line.
  mutating func end(_ field: Record.Field, _ builder: inout RecordBuilder) {
    if paragraphs > 0 { builder.addText(field, name: heading, from: start) }
    begin(builder)
  }
}
