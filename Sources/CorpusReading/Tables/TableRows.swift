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
  private var columns: TableColumns?
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
    guard cell < columns.count else {
      addExtraCell(cellStart..<builder.record.bytes.count, columns)
      return
    }
    let (column, name) = columns[cell]
    builder.add(column, name: columns.names.span.extracting(name), from: cellStart)
  }

  /// Adds the cells of a row of delimited text.
  mutating func add(_ cells: [DelimitedRow.Cell], of row: Span<UInt8>) {
    if let columns, columns.names.count <= Self.mostNameBytes,
      builder.canTake(bytes: row.count + columns.names.count)
    {
      take(row, cells, columns)
      return
    }
    for cell in cells {
      cell.forEachPiece(of: row) { append($0) }
      endCell()
    }
  }

  /// Takes a row as it stands, and behind it the names of the columns: the cells are ranges of it.
  private mutating func take(
    _ row: Span<UInt8>, _ cells: [DelimitedRow.Cell], _ columns: TableColumns
  ) {
    builder.record.bytes.append(row)
    builder.record.bytes.append(columns.names.span)
    for index in cells.indices {
      var text = cells[index].text(in: row) ?? joined(cells[index], of: row)
      cell = index
      guard !text.isEmpty else { continue }
      if hasTextMark(text) { text = (text.lowerBound + 1)..<text.upperBound }
      guard index < columns.count else {
        addExtraCell(text, columns)
        continue
      }
      let (column, name) = columns[index]
      let nameStart = row.count + name.lowerBound
      builder.add(column, name: nameStart..<(nameStart + name.count), text)
    }
  }

  /// Appends the pieces of a cell; returns the range of its text.
  private mutating func joined(_ cell: DelimitedRow.Cell, of row: Span<UInt8>) -> Range<Int> {
    let start = builder.record.bytes.count
    cell.forEachPiece(of: row) { builder.record.bytes.append($0) }
    return start..<builder.record.bytes.count
  }

  /// Adds a cell behind those of the header.
  private mutating func addExtraCell(_ text: Range<Int>, _ columns: TableColumns) {
    let values = builder.record.values.count
    let unnamed = TableColumn.unnamed(at: cell)
    builder.add(unnamed.column, name: builder.stored(unnamed.name.span), text)
    if builder.record.values.count > values { extraCells = cell - columns.count + 1 }
  }

  /// Ends the row, which is the `number`th of its unit.
  mutating func endRow(_ number: Int) {
    guard columns != nil else {
      endFrontRow(number)
      return
    }
    if extraCells > 0 {
      sink.note(
        "\(unit) \(number)", "\(extraCells) cell\(extraCells == 1 ? "" : "s") more than the header")
    }
    let isEmpty = builder.record.values.isEmpty && builder.droppedPrivate == 0
    if !isEmpty, !sink.deliver(&builder, place: { [unit] in "\(unit) \(number)" }) {
      sink.note("\(unit) \(number)", "the row has no text")
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
    if hasTextMark(cellStart..<builder.record.bytes.count) {
      builder.record.bytes.remove(at: cellStart)
    }
  }

  @inline(__always)
  private func hasTextMark(_ text: Range<Int>) -> Bool {
    let bytes = builder.record.bytes.span
    guard bytes[text.lowerBound] == 0x27, text.count > Self.longNumber else { return false }
    return text.dropFirst().allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }

  private static let longNumber = 5
  /// Bytes of the names of all columns that a row may take at once.
  private static let mostNameBytes = 1 << 12

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
    columns = TableColumns(TableColumn.columns(header: rows[row].cells))
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
