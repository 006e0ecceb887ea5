/// A JSON document: an array of objects, an object over several lines, lists inside an object, or
/// several of these in a row.
enum JSONDocument: RecordFormat {
  static let name = "json"

  static func recognises(_ opening: Opening) -> Bool {
    JSONShape.of(opening) == .document
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    JSONDocumentParser(sink: sink, limits: limits)
  }
}
