/// The facts in a table that is a form: names in one column, values in the next
/// (`成果名称 | 竹丝扣瓷 | 完成单位 | 成都工艺研究所`).
struct WordFacts {
  /// A value and the column that it belongs to.
  struct Fact {
    let column: Column
    let name: [UInt8]
    let value: [UInt8]
  }

  private(set) var facts: [Fact] = []
  /// The rows that are no facts, as text.
  private(set) var text: [UInt8] = []

  /// Reads a table; nil when it is no form.
  ///
  /// In a form all rows are pairs whose names are known, or at least two and no less than half of
  /// those with more than one cell. Where a value is itself the name of a column, the row is the
  /// header of an ordinary table.
  init?(_ table: WordTable, _ bytes: [UInt8]) {
    var pairRows = 0
    var otherRows = 0
    for row in table.rows {
      let cells = row.map { Array(bytes[$0]) }
      switch Self.facts(in: cells) {
      case .header: return nil
      case .facts(let facts):
        pairRows += 1
        self.facts += facts
      case .text:
        if cells.count > 1 { otherRows += 1 }
        let line = Array(cells.filter { !$0.isEmpty }.joined(separator: [0x09]))
        if !line.isEmpty { text += line + [0x0A] }
      }
    }
    guard pairRows > 0, otherRows == 0 || (pairRows > 1 && pairRows >= otherRows) else {
      return nil
    }
  }

  private enum Row {
    case facts([Fact])
    case text
    case header
  }

  private static func facts(in cells: [[UInt8]]) -> Row {
    guard cells.count > 1, cells.count % 2 == 0 else { return .text }
    var facts: [Fact] = []
    for index in stride(from: 0, to: cells.count, by: 2) {
      let value = cells[index + 1]
      if cells[index].isEmpty, value.isEmpty { continue }
      guard let (name, column) = column(cells[index]) else { return .text }
      guard self.column(value) == nil else { return .header }
      facts.append(Fact(column: column, name: name, value: value))
    }
    return facts.isEmpty ? .text : .facts(facts)
  }

  /// The column that a cell names, nil when it names none.
  ///
  /// The name is without the colon behind it, and without the blanks by which forms spread Chinese
  /// words (`姓　名：`).
  private static func column(_ cell: [UInt8]) -> (name: [UInt8], column: Column)? {
    guard cell.count <= longestName else { return nil }
    var name = String(decoding: cell, as: UTF8.self)
    while let last = name.last, last == ":" || last == "：" || last.isWhitespace {
      name.removeLast()
    }
    if name.utf8.contains(where: { $0 >= 0x80 }) { name.removeAll(where: \.isWhitespace) }
    let column = ColumnAliases.column(named: name.utf8)
    return column == .other ? nil : (Array(name.utf8), column)
  }

  private static let longestName = 128
}
