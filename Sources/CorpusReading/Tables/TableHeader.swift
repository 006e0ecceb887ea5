/// The search for the row of a table that names its columns.
enum TableHeader {
  /// Rows among which the header is looked for.
  static let searchedRows = 20

  /// The first row that has known names for two columns or more, nil when none has.
  ///
  /// The rows above it are titles (`2024年成果汇总`): a row with as many cells as half of the header
  /// is one of a table that begins there, whose words are names by chance.
  static func knownRow(in rows: [[[UInt8]]]) -> Int? {
    var filledAbove = 0
    for (index, row) in rows.prefix(searchedRows).enumerated() {
      let filled = filledCells(row)
      if knownNames(row) >= 2, filledAbove * 2 <= filled { return index }
      filledAbove = max(filledAbove, filled)
    }
    return nil
  }

  /// The row that is taken for the header when names tell nothing: the first that is as wide as most.
  static func likelyRow(in rows: [[[UInt8]]]) -> Int {
    let width = commonWidth(of: rows)
    return rows.firstIndex { $0.count == width && filledCells($0) * 2 >= width } ?? 0
  }

  /// The number of cells that most rows have; of several, that of the first row.
  static func commonWidth(of rows: [[[UInt8]]]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let most = counts.values.max()
    return rows.first { counts[$0.count] == most }?.count ?? 0
  }

  /// How many different columns a row names.
  static func knownNames(_ row: [[UInt8]]) -> Int {
    let names = row.map(TableColumn.name(ofHeaderCell:)).filter { name in
      !name.isEmpty && ColumnAliases.column(named: name) != .other
    }
    return Set(names).count
  }

  private static func filledCells(_ row: [[UInt8]]) -> Int {
    row.count { !Bytes.trimmed($0, from: 0, to: $0.count).isEmpty }
  }
}
