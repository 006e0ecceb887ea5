/// A cell of a sheet while it passes (ISO/IEC 29500-1, clause 18.3.1.4).
struct SheetCell {
  private enum Kind {
    case number, shared, text, truth, error, date
  }

  /// The column from 0, -1 in front of the first; nil for a place that no sheet has.
  private(set) var column: Int? = -1
  /// Cells whose text is not among the shared ones.
  private(set) var missingTexts = 0
  /// The text of the cell if it stands in it as markup.
  var inline = StringMarkup()

  private let strings: SharedTexts
  private let styles: CellStyles
  private let from1904: Bool
  private let limits: ReadingLimits
  private var kind = Kind.number
  private var style = 0
  private var value: [UInt8] = []

  private static let mostColumns = 16_384

  init(strings: SharedTexts, styles: CellStyles, from1904: Bool, limits: ReadingLimits) {
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.limits = limits
  }

  /// Begins a row: the next cell is its first.
  mutating func beginRow() { column = -1 }

  mutating func begin(_ attributes: XMLAttributes) {
    if let place: Int? = attributes.withValue("r", { .some(Self.column($0)) }) {
      column = place
    } else if let last = column {
      column = last + 1 < Self.mostColumns ? last + 1 : nil
    }
    style = attributes.withValue("s") { $0.integer } ?? 0
    kind = attributes.withValue("t", Self.kind) ?? .number
    if !value.isEmpty { value.removeAll(keepingCapacity: true) }
    inline.reset()
  }

  /// Adds to the value of the cell.
  mutating func append(_ text: Span<UInt8>) {
    if value.count + text.count <= limits.fieldBytes { value.append(text) }
  }

  /// Adds to the text of the cell that stands in it as markup.
  mutating func append(inline text: Span<UInt8>) {
    if inline.text.count + text.count <= limits.fieldBytes { inline.append(text) }
  }

  /// Tells the text of the cell, which is whole.
  mutating func tell(to rows: any SheetRows) {
    guard inline.text.isEmpty else {
      tell(inline.text.span, to: rows)
      return
    }
    guard kind != .text else {
      EscapedCharacters.decode(&value, from: 0)
      tell(value.span, to: rows)
      return
    }
    let text = Bytes.trimmed(value, from: 0, to: value.count)
    guard !text.isEmpty else { return }
    switch kind {
    case .shared:
      if let text = strings.range(at: value.span.extracting(text).integer ?? -1) {
        tell(strings.bytes.span.extracting(text), to: rows)
      } else {
        missingTexts += 1
      }
    case .truth:
      let isTrue = value.span.extracting(text).equals("1")
      tell(Array((isTrue ? "TRUE" : "FALSE").utf8).span, to: rows)
    case .date: tell(CellNumber.text(ofDate: Array(value[text])).span, to: rows)
    case .number:
      let format = styles.format(ofStyle: style)
      tell(CellNumber.text(Array(value[text]), format, from1904: from1904).span, to: rows)
    case .error, .text: break
    }
  }

  /// Tells a text unless it is only white space.
  private func tell(_ text: Span<UInt8>, to rows: any SheetRows) {
    for index in text.indices where !Bytes.isBlank(text[index]) {
      rows.cell(text, column: column)
      return
    }
  }

  /// The column of a place such as `AB12`, nil when it is beyond the last one.
  private static func column(_ place: Span<UInt8>) -> Int? {
    var column = 0
    for index in 0..<min(place.count, 4) {
      let letter = place[index] & 0xDF
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter) - 0x40
    }
    return (1...mostColumns).contains(column) ? column - 1 : nil
  }

  private static func kind(_ word: Span<UInt8>) -> Kind {
    switch word.count {
    case 1 where word[0] == 0x73: .shared
    case 1 where word[0] == 0x62: .truth
    case 1 where word[0] == 0x65: .error
    case 1 where word[0] == 0x64: .date
    case 3 where word.equals("str"): .text
    case 9 where word.equals("inlineStr"): .text
    default: .number
    }
  }
}
