/// What the rows of a sheet are told to, from top to bottom.
protocol SheetRows: AnyObject {
  /// Whether no more rows are wanted.
  var isSatisfied: Bool { get }
  /// A cell that is not empty; the column is counted from 0, and nil for a place that no sheet has.
  func cell(_ text: Span<UInt8>, column: Int?)
  /// The end of the row that has that number in the sheet.
  func endRow(_ number: Int)
}

/// The markup of a sheet (ISO/IEC 29500-1, clause 18.3), told cell by cell.
///
/// The size that a sheet claims, and the places of its cells, are only labels: nothing is made by
/// them.
final class SheetMarkup: PartEvents {
  private enum Element {
    case other, data, row, cell, value, inline, inlinePart
  }

  private enum CellType {
    case number, shared, text, truth, error, date
  }

  private let rows: any SheetRows
  private let strings: SharedStrings
  private let styles: CellStyles
  private let from1904: Bool
  private let limits: ReadingLimits

  private var open: [Element] = []
  private var row = 0
  private var column: Int?
  private var type = CellType.number
  private var style = 0
  private var value: [UInt8] = []
  private var inline = StringMarkup()
  /// Cells whose text is not among the shared ones.
  private(set) var missingTexts = 0

  private static let mostColumns = 16_384

  /// Gets ready to tell the cells of a sheet.
  init(
    _ rows: any SheetRows, strings: SharedStrings, styles: CellStyles, from1904: Bool,
    limits: ReadingLimits
  ) {
    self.rows = rows
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.limits = limits
  }

  var isSatisfied: Bool { rows.isSatisfied }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    var element = Element.other
    switch open.last {
    case .data where name.equals("row"):
      element = .row
      beginRow(attributes)
    case .row where name.equals("c"):
      element = .cell
      beginCell(attributes)
    case .cell where name.equals("v"): element = .value
    case .cell where name.equals("is"): element = .inline
    case .inline, .inlinePart:
      element = .inlinePart
      inline.begin(name)
    case .other where open.count == 1 && name.equals("sheetData"): element = .data
    default: break
    }
    open.append(element)
  }

  func endElement() {
    switch open.popLast() {
    case .inlinePart: _ = inline.end()
    case .cell: endCell()
    case .row: if !rows.isSatisfied { rows.endRow(row) }
    default: break
    }
  }

  func characters(_ text: Span<UInt8>) {
    switch open.last {
    case .value where value.count + text.count <= limits.fieldBytes: value.append(text)
    case .inlinePart where inline.text.count + text.count <= limits.fieldBytes: inline.append(text)
    default: break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    row = number ?? row + 1
    column = -1
  }

  private func beginCell(_ attributes: XMLAttributes) {
    if let place = attributes["r"] {
      column = Self.column(place)
    } else if let last = column {
      column = last + 1 < Self.mostColumns ? last + 1 : nil
    }
    style = attributes["s"].flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    switch attributes["t"].map({ String(decoding: $0, as: UTF8.self) }) {
    case "s": type = .shared
    case "str", "inlineStr": type = .text
    case "b": type = .truth
    case "e": type = .error
    case "d": type = .date
    default: type = .number
    }
    value.removeAll(keepingCapacity: true)
    inline.reset()
  }

  private func endCell() {
    guard !rows.isSatisfied else { return }
    guard inline.text.isEmpty else {
      let text = inline.text
      tell(text.span)
      return
    }
    guard type != .text else {
      EscapedCharacters.decode(&value, from: 0)
      let text = value
      tell(text.span)
      return
    }
    let text = Array(value[Bytes.trimmed(value, from: 0, to: value.count)])
    guard !text.isEmpty else { return }
    switch type {
    case .shared: tellShared(text)
    case .truth: tell(Array((text == [0x31] ? "TRUE" : "FALSE").utf8).span)
    case .date: tell(CellNumber.text(ofDate: text).span)
    case .number:
      tell(
        CellNumber.text(text, styles.format(ofStyle: style), from1904: from1904).span)
    case .error, .text: break
    }
  }

  private func tellShared(_ index: [UInt8]) {
    let number = Int(String(decoding: index, as: UTF8.self)) ?? -1
    if !strings.withText(at: number, { tell($0) }) { missingTexts += 1 }
  }

  /// Tells a text unless it is only white space.
  private func tell(_ text: Span<UInt8>) {
    if !text.indices.allSatisfy({ Bytes.isBlank(text[$0]) }) { rows.cell(text, column: column) }
  }

  /// The column of a place such as `AB12`, nil when it is beyond the last one.
  private static func column(_ place: [UInt8]) -> Int? {
    var column = 0
    for byte in place.prefix(4) {
      guard (0x41...0x5A).contains(byte & 0xDF) else { break }
      column = column * 26 + Int(byte & 0xDF) - 0x40
    }
    return (1...mostColumns).contains(column) ? column - 1 : nil
  }
}
