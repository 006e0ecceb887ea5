/// Follows a document along a dialect's paths, collects text, delivers records.
///
/// It is a struct, whose parts are touched without a check that nobody else does: documents have many
/// elements.
struct XMLDialectReading {
  /// Records delivered of this document.
  private(set) var delivered = 0
  /// Whether a dialect has been chosen.
  var isActive: Bool { dialect != nil }

  private let sink: RecordSink
  private var builder: RecordBuilder
  private var dialect: (any XMLDialect)?
  private var paths = XMLPathTree([])
  /// The nodes of the elements that are open.
  private var nodes: [Int] = []
  /// The open elements inside one whose text is collected, or that is not wanted, that one included.
  private var innerDepth = 0
  private var inner = Inner.none
  private var textStart = 0
  private var isInRecord = false

  private enum Inner {
    case none, text, unwanted
  }

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    builder = RecordBuilder(limits: limits)
  }

  /// Gets ready for the next document.
  mutating func reset() {
    delivered = 0
    dialect = nil
    paths = XMLPathTree([])
    nodes.removeAll(keepingCapacity: true)
    innerDepth = 0
    inner = .none
    isInRecord = false
  }

  /// Begins a document of a dialect with its root element.
  mutating func begin(_ type: any XMLDialect.Type, _ attributes: XMLAttributes) {
    dialect = type.init()
    paths = type.paths
    nodes.append(XMLPathTree.root)
    begin(XMLPathTree.root, attributes)
  }

  mutating func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if inner != .none {
      innerDepth += 1
      if inner == .text { XMLInlineMarkup.begin(name, &builder, textStart) }
      return
    }
    let node = paths.child(of: nodes.last ?? XMLPathTree.nowhere, named: name)
    nodes.append(node)
    if node != XMLPathTree.nowhere { begin(node, attributes) }
  }

  /// Ends the element that began last; returns whether a record ended with it.
  mutating func endElement() -> Bool {
    if inner != .none {
      innerDepth -= 1
      guard innerDepth == 0 else { return false }
    }
    let wasWanted = inner != .unwanted
    inner = .none
    guard let node = nodes.popLast(), node != XMLPathTree.nowhere else { return false }
    let role = paths.role(of: node)
    guard role != .passage else { return false }
    if wasWanted {
      let start = role == .text ? textStart : builder.record.bytes.count
      dialect?.end(paths.place(of: node), textFrom: start, &builder)
    }
    if role == .record { deliver() }
    return role == .record
  }

  mutating func characters(_ text: Span<UInt8>) {
    if inner == .text { builder.append(text, valueStart: textStart) }
  }

  private mutating func begin(_ node: Int, _ attributes: XMLAttributes) {
    let role = paths.role(of: node)
    guard role != .passage, let dialect else { return }
    if role == .record { builder.reset() }
    textStart = builder.record.bytes.count
    let isWanted = dialect.begin(paths.place(of: node), attributes, &builder)
    if role == .record { isInRecord = isWanted }
    guard !isWanted || role == .text else { return }
    inner = isWanted ? .text : .unwanted
    innerDepth = 1
    textStart = builder.record.bytes.count
  }

  private mutating func deliver() {
    guard isInRecord, let dialect else { return }
    isInRecord = false
    let ordinal = sink.nextOrdinal
    if sink.deliver(&builder, kind: type(of: dialect).kind, place: { "record \(ordinal)" }) {
      delivered += 1
    } else {
      sink.lose("record \(ordinal)", "the record has no text")
    }
  }
}
