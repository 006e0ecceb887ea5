/// CSV and its like: a table of cells between commas, tabs or semicolons (RFC 4180), a row a record.
///
/// The delimiter and the header are found in the text. Rows may be ragged, lines may end in any way,
/// quotes may be wrong: what is odd is noted by its line. An open quote costs no more than its line.
enum DelimitedTable: RecordFormat {
  static let name = "csv"

  static func recognises(_ opening: Opening) -> Bool {
    let text = opening.text
    return DelimitedShape(text.span, isWhole: opening.isWhole, name: opening.name).isTable
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    DelimitedTableParser(sink: sink, limits: limits)
  }
}

private final class DelimitedTableParser: RecordParser {
  private var rows: DelimitedRows

  init(sink: RecordSink, limits: ReadingLimits) {
    rows = DelimitedRows(sink: sink, limits: limits)
  }

  func feed(_ text: Span<UInt8>) { rows.feed(text) }

  func finish() { rows.finish() }
}

/// Cuts text into rows and reads each.
///
/// It is a struct, whose parts are touched without a check that nobody else does: there are many rows.
private struct DelimitedRows {
  private let sink: RecordSink
  private let limits: ReadingLimits
  private var table: TableRows
  /// The row that is being looked for the end of.
  private var row: DelimitedRow
  /// Whether the delimiter is known.
  private var hasBegun = false
  /// The text until then, and from then on the front of a row whose end has not come.
  private var carry: [UInt8] = []
  /// Lines of a row that is too long and only looked for the end of.
  private var skippedLines: Int?
  /// Whether the last row ended at a CR, so that an LF behind it is its second half.
  private var endedAtReturn = false
  private var line = 1

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    table = TableRows(sink: sink, limits: limits, unit: "line")
    row = DelimitedRow(delimiter: UInt8(ascii: ","), cellLimit: limits.recordValues)
  }

  mutating func feed(_ text: Span<UInt8>) {
    guard !hasBegun else {
      read(text)
      return
    }
    carry.append(text)
    if carry.count >= limits.openingBytes { begin(isWhole: false) }
  }

  mutating func finish() {
    if !hasBegun { begin(isWhole: true) }
    while !carry.isEmpty, !sink.isStopped { finishRow() }
    if skippedLines != nil { loseLongRow() }
    if !sink.isStopped { table.finish() }
  }

  /// Tells the delimiter and reads the text that has come.
  private mutating func begin(isWhole: Bool) {
    hasBegun = true
    let front = takeCarry()
    let count = min(front.count, limits.openingBytes)
    let shape = DelimitedShape(
      front.span.extracting(0..<count), isWhole: isWhole && count == front.count,
      name: FileName(sink.fileName))
    row = DelimitedRow(delimiter: shape.delimiter, cellLimit: limits.recordValues)
    if shape.start > 0 { line += 1 }
    read(front.span.extracting(shape.start..<front.count))
  }

  /// Reads the rows of a text whose front, perhaps, is in `carry`.
  private mutating func read(_ text: Span<UInt8>) {
    // Where the row begins, or the part of it that is not in `carry`.
    var start = 0
    var index = 0
    while index < text.count, !sink.isStopped {
      if endedAtReturn {
        endedAtReturn = false
        if text[index] == 0x0A {
          index += 1
          start = index
          continue
        }
      }
      switch row.scan(text, from: index, origin: start - carry.count) {
      case .needsMore:
        keep(text.extracting(start..<text.count))
        return
      case .ended(let end):
        endedAtReturn = text[end - 1] == 0x0D
        index = end
        if carry.isEmpty, skippedLines == nil, end - start <= limits.lineBytes {
          if let next = endRow(text.extracting(start..<end)) {
            endedAtReturn = false
            index = start + next
          }
        } else {
          keep(text.extracting(start..<end))
          endKeptRow()
        }
      case .quoteIsLong(let end):
        keep(text.extracting(start..<end))
        index = end
        checkLongQuote()
      }
      start = index
    }
  }

  /// Keeps the front of a row until the rest comes, or gives the row up.
  private mutating func keep(_ part: Span<UInt8>) {
    if let lines = skippedLines {
      skippedLines = lines + LineSearch.countAnyEnd(in: part)
    } else if carry.count + part.count > limits.lineBytes {
      skippedLines = LineSearch.countAnyEnd(in: carry.span) + LineSearch.countAnyEnd(in: part)
      carry = []
      row.allowsLongQuotes = true
    } else {
      carry.append(part)
    }
  }

  private mutating func takeCarry() -> [UInt8] {
    var kept: [UInt8] = []
    swap(&kept, &carry)
    return kept
  }

  // MARK: - The end of a row

  private mutating func endKeptRow() {
    guard skippedLines == nil else {
      loseLongRow()
      return
    }
    var kept = takeCarry()
    if let next = endRow(kept.span) {
      endedAtReturn = false
      read(kept.span.extracting(next..<kept.count))
    } else {
      kept.removeAll(keepingCapacity: true)
      swap(&kept, &carry)
    }
  }

  /// Ends the row at the end of the text.
  private mutating func finishRow() {
    let kept = takeCarry()
    let isOpen = row.isInQuotes
    row.finish(at: kept.count)
    guard isOpen else {
      if let next = endRow(kept.span) { read(kept.span.extracting(next..<kept.count)) }
      return
    }
    let next = LineSearch.line(in: kept.span, from: 0).next
    if next == kept.count || opensQuoteByMistake(kept.span) {
      endRow(openedIn: kept.span)
      read(kept.span.extracting(next..<kept.count))
    } else {
      loseOpenQuote()
    }
  }

  /// Makes a record of the row, which is whole.
  ///
  /// Returns where in the row to read on when its first line alone is to blame for its length.
  private mutating func endRow(_ text: Span<UInt8>) -> Int? {
    var lines = 1
    if row.hasQuoted {
      let hasEnd = text[text.count - 1] == 0x0A || text[text.count - 1] == 0x0D
      lines = LineSearch.countAnyEnd(in: text) + (hasEnd ? 0 : 1)
      let hasTail = row.cells.contains { $0.hasTail(in: text) }
      let isOdd = hasTail || row.cellCount != table.width ?? row.cellCount
      if lines > 1, isOdd, opensQuoteByMistake(text) {
        endRow(openedIn: text)
        return LineSearch.line(in: text, from: 0).next
      }
      if hasTail { sink.note("line \(line)", "text follows the closing quote of a cell") }
    }
    table.add(row.cells, of: text)
    table.endRow(line)
    if row.cellCount > row.cells.count {
      sink.lose("line \(line)", "the row has more than \(row.cells.count) cells")
    }
    line += lines
    row.reset()
    return nil
  }

  /// Looks at a quoted cell that has grown long: whether to blame its first line, or to go on.
  private mutating func checkLongQuote() {
    row.allowsLongQuotes = true
    guard skippedLines == nil, opensQuoteByMistake(carry.span) else { return }
    let kept = takeCarry()
    endRow(openedIn: kept.span)
    read(kept.span.extracting(LineSearch.line(in: kept.span, from: 0).next..<kept.count))
  }

  /// Whether the lines of a row are rows themselves: then a quote in the first one was never meant.
  ///
  /// Text with line ends in a cell has few lines with just as many cells as the header.
  private func opensQuoteByMistake(_ text: Span<UInt8>) -> Bool {
    var (end, next) = LineSearch.line(in: text, from: 0)
    var line = DelimitedRow(delimiter: row.delimiter, cellLimit: limits.recordValues)
    line.scan(line: text.extracting(0..<end))
    let width = table.width ?? line.cellCount
    var (rows, lines) = (0, 0)
    while next < text.count, lines < 100, width >= 2 {
      let start = next
      (end, next) = LineSearch.line(in: text, from: start)
      guard end > start else { continue }
      line.scan(line: text.extracting(start..<end))
      lines += 1
      if line.cellCount == width { rows += 1 }
    }
    return lines > 0 && rows * 2 >= lines
  }

  /// Ends the row with its first line, whose quote is not closed: as it stands without the quote, if
  /// that gives as many cells as the header has.
  private mutating func endRow(openedIn text: Span<UInt8>) {
    let first = text.extracting(0..<LineSearch.line(in: text, from: 0).end)
    row.scan(line: first)
    if row.cellCount == table.width ?? row.cellCount {
      table.add(row.cells, of: first)
      table.endRow(line)
    }
    loseOpenQuote()
  }

  private mutating func loseOpenQuote() {
    sink.lose("line \(line)", "the quote is not closed")
    line += 1
    row.reset()
  }

  private mutating func loseLongRow() {
    sink.lose("line \(line)", "the row is longer than \(limits.lineBytes >> 20) MiB")
    line += max(1, skippedLines ?? 1)
    skippedLines = nil
    row.reset()
  }
}
