internal import CLibXML2

/// What a parser tells of a document while it passes.
protocol XMLEvents: AnyObject {
  /// An element begins; `name` is without its prefix.
  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes)
  func endElement()
  /// A piece of text or of a CDATA section; one text may come in many pieces.
  func characters(_ text: Span<UInt8>)
}

/// One XML document, parsed as it is pushed by libxml2's SAX2 interface.
///
/// Nothing is loaded from outside: no document type, no entity, no network. A document that
/// declares entities of its own is refused, which is what stops every expansion bomb. Text must be
/// UTF-8; what the document says of its encoding does not count. libxml2 has no limit of depth
/// when pushed, so it is here, as is one for the length of a single tag.
@safe
final class XMLPushParser {
  /// Why a document cannot be read further.
  struct Failure: Error, Equatable {
    let reason: String
    /// The line of the document, from 1.
    let line: Int
  }

  private let context: xmlParserCtxtPtr
  private let events: any XMLEvents
  private let limits: ReadingLimits
  private let allowsDocumentType: Bool
  private var prolog = XMLProlog()
  /// What is open above the elements that libxml2 knows of.
  private var openTags = XMLOpenTags()
  private let attributes = XMLAttributeList()
  /// Whether tags may go past libxml2: not where the document type says what attributes are.
  private var allowsPlainTags = false
  /// Whether libxml2 is told what has been told to the events.
  private var isRepeating = false
  private var failure: Failure?
  /// Elements that are open.
  private(set) var depth = 0
  /// Whether the root element has begun.
  private(set) var hasRoot = false

  /// Makes a parser; a document with a document type can be refused.
  ///
  /// - Returns: nil when memory is short.
  init?(limits: ReadingLimits, events: any XMLEvents, allowsDocumentType: Bool = true) {
    self.limits = limits
    self.events = events
    self.allowsDocumentType = allowsDocumentType
    Self.prepareLibrary()
    var handler = unsafe Self.handler
    guard let context = unsafe zhisou_xmlCreatePush(&handler, nil) else { return nil }
    unsafe self.context = context
    unsafe context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    unsafe zhisou_xmlFreePush(context)
  }

  /// Whether the root element has begun, though libxml2 may wait for more of its tag.
  var isAtRoot: Bool { hasRoot || prolog.isAtRoot }

  /// Whether the root element has ended: what follows is another document.
  var isComplete: Bool { hasRoot && depth == 0 }

  /// Whether a comment or CDATA section is open, in which markup is text.
  var isInSection: Bool { unsafe zhisou_xmlIsInSection(context) != 0 }

  /// Takes the next piece of the document.
  ///
  /// libxml2 looks at text a character at a time and takes long for a tag. So it is given one piece of
  /// markup at a time, and where that leaves it in the content of an element, text, references and
  /// plain tags go past it to the events. What is open is made known to it before it gets more.
  func feed(_ text: Span<UInt8>) throws(Failure) {
    var index = 0
    while let bracket = prolog.nextQuotedBracket(in: text, from: index) {
      try push(text.extracting(index..<bracket), isLast: false)
      // No address has a `<` in it, so that the quote was never closed.
      guard text[bracket] == 0x3E else {
        throw Failure(reason: "a quote in the document type is not closed", line: line)
      }
      index = bracket + 1
    }
    while true {
      if isInContent { index = try pass(text, from: index) }
      guard index < text.count else { break }
      let end = pieceEnd(text, from: index)
      try repeatOpenTags()
      try push(text.extracting(index..<end), isLast: false)
      index = end
    }
    guard unsafe zhisou_xmlPending(context) <= limits.xmlTokenBytes else {
      throw Failure(
        reason: "a tag or comment is longer than \(limits.xmlTokenBytes >> 10) KiB",
        line: line)
    }
  }

  /// Takes the end of the document.
  func finish() throws(Failure) {
    let none: [UInt8] = []
    try repeatOpenTags()
    try push(none.span, isLast: true)
  }

  /// Ends the document from inside an event; the failure is thrown by the call that is under way.
  func stop(_ reason: String) {
    guard failure == nil else { return }
    failure = Failure(reason: reason, line: line)
    unsafe xmlStopParser(context)
  }

  /// The end of what libxml2 is given next.
  private func pieceEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    if !hasRoot { return XMLCharacterData.rootTagEnd(in: text, from: start) }
    if isInSection { return XMLCharacterData.sectionEnd(in: text, from: start) }
    return XMLCharacterData.tagEnd(in: text, from: start)
  }

  /// Whether what comes next is the content of an element: text, if it is no markup.
  private var isInContent: Bool {
    unsafe depth > 0 && zhisou_xmlPending(context) == 0 && !isInSection
  }

  /// The line of the document that has been reached.
  private var line: Int { unsafe Int(zhisou_xmlLine(context)) }

  private func advance(lines: Int) {
    if lines > 0 { unsafe context.pointee.input.pointee.line += Int32(lines) }
  }

  /// Tells the events the text and the plain tags that begin at `start`; returns where they end.
  private func pass(_ text: Span<UInt8>, from start: Int) throws(Failure) -> Int {
    // As a variable of this call they are touched without a check that nobody else does.
    var openTags = XMLOpenTags()
    swap(&openTags, &self.openTags)
    defer { swap(&openTags, &self.openTags) }
    var index = start
    while true {
      let end = XMLCharacterData.end(in: text, from: index)
      if end > index {
        let run = text.extracting(index..<end)
        advance(lines: LineSearch.count(in: run))
        events.characters(run)
        if let failure { throw failure }
      }
      guard end < text.count else { return end }
      switch text[end] {
      case 0x3C:
        guard let next = passTag(text, at: end, &openTags) else { return end }
        index = next
      case 0x26:
        guard let reference = XMLReference(in: text, at: end) else { return end }
        tell(reference.character)
        index = reference.end
      default:
        // A line ends with LF alone, whatever it ends with in the document.
        guard end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A else { return end }
        index = end + 1
      }
      if let failure { throw failure }
    }
  }

  private func tell(_ character: Unicode.Scalar) {
    guard character.isASCII else {
      events.characters(Array(String(character).utf8).span)
      return
    }
    let byte: InlineArray<1, UInt8> = [UInt8(character.value)]
    events.characters(byte.span)
  }

  /// Tells the events a tag; returns the index behind it, nil when it is one for libxml2.
  private func passTag(
    _ text: Span<UInt8>, at start: Int, _ openTags: inout XMLOpenTags
  ) -> Int? {
    guard allowsPlainTags, let tag = XMLPlainTag(in: text, at: start, attributes) else {
      return nil
    }
    let name = text.extracting(tag.name)
    if tag.kind == .end {
      guard openTags.end(name) else { return nil }
    } else if tag.kind == .start {
      openTags.begin(name, line: unsafe zhisou_xmlLine(context))
    }
    advance(lines: tag.lines)
    if tag.kind != .end { started(text.extracting(tag.localName), attributes.attributes) }
    if tag.kind != .start, failure == nil { ended() }
    return tag.end
  }

  /// Makes the elements that are open known to libxml2, which has them from then on.
  private func repeatOpenTags() throws(Failure) {
    guard !openTags.isEmpty else { return }
    var tags = XMLOpenTags()
    swap(&tags, &openTags)
    let line = unsafe context.pointee.input.pointee.line
    isRepeating = true
    try tags.forEach { (tag, line) throws(Failure) in
      unsafe context.pointee.input.pointee.line = line
      try push(tag, isLast: false)
    }
    isRepeating = false
    unsafe context.pointee.input.pointee.line = line
  }

  private func push(_ text: Span<UInt8>, isLast: Bool) throws(Failure) {
    let code = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
        unsafe xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      }
    }
    if let failure { throw failure }
    let errorCode = unsafe zhisou_xmlErrorCode(context)
    guard code != 0 || errorCode != 0 else { return }
    let codes = [UInt32(bitPattern: code), UInt32(bitPattern: errorCode)]
    if codes.allSatisfy(Self.isHarmless) { return }
    throw unsafe Failure(reason: message(), line: Int(zhisou_xmlErrorLine(context)))
  }

  /// Errors that libxml2 itself calls recoverable and that lose no text: namespaces, warnings.
  private static func isHarmless(_ code: UInt32) -> Bool {
    switch code {
    case 0, XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue, XML_NS_ERR_XML_NAMESPACE.rawValue,
      XML_NS_ERR_COLON.rawValue, XML_NS_ERR_EMPTY.rawValue, XML_WAR_NS_URI.rawValue,
      XML_WAR_NS_URI_RELATIVE.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue,
      XML_WAR_LANG_VALUE.rawValue, XML_WAR_SPACE_VALUE.rawValue,
      XML_WAR_CATALOG_PI.rawValue:
      true
    default:
      false
    }
  }

  private func message() -> String {
    guard let text = unsafe zhisou_xmlErrorMessage(context) else { return "not well-formed XML" }
    let words = unsafe String(cString: text)
    return "not well-formed XML: " + words.split(separator: "\n").joined(separator: " ")
  }

  // MARK: - Events, called by libxml2

  fileprivate func started(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard !isRepeating else { return }
    depth += 1
    if !hasRoot {
      hasRoot = true
      allowsPlainTags = unsafe zhisou_xmlHasAttributeTypes(context) == 0
    }
    guard depth <= limits.xmlDepth else {
      stop("elements are nested more than \(limits.xmlDepth) deep")
      return
    }
    events.startElement(name, attributes)
  }

  fileprivate func ended() {
    depth -= 1
    events.endElement()
  }

  fileprivate func text(_ text: Span<UInt8>) {
    events.characters(text)
  }

  fileprivate func declaredEntity() {
    stop("the document declares entities, which are not expanded")
  }

  fileprivate func declaredType() {
    guard !allowsDocumentType else { return }
    stop("the document declares a document type, which is not allowed here")
  }

  /// Prepares the library, once a process.
  static func prepareLibrary() { _ = library }

  private static let library: Void = zhisou_xmlInitialize()

  /// The callbacks: the ones below and no others, so that no document tree is built.
  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElementNs = {
      context, name, _, _, _, _, count, _, attributes in
      guard let name = unsafe name else { return }
      unsafe XMLName.withLocal(name) { local in
        unsafe withParser(of: context) { parser in
          unsafe parser.started(local, XMLAttributes(attributes, count: Int(count)))
        }
      }
    }
    unsafe handler.endElementNs = { context, _, _, _ in
      unsafe withParser(of: context) { $0.ended() }
    }
    unsafe handler.characters = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    unsafe handler.cdataBlock = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    unsafe handler.ignorableWhitespace = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    unsafe handler.internalSubset = { context, _, _, _ in
      unsafe withParser(of: context) { $0.declaredType() }
    }
    unsafe handler.entityDecl = { context, _, _, _, _, _ in
      unsafe withParser(of: context) { $0.declaredEntity() }
    }
    return unsafe handler
  }

  private func pass(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text = unsafe text else { return }
    let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    unsafe self.text(Span(_unsafeElements: buffer))
  }
}

/// Calls `body` with the parser that a callback's context belongs to.
///
/// The parser is alive as long as libxml2 calls back, so that it is not counted once more.
@inline(__always)
private func withParser(
  of context: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void
) {
  guard let context = unsafe context, let owner = unsafe zhisou_xmlOwner(context) else { return }
  unsafe Unmanaged<XMLPushParser>.fromOpaque(owner)._withUnsafeGuaranteedRef { body($0) }
}
