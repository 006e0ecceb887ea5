/// A Word document (WordprocessingML, ISO/IEC 29500-1): one record.
///
/// Headings make sections, tables of facts in front of them make columns, notes come last. The title
/// is the one that such a table gives, the paragraph styled as title, the title in the properties,
/// the first heading of the first level, the first paragraph if it is short, or the file's name.
enum DOCX: PackageFormat {
  static let name = "docx"

  static func recognises(_ package: Package) -> Bool {
    guard case .part(_, root: "document") = package.main else { return false }
    return true
  }

  static func read(_ package: Package, into sink: RecordSink, limits: ReadingLimits) {
    guard case .part(let main, _) = package.main else { return }
    let reading = WordReading(package, main: main, sink: sink)
    guard var builder = reading.record(limits: limits) else {
      if sink.report.outcome == .read { sink.note("", "the document has no text") }
      return
    }
    _ = sink.deliver(&builder, place: { "" })
  }
}

/// Reads the parts of one document.
private struct WordReading {
  private let package: Package
  private let main: String
  private let sink: RecordSink

  init(_ package: Package, main: String, sink: RecordSink) {
    self.package = package
    self.main = main
    self.sink = sink
  }

  func record(limits: ReadingLimits) -> RecordBuilder? {
    let record = WordRecord(limits: limits)
    let relationships = attempt { () throws(PartFailure) in try package.relationships(of: main) }
    let styles = WordStyles()
    parse(relationships?.first(ofType: "styles")?.part, styles)
    parse(main, WordMarkup(record, styles: styles, sink: sink))
    for type in ["footnotes", "endnotes"] {
      guard let part = relationships?.first(ofType: type)?.part else { continue }
      record.beginNotes()
      parse(part, WordMarkup(record, styles: styles, sink: sink, isNotes: true))
    }
    return record.finish(
      CoreProperties.of(package, reportingTo: sink), fileTitle: sink.fileTitle)
  }

  private func parse(_ part: String?, _ events: any PartEvents) {
    guard let part else { return }
    _ = attempt { () throws(PartFailure) in try package.parse(part, events) }
  }

  private func attempt<R>(_ body: () throws(PartFailure) -> R) -> R? {
    do throws(PartFailure) {
      return try body()
    } catch {
      sink.lose(error.place, error.reason)
      return nil
    }
  }
}
