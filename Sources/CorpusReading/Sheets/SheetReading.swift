/// The markup of a sheet (ISO/IEC 29500-1, clause 18.3), told cell by cell.
///
/// The size that a sheet claims, and the places of its cells, are only labels: nothing is made by
/// them. It is a struct, whose parts are touched without a check that nobody else does: sheets have
/// many cells.
struct SheetReading {
  /// The innermost element that is known; inside of `other` nothing is.
  private enum Element {
    case other, data, row, cell, value, inline
  }

  let rows: any SheetRows
  private(set) var cell: SheetCell

  private var element = Element.other
  /// The elements that are open inside of `element`, and for `other` that one too.
  private var innerDepth = 0
  private var row = 0

  /// Gets ready to tell the cells of a sheet.
  init(_ rows: any SheetRows, cell: SheetCell) {
    self.rows = rows
    self.cell = cell
  }

  mutating func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    switch element {
    case .cell where innerDepth == 0 && name.equals("v"): element = .value
    case .row where innerDepth == 0 && name.equals("c"):
      element = .cell
      cell.begin(attributes)
    case .data where innerDepth == 0 && name.equals("row"):
      element = .row
      beginRow(attributes)
    case .cell where innerDepth == 0 && name.equals("is"): element = .inline
    case .inline:
      innerDepth += 1
      cell.inline.begin(name)
    case .other where innerDepth == 1 && name.equals("sheetData"):
      element = .data
      innerDepth = 0
    default: innerDepth += 1
    }
  }

  mutating func endElement() {
    guard innerDepth == 0 else {
      innerDepth -= 1
      if element == .inline { _ = cell.inline.end() }
      return
    }
    switch element {
    case .value, .inline: element = .cell
    case .cell:
      element = .row
      if !rows.isSatisfied { cell.tell(to: rows) }
    case .row:
      element = .data
      if !rows.isSatisfied { rows.endRow(row) }
    case .data, .other:
      element = .other
      innerDepth = 1
    }
  }

  mutating func characters(_ text: Span<UInt8>) {
    switch element {
    case .value where innerDepth == 0: cell.append(text)
    case .inline where innerDepth > 0: cell.append(inline: text)
    default: break
    }
  }

  private mutating func beginRow(_ attributes: XMLAttributes) {
    row = attributes.withValue("r") { $0.integer } ?? row + 1
    cell.beginRow()
  }
}
