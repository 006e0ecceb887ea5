/// The first rows of a sheet, among which the header of a table is looked for.
final class SheetFront: SheetRows {
  /// The header's place among the rows that have text, from 0; nil when the sheet is no table.
  private(set) var header: Int?
  /// Rows with text so far.
  private var rows = 0
  /// The known names in the row under way.
  private var names: Set<[UInt8]> = []
  private var isEmpty = true

  /// Rows with text among which the header may be.
  private static let searchedRows = 20

  var hasText: Bool { rows > 0 }

  var isSatisfied: Bool { header != nil || rows == Self.searchedRows }

  func cell(_ text: Span<UInt8>, column: Int?) {
    isEmpty = false
    guard let name = SheetRecords.name(text), ColumnAliases.column(named: name) != .other else {
      return
    }
    names.insert(name)
  }

  func endRow(_ number: Int) {
    guard !isEmpty else { return }
    if names.count >= 2 { header = rows }
    rows += 1
    names = []
    isEmpty = true
  }
}
