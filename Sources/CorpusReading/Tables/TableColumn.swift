/// A column of a table: its name and what it means.
struct TableColumn {
  /// The name in the header; the letter of the column when that is empty.
  let name: [UInt8]
  let column: Column

  private init(name: [UInt8], column: Column) {
    self.name = name
    self.column = column
  }

  /// The columns of a header.
  ///
  /// A table in which no column is known to hold text gives its first one, if that is not known
  /// either, as the title: what nobody can search for nobody will find.
  static func columns(header: [[UInt8]]) -> [TableColumn] {
    var columns = header.enumerated().map { index, cell in
      let name = self.name(ofHeaderCell: cell)
      return name.isEmpty
        ? unnamed(at: index) : TableColumn(name: name, column: ColumnAliases.column(named: name))
    }
    if let first = columns.first, first.column == .other,
      !columns.contains(where: { $0.column.isText })
    {
      columns[0] = TableColumn(name: first.name, column: .field(.title))
    }
    return columns
  }

  /// A column without a name: it is called by its letter, as in a spreadsheet.
  static func unnamed(at index: Int) -> TableColumn {
    var letters: [UInt8] = []
    var rest = index
    repeat {
      letters.insert(UInt8(0x41 + rest % 26), at: 0)
      rest = rest / 26 - 1
    } while rest >= 0
    return TableColumn(name: letters, column: .other)
  }

  /// The cell of a header as a name: on one line, without white space at its ends.
  static func name(ofHeaderCell cell: [UInt8]) -> [UInt8] {
    var name = Array(cell[Bytes.trimmed(cell, from: 0, to: cell.count)])
    WrappedText.join(&name, from: 0)
    return name
  }
}

extension Column {
  /// Whether a column holds what a record is found by.
  fileprivate var isText: Bool {
    switch self {
    case .field(let field):
      switch field {
      case .title, .abstract, .claims, .description, .body: true
      default: false
      }
    case .section, .personalName: true
    default: false
    }
  }
}
