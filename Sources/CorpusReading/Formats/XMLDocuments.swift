/// XML: one document or several in a row, each with its own declaration, as patent offices send.
///
/// The root element of a document chooses its dialect from `FormatRegistry`; without one the records
/// are told by their columns. A document that is damaged costs the record it was in and what follows
/// in that document; the next one is read.
enum XMLDocuments: RecordFormat {
  static let name = "xml"

  static func recognises(_ opening: Opening) -> Bool {
    opening.firstByte == 0x3C
  }

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    XMLDocumentsParser(sink: sink, limits: limits)
  }
}

/// Cuts text into documents and follows each.
private final class XMLDocumentsParser: RecordParser {
  private let sink: RecordSink
  private let limits: ReadingLimits
  private let handler: XMLRecordHandler
  /// The number of the first record that this file or entry may give.
  private let firstOrdinal: Int
  private var filter = XMLInputFilter()
  private var parser: XMLPushParser?
  private var state = State.between
  private var documents = 0
  /// Newlines before the document, and before the text that comes next.
  private var documentLine = 0
  private var line = 0

  private enum State {
    /// Before a document: white space is skipped.
    case between
    case inside
    /// Behind an error: all is skipped up to the next declaration.
    case lost
  }

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    firstOrdinal = sink.nextOrdinal
    handler = XMLRecordHandler(sink: sink, limits: limits)
    handler.stop = { [weak self] reason in self?.parser?.stop(reason) }
  }

  func feed(_ text: Span<UInt8>) {
    push(text, isLast: false)
  }

  func finish() {
    let none: [UInt8] = []
    push(none.span, isLast: true)
    if state == .inside { endDocument() }
  }

  private func push(_ text: Span<UInt8>, isLast: Bool) {
    guard !sink.isStopped else { return }
    var filter = XMLInputFilter()
    swap(&filter, &self.filter)
    filter.feed(text, isLast: isLast) { output, run in
      guard !sink.isStopped else { return }
      switch output {
      case .text: take(run)
      case .ampersand: takeAmpersand()
      case .declaration: beginDeclaration()
      }
    }
    swap(&filter, &self.filter)
  }

  private func take(_ run: Span<UInt8>) {
    var start = 0
    if state == .between {
      while start < run.count, let width = Self.spaceWidth(run, start) { start += width }
      guard start < run.count else {
        line += LineSearch.count(in: run)
        return
      }
      line += LineSearch.count(in: run.extracting(0..<start))
      beginDocument()
    }
    let text = run.extracting(start..<run.count)
    if state == .inside, let parser {
      do throws(XMLPushParser.Failure) {
        try parser.feed(text)
      } catch {
        lose(error)
      }
    }
    line += LineSearch.count(in: text)
  }

  /// Escapes an ampersand that somebody forgot to, unless it stands where markup is text.
  private func takeAmpersand() {
    let isText = state == .inside && parser?.isInSection == false
    let text: [UInt8] = isText ? Array("&amp;".utf8) : [0x26]
    take(text.span)
  }

  /// The bytes of the white space or byte order mark at `index`, nil for anything else.
  private static func spaceWidth(_ text: Span<UInt8>, _ index: Int) -> Int? {
    if Bytes.isBlank(text[index]) { return 1 }
    let isMark =
      index + 2 < text.count && text[index] == 0xEF && text[index + 1] == 0xBB
      && text[index + 2] == 0xBF
    return isMark ? 3 : nil
  }

  /// A declaration begins a document unless it stands in a comment or section of one.
  private func beginDeclaration() {
    switch state {
    case .between:
      break
    case .lost:
      state = .between
    case .inside:
      guard let parser, !parser.isInSection, parser.isAtRoot else { return }
      if parser.isComplete || !parser.hasRoot {
        endDocument()
      } else {
        lose(
          XMLPushParser.Failure(
            reason: "the document ends before its root element does",
            line: line - documentLine + 1))
      }
      state = .between
    }
  }

  private func beginDocument() {
    handler.reset()
    documents += 1
    documentLine = line
    guard let parser = XMLPushParser(limits: limits, events: handler) else {
      sink.fail("not enough memory to read XML")
      return
    }
    self.parser = parser
    state = .inside
  }

  private func endDocument() {
    state = .between
    guard let parser else { return }
    do throws(XMLPushParser.Failure) {
      try parser.finish()
      if handler.delivered == 0 { reportEmptyDocument() }
    } catch {
      lose(error)
      state = .between
    }
  }

  private func reportEmptyDocument() {
    switch handler.root {
    case .known: sink.note("", "the document has no records")
    case .plain(let name):
      refuse("XML with root <\(name)> has nothing that looks like a record", line: documentLine + 1)
    case .none, .refused: break
    }
  }

  /// Reports a document that nothing here reads; the only one of a file is the file.
  private func refuse(_ reason: String, line: Int) {
    if documents == 1, sink.nextOrdinal == firstOrdinal {
      sink.refuse(reason)
    } else {
      sink.lose("line \(line)", reason)
    }
  }

  private func lose(_ failure: XMLPushParser.Failure) {
    state = .lost
    guard !sink.isStopped else { return }
    if case .refused = handler.root {
      refuse(failure.reason, line: documentLine + 1)
    } else {
      sink.lose(handler.place(line: documentLine + failure.line), failure.reason)
    }
  }
}
