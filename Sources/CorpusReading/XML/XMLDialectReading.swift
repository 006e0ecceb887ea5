/// Follows a document along a dialect's paths, collects text, delivers records.
///
/// It is a struct, whose parts are touched without a check that nobody else does: documents have many
/// elements. Before a dialect has been chosen it takes no event.
struct XMLDialectReading {
  /// What has ended.
  enum End {
    case element, record
  }

  /// Records delivered of this document.
  private(set) var delivered = 0

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

  /// Takes the begin of an element; false when there is no dialect.
  mutating func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) -> Bool {
    guard dialect != nil else { return false }
    if inner != .none {
      innerDepth += 1
      if inner == .text { XMLInlineMarkup.begin(name, &builder, textStart) }
      return true
    }
    let node = paths.child(of: nodes.last ?? XMLPathTree.nowhere, named: name)
    nodes.append(node)
    if node != XMLPathTree.nowhere { begin(node, attributes) }
    return true
  }

  /// Takes the end of the element that began last; nil when there is no dialect.
  mutating func endElement() -> End? {
    guard let dialect else { return nil }
    if inner != .none {
      innerDepth -= 1
      guard innerDepth == 0 else { return .element }
    }
    let wasWanted = inner != .unwanted
    inner = .none
    guard let node = nodes.popLast(), node != XMLPathTree.nowhere else { return .element }
    let role = paths.role(of: node)
    guard role != .passage else { return .element }
    if wasWanted {
      let start = role == .text ? textStart : builder.record.bytes.count
      dialect.end(paths.place(of: node), textFrom: start, &builder)
    }
    guard role == .record else { return .element }
    deliver(as: dialect)
    return .record
  }

  /// Takes text; false when there is no dialect.
  mutating func characters(_ text: Span<UInt8>) -> Bool {
    if inner == .text { builder.append(text, valueStart: textStart) }
    return dialect != nil
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

  private mutating func deliver(as dialect: any XMLDialect) {
    guard isInRecord else { return }
    isInRecord = false
    let ordinal = sink.nextOrdinal
    if sink.deliver(&builder, kind: type(of: dialect).kind, place: { "record \(ordinal)" }) {
      delivered += 1
    } else {
      sink.lose("record \(ordinal)", "the record has no text")
    }
  }
}
