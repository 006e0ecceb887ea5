/// Follows a document along a dialect's paths, collects text, delivers records.
final class XMLRecordHandler: XMLEvents {
  /// What the root element turned out to be.
  enum Root: Equatable {
    case none
    case known(String)
    case unknown(String)
  }

  private(set) var root = Root.none
  /// Set by whoever parses: ends the document from inside.
  var stop: ((String) -> Void)?

  private let sink: RecordSink
  private var builder: RecordBuilder
  private var dialect: (any XMLDialect)?
  private var paths: XMLPathTree?
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
  func reset() {
    root = .none
    dialect = nil
    paths = nil
    nodes.removeAll(keepingCapacity: true)
    innerDepth = 0
    inner = .none
    isInRecord = false
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if inner != .none {
      innerDepth += 1
      if inner == .text { InlineMarkup.begin(name, &builder, textStart) }
      return
    }
    guard let paths else {
      begin(root: name, attributes)
      return
    }
    let node = paths.child(of: nodes.last ?? XMLPathTree.nowhere, named: name)
    nodes.append(node)
    if node != XMLPathTree.nowhere { begin(node, paths, attributes) }
  }

  func endElement() {
    if inner != .none {
      innerDepth -= 1
      guard innerDepth == 0 else { return }
    }
    guard let node = nodes.popLast(), node != XMLPathTree.nowhere, let paths, let dialect else {
      inner = .none
      return
    }
    let wasWanted = inner != .unwanted
    inner = .none
    let role = paths.role(of: node)
    guard role != .passage else { return }
    if wasWanted {
      let start = role == .text ? textStart : builder.record.bytes.count
      dialect.end(paths.place(of: node), textFrom: start, &builder)
    }
    if role == .record { deliver() }
  }

  func characters(_ text: Span<UInt8>) {
    guard inner == .text else { return }
    builder.append(text, valueStart: textStart)
  }

  /// The words that name the place of the record under way.
  func place(line: Int) -> String {
    "record \(sink.nextOrdinal), line \(line)"
  }

  private func begin(root name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard let type = FormatRegistry.dialect(root: name) else {
      root = .unknown(name.string)
      stop?("XML with root <\(name.string)> is not supported yet")
      return
    }
    root = .known(type.name)
    dialect = type.init()
    paths = type.paths
    if sink.report.format == XMLDocuments.name { sink.setFormat(type.name) }
    nodes.append(XMLPathTree.root)
    begin(XMLPathTree.root, type.paths, attributes)
  }

  private func begin(_ node: Int, _ paths: XMLPathTree, _ attributes: XMLAttributes) {
    let role = paths.role(of: node)
    guard role != .passage, let dialect else { return }
    if role == .record {
      builder.reset()
      isInRecord = true
    }
    textStart = builder.record.bytes.count
    let isWanted = dialect.begin(paths.place(of: node), attributes, &builder)
    guard !isWanted || role == .text else { return }
    inner = isWanted ? .text : .unwanted
    innerDepth = 1
    textStart = builder.record.bytes.count
  }

  private func deliver() {
    guard isInRecord, let dialect else { return }
    isInRecord = false
    let ordinal = sink.nextOrdinal
    if !sink.deliver(&builder, kind: type(of: dialect).kind, place: { "record \(ordinal)" }) {
      sink.lose("record \(ordinal)", "the record has no text")
    }
    if sink.isStopped { stop?("") }
  }
}

/// Markup inside running text that separates words.
private enum InlineMarkup {
  /// Puts a mark for line breaks, paragraphs, and the rows and cells of tables.
  static func begin(_ name: Span<UInt8>, _ builder: inout RecordBuilder, _ start: Int) {
    switch name.count {
    case 1 where name[0] == 0x70:  // p
      mark(WrappedText.gap, &builder, start)
    case 2 where name[0] == 0x62 && name[1] == 0x72:  // br
      mark(0x0A, &builder, start)
    case 2 where name[0] == 0x74 && (name[1] == 0x72 || name[1] == 0x64 || name[1] == 0x68):
      mark(WrappedText.gap, &builder, start)  // tr, td, th
    case 3 where name.string == "row", 5 where name.string == "entry":
      mark(WrappedText.gap, &builder, start)
    default:
      break
    }
  }

  private static func mark(_ byte: UInt8, _ builder: inout RecordBuilder, _ start: Int) {
    let bytes: InlineArray<1, UInt8> = [byte]
    builder.append(bytes.span, valueStart: start)
  }
}
