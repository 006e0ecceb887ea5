/// The sheets of an Excel workbook and how its dates count (ISO/IEC 29500-1, clause 18.2).
final class Workbook: PartEvents {
  struct Sheet: Equatable {
    let name: String
    /// The relationship that leads to the sheet's part.
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904, as on the first Macintosh, and not from 1900.
  private(set) var countsFrom1904 = false

  private static let mostSheets = 1 << 12

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if name.equals("sheet"), sheets.count < Self.mostSheets {
      sheets.append(
        Sheet(
          name: CorpusFile.shown(attributes["name"] ?? []),
          relationship: String(decoding: attributes["id"] ?? [], as: UTF8.self)))
    } else if name.equals("workbookPr"), let value = attributes["date1904"] {
      countsFrom1904 = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
    }
  }

  func endElement() {}

  func characters(_ text: Span<UInt8>) {}
}
