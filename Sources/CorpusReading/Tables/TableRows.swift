/// Makes records of the rows of a table, whatever file the table is in.
///
/// Cells come one by one, each perhaps in pieces. The header is looked for among the first rows; then
/// every row is a record, and every cell a value of its column.
struct TableRows {
  /// The cells of the header, or of the first row until the header is known.
  var width: Int? { columns?.count ?? front.first?.cells.count }

  private let sink: RecordSink
  /// What a row is called in the report: `line`, `row`.
  private let unit: String
  private var builder: RecordBuilder
  private var columns: [TableColumn]?
  /// The rows before the header is known.
  private var front: [FrontRow] = []
  private var frontBytes = 0

  private var cell = 0
  private var cellStart = 0
  /// Cells behind those of the header, up to the last that is not empty.
  private var extraCells = 0

  private struct FrontRow {
    var number: Int
    var cells: [[UInt8]] = []
  }

  /// Bytes of rows that are kept to find the header.
  private static let frontLimit = 1 << 20

  init(sink: RecordSink, limits: ReadingLimits, unit: String) {
    self.sink = sink
    self.unit = unit
    builder = RecordBuilder(limits: limits)
  }

  /// Adds a piece to the text of the cell.
  mutating func append(_ piece: Span<UInt8>) {
    builder.append(piece, valueStart: cellStart)
  }

  /// Ends the cell; the next one stands right of it.
  mutating func endCell() {
    defer {
      cell += 1
      cellStart = builder.record.bytes.count
    }
    guard let columns else {
      endFrontCell()
      return
    }
    guard builder.record.bytes.count > cellStart else { return }
    dropTextMark()
    let values = builder.record.values.count
    let column = cell < columns.count ? columns[cell] : TableColumn.unnamed(at: cell)
    let name = column.name
    builder.add(column.column, name: name.span, from: cellStart)
    if cell >= columns.count, builder.record.values.count > values {
      extraCells = cell - columns.count + 1
    }
  }

  /// Adds the cells of a row of delimited text.
  mutating func add(_ cells: [DelimitedRow.Cell], of row: Span<UInt8>) {
    for cell in cells {
      if cell.close == nil {
        append(row.extracting(cell.start..<cell.end))
      } else {
        cell.forEachPiece(of: row) { append($0) }
      }
      endCell()
    }
  }

  /// Ends the row, which is the `number`th of its unit.
  mutating func endRow(_ number: Int) {
    guard columns != nil else {
      endFrontRow(number)
      return
    }
    let place = { [unit] in "\(unit) \(number)" }
    if extraCells > 0 {
      sink.note(place(), "\(extraCells) cell\(extraCells == 1 ? "" : "s") more than the header")
    }
    let isEmpty = builder.record.values.isEmpty && builder.droppedPrivate == 0
    if !isEmpty, !sink.deliver(&builder, place: place) {
      sink.note(place(), "the row has no text")
    }
    beginRow()
  }

  /// Takes the end of the table.
  mutating func finish() {
    if columns == nil { chooseHeader(TableHeader.likelyRow(in: front.map(\.cells))) }
  }

  private mutating func beginRow() {
    builder.reset()
    cell = 0
    cellStart = 0
    extraCells = 0
  }

  /// Drops the apostrophe by which a spreadsheet is told to keep a long number as it is.
  private mutating func dropTextMark() {
    guard builder.record.bytes[cellStart] == 0x27,
      builder.record.bytes.count - cellStart > Self.longNumber,
      builder.record.bytes[(cellStart + 1)...].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    builder.record.bytes.remove(at: cellStart)
  }

  private static let longNumber = 5

  // MARK: - Before the header is known

  private mutating func endFrontCell() {
    if cell == 0 { front.append(FrontRow(number: 0)) }
    let text = Array(builder.record.bytes[cellStart...])
    front[front.count - 1].cells.append(text)
    frontBytes += text.count
  }

  private mutating func endFrontRow(_ number: Int) {
    defer { beginRow() }
    guard cell > 0, let row = front.last else { return }
    if row.cells.allSatisfy({ Bytes.trimmed($0, from: 0, to: $0.count).isEmpty }) {
      front.removeLast()
      return
    }
    front[front.count - 1].number = number
    let rows = front.map(\.cells)
    if let row = TableHeader.knownRow(in: rows) {
      chooseHeader(row)
    } else if front.count >= TableHeader.searchedRows || frontBytes > Self.frontLimit {
      chooseHeader(TableHeader.likelyRow(in: rows))
    }
  }

  /// Makes a row of the front the header and reads those below it.
  private mutating func chooseHeader(_ row: Int) {
    var rows: [FrontRow] = []
    swap(&rows, &front)
    guard row < rows.count else { return }
    columns = TableColumn.columns(header: rows[row].cells)
    beginRow()
    for row in rows[(row + 1)...] where !sink.isStopped {
      for cell in row.cells {
        append(cell.span)
        endCell()
      }
      endRow(row.number)
    }
  }
}
