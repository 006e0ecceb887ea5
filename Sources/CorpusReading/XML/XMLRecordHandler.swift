/// Follows a document along a dialect's paths, collects text, delivers records.
///
/// A document of no dialect is handed on to `XMLPlainRecords`.
final class XMLRecordHandler: XMLEvents {
  /// What the root element turned out to be.
  enum Root: Equatable {
    case none
    /// Of a dialect.
    case known(String)
    /// Of no dialect: its records, if any, are told by their columns.
    case plain(String)
    /// Known to be something that is not read.
    case refused(String)
  }

  private(set) var root = Root.none
  /// Records delivered of this document.
  var delivered: Int { plain?.delivered ?? deliveredByDialect }
  /// Set by whoever parses: ends the document from inside.
  var stop: ((String) -> Void)?

  private let sink: RecordSink
  private let limits: ReadingLimits
  private var builder: RecordBuilder
  private var plain: XMLPlainRecords?
  private var deliveredByDialect = 0
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
    self.limits = limits
    builder = RecordBuilder(limits: limits)
  }

  /// Gets ready for the next document.
  func reset() {
    root = .none
    plain = nil
    deliveredByDialect = 0
    dialect = nil
    paths = nil
    nodes.removeAll(keepingCapacity: true)
    innerDepth = 0
    inner = .none
    isInRecord = false
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if let plain {
      plain.startElement(name, attributes)
      return
    }
    if inner != .none {
      innerDepth += 1
      if inner == .text { XMLInlineMarkup.begin(name, &builder, textStart) }
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
    if let plain {
      plain.endElement()
      return
    }
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
    if let plain {
      plain.characters(text)
      return
    }
    guard inner == .text else { return }
    builder.append(text, valueStart: textStart)
  }

  /// The words that name the place of the record under way.
  func place(line: Int) -> String {
    "record \(sink.nextOrdinal), line \(line)"
  }

  private func begin(root name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard let type = FormatRegistry.dialect(root: name) else {
      begin(plainRoot: name, attributes)
      return
    }
    root = .known(type.name)
    dialect = type.init()
    paths = type.paths
    if sink.report.format == XMLDocuments.name { sink.setFormat(type.name) }
    nodes.append(XMLPathTree.root)
    begin(XMLPathTree.root, type.paths, attributes)
  }

  private func begin(plainRoot name: Span<UInt8>, _ attributes: XMLAttributes) {
    if let words = XMLSignature.words(root: name.string) {
      root = .refused(name.string)
      stop?("\(words) is not supported")
      return
    }
    root = .plain(name.string)
    plain = XMLPlainRecords(sink: sink, limits: limits) { [weak self] in self?.stop?("") }
    plain?.startElement(name, attributes)
  }

  private func begin(_ node: Int, _ paths: XMLPathTree, _ attributes: XMLAttributes) {
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

  private func deliver() {
    guard isInRecord, let dialect else { return }
    isInRecord = false
    let ordinal = sink.nextOrdinal
    if sink.deliver(&builder, kind: type(of: dialect).kind, place: { "record \(ordinal)" }) {
      deliveredByDialect += 1
    } else {
      sink.lose("record \(ordinal)", "the record has no text")
    }
    if sink.isStopped { stop?("") }
  }
}
