/// The part of a workbook with a sheet, told row by row.
final class SheetMarkup: PartEvents {
  private var reading: SheetReading

  /// Gets ready to tell the cells of a sheet, of which `cell` is the first.
  init(_ rows: any SheetRows, cell: SheetCell) {
    reading = SheetReading(rows, cell: cell)
  }

  /// Cells whose text is not among the shared ones.
  var missingTexts: Int { reading.cell.missingTexts }

  var isSatisfied: Bool { reading.rows.isSatisfied }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    reading.startElement(name, attributes)
  }

  func endElement() { reading.endElement() }

  func characters(_ text: Span<UInt8>) { reading.characters(text) }
}
