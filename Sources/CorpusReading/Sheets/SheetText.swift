/// Makes one record of the text of a sheet that is no table: a line a row, tabs between cells.
final class SheetText: SheetRows {
  private let sink: RecordSink
  private var builder: RecordBuilder
  private var rowStart = 0

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    builder = RecordBuilder(limits: limits)
  }

  var isSatisfied: Bool { sink.isStopped || builder.wasCut }

  func cell(_ text: Span<UInt8>, column: Int?) {
    if builder.record.bytes.count > rowStart { append(0x09) }
    builder.append(text, valueStart: 0)
  }

  func endRow(_ number: Int) {
    if builder.record.bytes.count > rowStart { append(0x0A) }
    rowStart = builder.record.bytes.count
  }

  /// Delivers the record, if there was any text.
  func finish(title: String, _ properties: CoreProperties) {
    guard !builder.record.bytes.isEmpty, !sink.isStopped else { return }
    builder.addText(.body, name: 0..<0, from: 0)
    let start = builder.record.bytes.count
    builder.record.bytes.append(contentsOf: title.utf8)
    builder.addJoined(.title, from: start)
    properties.add(to: &builder)
    _ = sink.deliver(&builder, place: { "" })
  }

  private func append(_ byte: UInt8) {
    let bytes: InlineArray<1, UInt8> = [byte]
    builder.append(bytes.span, valueStart: 0)
  }
}
