/// What the front of a text shows of a table of delimited cells in it.
struct DelimitedShape {
  /// The delimiter that fits best.
  let delimiter: UInt8
  /// Where the rows begin: behind a first line that names the delimiter (`sep=;`).
  let start: Int
  /// Whether the text is a table at all.
  let isTable: Bool

  private static let comma = UInt8(ascii: ",")
  private static let tab = UInt8(ascii: "\t")
  private static let semicolon = UInt8(ascii: ";")
  /// Rows that are looked at.
  private static let sampledRows = 40
  private static let sampledCells = 1 << 10

  /// Looks at a text that goes on unless it `isWhole`; the name's extension tips the scales.
  ///
  /// A text is a table when a row names columns we know, or when rows agree in the number of their
  /// cells and the first looks like a header. Prose with commas does neither.
  init(_ front: Span<UInt8>, isWhole: Bool, name: FileName) {
    if let declared = Self.declaration(front) {
      (delimiter, start, isTable) = (declared.delimiter, declared.end, true)
      return
    }
    start = 0
    let isNamed = ["csv", "tsv", "tab"].contains(name.pathExtension)
    let first = name.pathExtension == "csv" || !isNamed ? Self.comma : Self.tab
    let others = [Self.tab, Self.comma, Self.semicolon].filter { $0 != first }
    var best: (delimiter: UInt8, score: Int) = (first, 0)
    for delimiter in [first] + others {
      let rows = Self.rows(front, delimiter, isWhole: isWhole)
      let score = Self.score(rows, delimiter, isNamed: isNamed)
      if score > best.score { best = (delimiter, score) }
    }
    delimiter = best.delimiter
    isTable = best.score > 0
  }

  /// The delimiter that a first line declares, as spreadsheets write and read it.
  private static func declaration(_ front: Span<UInt8>) -> (delimiter: UInt8, end: Int)? {
    let (end, next) = LineSearch.line(in: front, from: 0)
    let line = front.extracting(0..<end).string.filter { $0 != "\"" }.lowercased()
    guard line.hasPrefix("sep="), line.utf8.count == 5, let delimiter = line.utf8.last,
      [comma, tab, semicolon, UInt8(ascii: "|")].contains(delimiter)
    else { return nil }
    return (delimiter, next)
  }

  /// The rows of the front that are not blank; the last is left out if it may go on.
  private static func rows(
    _ front: Span<UInt8>, _ delimiter: UInt8, isWhole: Bool
  ) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row = DelimitedRow(delimiter: delimiter, cellLimit: sampledCells)
    var start = 0
    while start < front.count, rows.count < sampledRows {
      row.reset()
      row.allowsLongQuotes = true
      var end = front.count
      if case .ended(let found) = row.scan(front, from: start, origin: start) {
        end = found
      } else {
        guard isWhole else { break }
        row.finish(at: end - start)
      }
      let text = front.extracting(start..<end)
      let cells = row.cells.map { cell in
        var bytes: [UInt8] = []
        cell.forEachPiece(of: text) { bytes.append($0) }
        return bytes
      }
      if cells.contains(where: { !Bytes.trimmed($0, from: 0, to: $0.count).isEmpty }) {
        rows.append(cells)
      }
      start = end
    }
    return rows
  }

  /// How well rows fit together; 0 when they are no table.
  private static func score(_ rows: [[[UInt8]]], _ delimiter: UInt8, isNamed: Bool) -> Int {
    if let header = TableHeader.knownRow(in: rows) {
      let known = TableHeader.knownNames(rows[header])
      let below = rows[(header + 1)...]
      let width = rows[header].count
      // Blanks follow the commas of prose and of programs, seldom those of a table.
      let isLoose = isNamed || !rows[header].contains { $0.first == 0x20 }
      let fitting = below.count { isLoose ? $0.count >= 2 : $0.count == width }
      let fits = below.isEmpty ? known * 2 >= width : fitting * 2 >= below.count
      if fits { return 1000 + known }
    }
    let width = TableHeader.commonWidth(of: rows)
    let header = rows.isEmpty ? [] : rows[TableHeader.likelyRow(in: rows)]
    let known = TableHeader.knownNames(header)
    guard width >= 2 else {
      // One column only: the extension must say that it is a table.
      return isNamed && known > 0 && delimiter == comma ? 1 : 0
    }
    let agreeing = rows.count { $0.count == width }
    let agrees = agreeing >= 2 && agreeing * 10 >= rows.count * 9
    if isNamed { return agreeing * 10 >= rows.count * 5 ? 10 + known * 100 + width : 0 }
    guard agrees, isHeader(header) else { return 0 }
    let isLikely =
      known > 0 || rows.count >= 3 && (width >= 3 || delimiter == tab)
    return isLikely ? 10 + known * 100 + width : 0
  }

  /// Whether a row looks like names of columns rather than like the first line of a text.
  private static func isHeader(_ row: [[UInt8]]) -> Bool {
    let longestName = 60
    return Set(row).count == row.count
      && row.allSatisfy { cell in
        // Blanks follow the commas of prose; a full stop ends a sentence.
        guard let first = cell.first, let last = cell.last, cell.count <= longestName else {
          return false
        }
        return first != 0x20 && last != UInt8(ascii: ".")
          && !cell.suffix(3).elementsEqual([0xE3, 0x80, 0x82])  // 。
      }
  }
}

extension DelimitedRow.Cell {
  /// The range of the cell's text, nil for one that is not in one piece.
  @inline(__always)
  func text(in row: Span<UInt8>) -> Range<Int>? {
    guard let close else { return start..<end }
    return hasDoubled || hasTail(in: row) ? nil : min(start, close)..<close
  }

  /// Gives the text of the cell piece by piece: what is in quotes, doubled ones single, and what
  /// follows them.
  func forEachPiece(of row: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    guard let close else {
      body(row.extracting(start..<end))
      return
    }
    var from = start
    if hasDoubled {
      while let quote = ByteSearch.first(0x22, in: row, from: from, to: close) {
        body(row.extracting(from..<(quote + 1)))
        from = quote + 2
      }
    }
    body(row.extracting(min(from, close)..<close))
    if hasTail(in: row) { body(row.extracting((close + 1)..<end)) }
  }

  /// Whether text follows the closing quote.
  func hasTail(in row: Span<UInt8>) -> Bool {
    guard let close else { return false }
    var index = close + 1
    while index < end {
      if row[index] != 0x20 { return true }
      index += 1
    }
    return false
  }
}
