/// A sheet that is a table: a row is a record.
final class SheetTable: SheetRows {
  private let sink: RecordSink
  private var records: SheetRecords

  /// Gets ready to read a sheet whose header is the `header`th row with text, from 0.
  init(header: Int, sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    records = SheetRecords(header: header, sink: sink, limits: limits)
  }

  var isSatisfied: Bool { sink.isStopped }

  func cell(_ text: Span<UInt8>, column: Int?) { records.cell(text, column: column) }

  func endRow(_ number: Int) { records.endRow(number) }

  /// Takes the end of the sheet.
  func finish() { records.finish() }
}
