/// A part of a Word document with text, told to a `WordRecord`.
final class WordMarkup: PartEvents {
  private let sink: RecordSink
  private var reading: WordTextReading

  /// Gets ready to tell the text of a part; in notes nothing is a heading.
  init(_ record: WordRecord, styles: WordStyles, sink: RecordSink, isNotes: Bool = false) {
    self.sink = sink
    reading = WordTextReading(record, styles: styles, isNotes: isNotes)
  }

  var isSatisfied: Bool { sink.isStopped }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    reading.startElement(name, attributes)
  }

  func endElement() { reading.endElement() }

  func characters(_ text: Span<UInt8>) { reading.characters(text) }
}
