/// Makes records of the rows of a sheet that is a table.
///
/// It is a struct, whose parts are touched without a check that nobody else does: sheets have many
/// cells.
struct SheetRecords {
  private let sink: RecordSink
  private let header: Int
  private var builder: RecordBuilder
  private var memory = ColumnMemory()
  /// For every column of the sheet its place in the memory; nil for one without a name.
  private var columns: [Int?] = []
  private var namedColumns = 0
  /// Rows with text that have ended.
  private var rows = 0
  private var isEmpty = true
  private var hasStrays = false
  private var rowsWithoutText = 0

  private static let mostColumns = 1 << 10
  private static let mostNames = 255
  private static let longestName = 1 << 10

  /// Gets ready to read a sheet whose header is the `header`th row with text, from 0.
  init(header: Int, sink: RecordSink, limits: ReadingLimits) {
    self.header = header
    self.sink = sink
    builder = RecordBuilder(limits: limits)
  }

  mutating func cell(_ text: Span<UInt8>, column: Int?) {
    isEmpty = false
    if rows == header {
      addColumn(text, at: column)
    } else if rows > header {
      addValue(text, of: column)
    }
  }

  mutating func endRow(_ number: Int) {
    guard !isEmpty else { return }
    if rows > header, !builder.record.values.isEmpty || builder.droppedPrivate > 0,
      !sink.deliver(&builder, place: { "row \(number)" })
    {
      rowsWithoutText += 1
    }
    builder.reset()
    rows += 1
    isEmpty = true
  }

  /// Takes the end of the sheet.
  mutating func finish() {
    guard !sink.isStopped else { return }
    if hasStrays { sink.note("", "cells in columns without a name were left out") }
    if rowsWithoutText > 0 {
      let rows = rowsWithoutText == 1 ? "1 row has" : "\(rowsWithoutText) rows have"
      sink.note("", "\(rows) no text")
    }
  }

  /// The text of a cell as the name of a column: on one line, without white space at its ends; nil
  /// for one that is too long for a name.
  static func name(_ text: Span<UInt8>) -> [UInt8]? {
    guard text.count <= longestName else { return nil }
    var name: [UInt8] = []
    name.append(text)
    WrappedText.join(&name, from: 0)
    return Array(name[Bytes.trimmed(name, from: 0, to: name.count)])
  }

  private mutating func addColumn(_ text: Span<UInt8>, at column: Int?) {
    guard let column, column < Self.mostColumns, namedColumns < Self.mostNames,
      let name = Self.name(text), !name.isEmpty
    else { return }
    while columns.count <= column { columns.append(nil) }
    columns[column] = memory.index(of: name.span) { name }
    namedColumns += 1
  }

  private mutating func addValue(_ text: Span<UInt8>, of column: Int?) {
    guard let column, column < columns.count, let place = columns[column] else {
      hasStrays = true
      return
    }
    let meaning = memory.column(at: place)
    if memory.isRepeated(at: place, inRecord: rows), meaning.isSingleValued {
      builder.forget(meaning)
    }
    let start = builder.record.bytes.count
    builder.append(text, valueStart: start)
    let name = memory.name(at: place)
    builder.add(meaning, name: name.span, from: start)
  }
}
