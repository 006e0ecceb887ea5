/// A table of a Word document while it passes: where its cells are.
struct WordTable {
  /// Where the text of the table begins, of the row and of the cell.
  let start: Int
  private(set) var rowStart: Int
  var cellStart: Int
  /// Whether the next text of the cell is a paragraph of its own.
  var needsBlank = false
  /// The cells of all rows; none any more when they are too many to be facts.
  private(set) var rows: [[Range<Int>]] = []

  private var cells: [Range<Int>] = []
  private var isLarge = false

  private static let mostRows = 256
  private static let mostCells = 64

  init(start: Int) {
    self.start = start
    rowStart = start
    cellStart = start
  }

  /// Ends the cell at the end of the text.
  mutating func endCell(_ bytes: [UInt8]) {
    needsBlank = false
    if cells.count < Self.mostCells {
      cells.append(Bytes.trimmed(bytes, from: cellStart, to: bytes.count))
    } else {
      isLarge = true
    }
  }

  /// Ends the row; the next one begins at `end`.
  mutating func endRow(at end: Int) {
    rows.append(cells)
    cells = []
    isLarge = isLarge || rows.count > Self.mostRows
    if isLarge { rows = [] }
    rowStart = end
    cellStart = end
  }
}
