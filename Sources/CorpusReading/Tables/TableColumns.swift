/// The columns of a table, with their names in one buffer, so that a row takes them all at once.
struct TableColumns {
  /// The names of the columns that keep them, in order.
  let names: [UInt8]
  private let columns: [(column: Column, name: Range<Int>)]

  init(_ columns: [TableColumn]) {
    var names: [UInt8] = []
    self.columns = columns.map { column in
      let start = names.count
      if column.column.keepsName { names += column.name }
      return (column.column, start..<names.count)
    }
    self.names = names
  }

  var count: Int { columns.count }

  /// What a column means, and the range of its name.
  @inline(__always)
  subscript(index: Int) -> (column: Column, name: Range<Int>) { columns[index] }
}
