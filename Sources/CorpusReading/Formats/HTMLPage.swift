/// A web page: one record.
///
/// Title, description, keywords and the like come from its head and from JSON-LD; the text is that of
/// the one `main` or `article` element that holds most of it, else of the body, without navigation,
/// footers, forms, scripts and styles.
enum HTMLPage: RecordFormat {
  static let name = "html"

  static func recognises(_ opening: Opening) -> Bool {
    guard opening.firstByte == 0x3C else { return false }
    var text = opening.bytes[opening.start...]
    // In front of the first element a declaration and comments may stand.
    while let end = skipped(text) { text = text[end...].drop { Bytes.isBlank($0) } }
    let letters = text.dropFirst().prefix(16).map { $0 | 0x20 }
    if letters.starts(with: "!doctype html".utf8.map { $0 | 0x20 }) { return true }
    let name = letters.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return text.first == 0x3C && firstTags.contains(String(decoding: name, as: UTF8.self))
  }

  /// The index behind a declaration or comment at the front of a text, nil when there is none.
  private static func skipped(_ text: ArraySlice<UInt8>) -> Int? {
    let marks = [("<!--", "-->"), ("<?", "?>")]
    for (start, end) in marks where text.starts(with: start.utf8) {
      var index = text.startIndex
      while index < text.endIndex, !text[index...].starts(with: end.utf8) { index += 1 }
      return min(index + end.utf8.count, text.endIndex)
    }
    return nil
  }

  /// Elements with which a page begins, or a part of one, and no vocabulary of XML does.
  private static let firstTags: Set<String> = [
    "html", "head", "title", "meta", "body", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "section",
    "ul", "ol",
    "dl", "table", "span", "center", "main", "header", "nav", "font", "strong", "img", "br",
    "style",
    "script", "link", "blockquote", "pre", "hr", "form",
  ]

  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser {
    HTMLPageParser(sink: sink, limits: limits)
  }
}

/// Collects a page, follows it at its end and delivers what it says.
///
/// libxml2 mends a page by what it has seen of it: pushed in pieces, one that is damaged would come
/// out another way for every cut, so that it is pushed as a whole.
private final class HTMLPageParser: RecordParser, HTMLEvents {
  private let sink: RecordSink
  private let limits: ReadingLimits
  private var page: [UInt8] = []
  private var text: HTMLText
  private var title: [UInt8] = []
  private var metadata: [(name: [UInt8], content: [UInt8])] = []
  private var linkedData: [UInt8] = []
  private var place = Place.body
  /// Open elements inside one that is left out, itself included.
  private var leftOut = 0

  private enum Place {
    case body, title, linkedData
  }

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    text = HTMLText(limit: limits.fieldBytes)
  }

  func feed(_ chunk: Span<UInt8>) {
    if page.count < limits.recordBytes { page.append(chunk) }
  }

  func finish() {
    if page.count >= limits.recordBytes {
      sink.note("", "the page is longer than \(limits.recordBytes >> 20) MiB and was cut there")
    }
    if let start = Self.overlongTag(in: page, limit: limits.xmlTokenBytes) {
      sink.lose("", "a tag or comment is longer than \(limits.xmlTokenBytes >> 10) KiB")
      page.removeSubrange(start...)
    }
    guard let parser = HTMLParser(events: self) else {
      sink.fail("not enough memory to read HTML")
      return
    }
    parser.parse(page.span)
    deliver()
  }

  /// Where a tag begins that is longer than `limit`, nil when none is.
  ///
  /// The parser compares the attributes of a tag one with another.
  private static func overlongTag(in page: [UInt8], limit: Int) -> Int? {
    var index = 0
    while let start = page[index...].firstIndex(of: 0x3C) {
      let end = page[start...].prefix(limit + 1).firstIndex(of: 0x3E)
      guard let end else { return page.count - start > limit ? start : nil }
      index = end + 1
    }
    return nil
  }

  func startElement(_ name: Span<UInt8>, _ attributes: HTMLAttributes) {
    if leftOut > 0 {
      leftOut += 1
      return
    }
    let tag = HTMLTag(name)
    switch tag {
    case .title: place = .title
    case .meta: addMetadata(attributes)
    case .script where attributes["type"]?.elementsEqual("application/ld+json".utf8) == true:
      place = .linkedData
    case .script, .leftOut:
      leftOut = 1
    default:
      if attributes["role"].map({ $0.elementsEqual("navigation".utf8) }) == true {
        leftOut = 1
      } else {
        text.begin(tag)
      }
    }
  }

  func endElement(_ name: Span<UInt8>) {
    if leftOut > 0 {
      leftOut -= 1
      return
    }
    let tag = HTMLTag(name)
    switch tag {
    case .title, .script: place = .body
    default: text.end(tag)
    }
  }

  func characters(_ run: Span<UInt8>) {
    guard leftOut == 0 else { return }
    switch place {
    case .body: text.append(run)
    case .title: append(run, to: &title)
    case .linkedData: append(run, to: &linkedData)
    }
  }

  private func append(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
    if bytes.count + run.count <= limits.xmlTokenBytes { bytes.append(run) }
  }

  private func addMetadata(_ attributes: HTMLAttributes) {
    guard let name = attributes["name"] ?? attributes["property"],
      let content = attributes["content"], metadata.count < 256
    else { return }
    metadata.append((name, content))
  }

  private func deliver() {
    var builder = RecordBuilder(limits: limits)
    builder.reset()
    let isDescribed = LinkedData.add(
      linkedData, to: &builder, depthLimit: limits.jsonDepth)
    for entry in metadata {
      let column = Self.column(of: entry.name)
      let isKnown = builder.record.values.contains { Column.field($0.field) == column }
      if column != .other, !(isKnown && column.isSingleValued), !(isDescribed && isKnown) {
        builder.addNamed(
          String(decoding: entry.name, as: UTF8.self), column, text: entry.content)
      }
    }
    addTitleAndText(&builder)
    if !sink.deliver(&builder, place: { "" }) { sink.note("", "the page has no text") }
  }

  private func addTitleAndText(_ builder: inout RecordBuilder) {
    text.end()
    WrappedText.join(&title, from: 0)
    let heading = text.heading
    // The title of a page often has the name of its site behind that of the page.
    let headingIsTitle = !heading.isEmpty && (title.isEmpty || Bytes.contains(title, heading))
    if !builder.record.values.contains(where: { $0.field == .title }) {
      let chosen = headingIsTitle ? heading : title
      builder.addNamed("", .field(.title), text: chosen)
    }
    let start = builder.record.bytes.count
    if !headingIsTitle, !heading.isEmpty {
      builder.append(heading.span, valueStart: start)
      builder.append([0x0A].span, valueStart: start)
    }
    let body = text.body
    builder.append(body.span, valueStart: start)
    builder.addText(.body, name: 0..<0, from: start)
    if !builder.record.values.isEmpty,
      !builder.record.values.contains(where: { $0.field == .title })
    {
      builder.addNamed("", .field(.title), text: Array(sink.fileTitle.utf8))
    }
  }

  /// What a name of a `meta` element means: `keywords`, `DC.creator`, `article:published_time`.
  private static func column(of name: [UInt8]) -> Column {
    let folded = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for prefix in ["dc.", "dcterms.", "article:", "og:", "citation_", "book:"]
    where folded.starts(with: prefix.utf8) {
      return known(Array(folded[prefix.utf8.count...]))
    }
    return known(folded)
  }

  private static func known(_ name: [UInt8]) -> Column {
    switch String(decoding: name, as: UTF8.self) {
    case "title", "type", "locale", "url", "site_name": return .other
    case "description": return .field(.abstract)
    case "published_time": return .date(.publication)
    default: return ColumnAliases.column(named: name)
    }
  }
}
