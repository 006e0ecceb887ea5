/// What an Office document says about itself in its properties (ISO/IEC 29500-2, clause 8).
final class CoreProperties: PartEvents {
  private(set) var title: [UInt8] = []
  private var creator: [UInt8] = []
  private var keywords: [UInt8] = []
  private var created: [UInt8] = []
  private var modified: [UInt8] = []

  private var text: [UInt8] = []
  private var path: [WritableKeyPath<CoreProperties, [UInt8]>?] = []

  private static let longestValue = 1 << 12

  /// Reads the properties of a package; what is wrong with them is reported.
  static func of(_ package: Package, reportingTo sink: RecordSink) -> CoreProperties {
    let properties = CoreProperties()
    // Some programs leave out the pointer to the part, which always has this name.
    let part =
      package.relationships?.first(ofType: "core-properties")?.part ?? "docprops/core.xml"
    guard package.hasPart(part) else { return properties }
    do throws(PartFailure) {
      try package.parse(part, properties)
    } catch {
      sink.lose(error.place, error.reason)
    }
    return properties
  }

  /// Whether a title was given; what programs write into new documents is none.
  var hasTitle: Bool { !title.isEmpty && !Self.isStock(title) }

  /// Adds who made the document and when, as far as the document itself does not say.
  func add(to builder: inout RecordBuilder) {
    if !creator.isEmpty, !Self.isStock(creator),
      !builder.record.values.contains(where: { $0.field == .person })
    {
      add(creator, "creator", .field(.person), to: &builder)
    }
    add(keywords, "keywords", .field(.keyword), to: &builder)
    if builder.record.date == 0 {
      let (date, name) = created.isEmpty ? (modified, "modified") : (created, "created")
      add(date, name, .date(.application), to: &builder)
    }
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    text = []
    switch name.string {
    case "title": path.append(\.title)
    case "creator": path.append(\.creator)
    case "keywords": path.append(\.keywords)
    case "created": path.append(\.created)
    case "modified": path.append(\.modified)
    default: path.append(nil)
    }
  }

  func endElement() {
    guard let place = path.popLast() ?? nil else { return }
    var properties = self
    properties[keyPath: place] = Array(text[Bytes.trimmed(text, from: 0, to: text.count)])
  }

  func characters(_ text: Span<UInt8>) {
    guard let place = path.last, place != nil, self.text.count + text.count <= Self.longestValue
    else { return }
    self.text.append(text)
  }

  private func add(
    _ value: [UInt8], _ name: String, _ column: Column, to builder: inout RecordBuilder
  ) {
    let start = builder.record.bytes.count
    builder.record.bytes.append(contentsOf: value)
    let name = Array(name.utf8)
    builder.add(column, name: name.span, from: start)
  }

  /// Whether a value is none that a person wrote.
  private static func isStock(_ value: [UInt8]) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    return stock.contains(text) || text.hasPrefix("microsoft ")
  }

  private static let stock: Set<String> = [
    "administrator", "admin", "user", "windows user", "windows 用户", "用户", "微软用户", "未知",
    "unknown", "author", "作者", "python-docx", "openpyxl", "xlsxwriter", "apache poi", "docx4j",
    "wps office",
    "untitled", "无标题", "标题", "title", "document", "文档", "document1", "文档1",
  ]
}
