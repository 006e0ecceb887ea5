internal import CorpusReading

/// The running text of records, for those who count or imitate it.
package enum CorpusTexts {
  /// Calls `body` with the text of each record under the paths until it answers false.
  ///
  /// A text is UTF-8: title, abstract, claims, description and body, each followed by a newline. What
  /// cannot be read is passed over. The span is valid during the call alone.
  ///
  /// - Throws: when a path is not there or may not be read.
  package static func forEach(
    in paths: [String], _ body: (Span<UInt8>) -> Bool
  ) throws(ZhisouError) {
    // A file of plain text is one record, and may be a large one.
    var limits = ReadingLimits()
    limits.fieldBytes = largestText
    limits.recordBytes = largestText
    let reader = CorpusReader(limits: limits)
    var text: [UInt8] = []
    do throws(WalkError<Enough>) {
      try reader.forEachFile(under: paths) { (file) throws(Enough) in
        _ = try reader.read(file) { (record) throws(Enough) in
          text.removeAll(keepingCapacity: true)
          for value in record.values where isProse(value.field) {
            text.append(contentsOf: record.bytes[value.text])
            text.append(0x0A)
          }
          if !body(text.span) { throw Enough() }
        }
      }
    } catch {
      guard case .reading(let error) = error else { return }
      throw ZhisouError(error)
    }
  }

  /// Bytes of a record's text.
  private static let largestText = 512 << 20

  /// Thrown to end the reading early.
  private struct Enough: Error {}

  private static func isProse(_ field: Record.Field) -> Bool {
    switch field {
    case .title, .abstract, .claims, .description, .body: true
    case .id, .keyword, .person, .organisation, .code, .date, .region, .level, .prerequisite,
      .duration, .other:
      false
    }
  }
}
