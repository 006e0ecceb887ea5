/// Chooses by a document's root element how its records are told, and follows it.
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
  var delivered: Int { plain?.delivered ?? reading.delivered }
  /// Set by whoever parses: ends the document from inside.
  var stop: ((String) -> Void)?

  private let sink: RecordSink
  private let limits: ReadingLimits
  private var reading: XMLDialectReading
  private var plain: XMLPlainRecords?

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    reading = XMLDialectReading(sink: sink, limits: limits)
  }

  /// Gets ready for the next document.
  func reset() {
    root = .none
    plain = nil
    reading.reset()
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    if reading.startElement(name, attributes) { return }
    if let plain {
      plain.startElement(name, attributes)
    } else {
      begin(root: name, attributes)
    }
  }

  func endElement() {
    switch reading.endElement() {
    case .element: break
    case .record: if sink.isStopped { stop?("") }
    case nil: plain?.endElement()
    }
  }

  func characters(_ text: Span<UInt8>) {
    if !reading.characters(text) { plain?.characters(text) }
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
    if sink.report.format == XMLDocuments.name { sink.setFormat(type.name) }
    reading.begin(type, attributes)
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
}
