/// Records of an XML vocabulary that nobody has told us of: `<list><patent id="…"><title>…`.
///
/// An element is a record when one of its children has the name of a column (`ColumnAliases`); it is
/// the root, a child of it, or one whose own name says so at any depth (`item`, `record`, `专利`). Its
/// children are its columns, with all the text inside them. A record inside a record, as the items of
/// an RSS channel, is one of its own. What has no text but an id or a date is no record.
final class XMLPlainRecords: XMLEvents {
  /// Records told by their names, beside the words that are kinds.
  private static let recordNames: Set<String> = [
    "record", "item", "entry", "row", "doc", "document", "rec", "记录", "条目",
  ]
  /// Levels at which elements without such a name may be records.
  private static let deepestUnnamed = 2
  /// Records inside records.
  private static let deepestNesting = 4

  private struct OpenElement {
    let name: [UInt8]
    let attributes: [(name: [UInt8], value: [UInt8])]
  }

  private struct OpenRecord {
    var builder: RecordBuilder
    let depth: Int
    let kind: RecordKind?
    var hasText = false
  }

  private let sink: RecordSink
  private let limits: ReadingLimits
  private let stop: () -> Void
  private var elements: [OpenElement] = []
  private var records: [OpenRecord] = []
  /// The column whose text is collected, and the open elements inside it, itself included.
  private var column: (name: [UInt8], meaning: Column)?
  private var innerDepth = 0
  private var textStart = 0
  /// Records delivered of this document.
  private(set) var delivered = 0

  /// Delivers to `sink`; `stop` is called when that wants no more.
  init(sink: RecordSink, limits: ReadingLimits, stop: @escaping () -> Void) {
    self.sink = sink
    self.limits = limits
    self.stop = stop
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    let isRecord = records.count < Self.deepestNesting && Self.isRecordName(name)
    if let column {
      guard column.meaning == .other, isRecord else {
        innerDepth += 1
        XMLInlineMarkup.begin(name, &records[records.count - 1].builder, textStart)
        return
      }
      leaveColumn()
    }
    let meaning = ColumnAliases.column(named: name.array)
    if isColumn(meaning, isRecord: isRecord) {
      if records.last?.depth != elements.count { openRecord() }
      beginColumn(name.array, meaning)
    }
    var own: [(name: [UInt8], value: [UInt8])] = []
    if column == nil { attributes.forEach { own.append(($0.array, $1)) } }
    elements.append(OpenElement(name: name.array, attributes: own))
  }

  func endElement() {
    if column != nil {
      innerDepth -= 1
      if innerDepth > 0 { return }
      endColumn()
    }
    if records.last?.depth == elements.count { deliver() }
    _ = elements.popLast()
    if elements.isEmpty, records.last?.depth == 0 { deliver() }
  }

  func characters(_ text: Span<UInt8>) {
    guard column != nil else { return }
    records[records.count - 1].builder.append(text, valueStart: textStart)
  }

  /// Whether an element that begins is a column of the element around it.
  private func isColumn(_ meaning: Column, isRecord: Bool) -> Bool {
    if let record = records.last, record.depth == elements.count { return !isRecord }
    guard meaning != .other, !isRecord else { return false }
    guard let parent = elements.last else { return Self.isText(meaning) }
    return elements.count <= Self.deepestUnnamed || Self.isRecordName(parent.name.span)
  }

  /// Opens the element around as a record; what its attributes say comes first.
  private func openRecord() {
    let parent = elements.last
    var builder = RecordBuilder(limits: limits)
    builder.reset()
    for attribute in parent?.attributes ?? [] {
      let column = ColumnAliases.column(named: attribute.name)
      guard column != .other else { continue }
      builder.addNamed(
        String(decoding: attribute.name, as: UTF8.self), column, text: attribute.value)
    }
    records.append(
      OpenRecord(
        builder: builder, depth: elements.count,
        kind: parent.flatMap { RecordKind(word: $0.name) }))
  }

  private func beginColumn(_ name: [UInt8], _ meaning: Column) {
    column = (name, meaning)
    innerDepth = 1
    textStart = records[records.count - 1].builder.record.bytes.count
  }

  private func endColumn() {
    guard let column else { return }
    let name = String(decoding: column.name, as: UTF8.self)
    records[records.count - 1].builder.addNamed(name, column.meaning, from: textStart)
    if Self.isText(column.meaning) { records[records.count - 1].hasText = true }
    self.column = nil
  }

  /// Gives up a column that turned out to hold records.
  private func leaveColumn() {
    records[records.count - 1].builder.record.bytes.removeLast(
      records[records.count - 1].builder.record.bytes.count - textStart)
    for _ in 1..<innerDepth { elements.append(OpenElement(name: [], attributes: [])) }
    column = nil
  }

  private func deliver() {
    guard var record = records.popLast(), record.hasText else { return }
    let ordinal = sink.nextOrdinal
    if sink.deliver(&record.builder, kind: record.kind, place: { "record \(ordinal)" }) {
      delivered += 1
    }
    if sink.isStopped { stop() }
  }

  private static func isRecordName(_ name: Span<UInt8>) -> Bool {
    recordNames.contains(name.string.lowercased()) || RecordKind(word: name.array) != nil
  }

  /// Whether a column is what a record is read for.
  private static func isText(_ column: Column) -> Bool {
    switch column {
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
