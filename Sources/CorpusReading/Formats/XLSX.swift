/// An Excel workbook (SpreadsheetML, ISO/IEC 29500-1): every sheet that is a table gives a record a
/// row.
///
/// A table has a header: a row near the top with known names for two columns or more. In a workbook
/// without any, a sheet is one record of its text.
enum XLSX: PackageFormat {
  static let name = "xlsx"

  static func recognises(_ package: Package) -> Bool {
    guard case .part(_, root: "workbook") = package.main else { return false }
    return true
  }

  static func read(_ package: Package, into sink: RecordSink, limits: ReadingLimits) {
    guard case .part(let main, _) = package.main else { return }
    WorkbookReading(package, main: main, sink: sink, limits: limits).read()
  }
}

/// Reads the parts of one workbook.
private struct WorkbookReading {
  private let package: Package
  private let sink: RecordSink
  private let limits: ReadingLimits
  private let workbook = Workbook()
  private let styles = CellStyles()
  private let strings: SharedStrings
  private let relationships: Relationships

  /// A sheet, its part, and what its first rows say.
  private struct Sheet {
    let name: String
    let part: String
    let front: SheetFront
    let failure: PartFailure?
    let missingTexts: Int

    /// Whether there is something in it to read or to report.
    var hasContent: Bool { front.hasText || failure != nil || missingTexts > 0 }
  }

  /// Reads what all sheets have in common.
  init(_ package: Package, main: String, sink: RecordSink, limits: ReadingLimits) {
    self.package = package
    self.sink = sink
    self.limits = limits
    strings = SharedStrings(limits: limits)
    do throws(PartFailure) {
      relationships = try package.relationships(of: main)
    } catch {
      relationships = Relationships(of: main)
      sink.lose(error.place, error.reason)
    }
    parse(main, workbook)
    parse(shared: "styles", of: main, styles)
    parse(shared: "sharedStrings", of: main, strings)
    if strings.wasCut { sink.lose("", "the texts of the cells are too large, some are left out") }
  }

  func read() {
    let sheets = workbook.sheets.compactMap(look)
    let tables = sheets.filter { $0.front.header != nil }
    let texts = sheets.filter { $0.front.hasText }
    let fileTitle = sink.fileTitle
    for sheet in sheets where !sink.isStopped {
      sink.readEntry(sheet.name) {
        if let header = sheet.front.header {
          let table = SheetTable(header: header, sink: sink, limits: limits)
          read(sheet, table)
          table.finish()
        } else if !tables.isEmpty {
          if let failure = sheet.failure {
            sink.lose(failure.place, failure.reason)
          } else if sheet.front.hasText {
            sink.note("", "the sheet is no table, no two of its columns have names that are known")
          }
        } else if sheet.hasContent {
          let text = SheetText(sink: sink, limits: limits)
          read(sheet, text)
          let title = texts.count > 1 ? "\(fileTitle) \(sheet.name)" : fileTitle
          text.finish(title: title, CoreProperties.of(package, reportingTo: sink))
        }
      }
    }
    if texts.isEmpty, sink.report.outcome == .read { sink.note("", "the workbook has no text") }
  }

  /// Looks at the first rows of a sheet; nil for one that has no cells, such as a chart.
  private func look(at sheet: Workbook.Sheet) -> Sheet? {
    guard let relationship = relationships[sheet.relationship], let part = relationship.part else {
      sink.lose(sheet.name, "the workbook does not say where the sheet is")
      return nil
    }
    guard relationship.type == "worksheet" else { return nil }
    let front = SheetFront()
    let markup = markup(front)
    var failure: PartFailure?
    do throws(PartFailure) {
      try package.parse(part, markup)
    } catch {
      failure = error
    }
    return Sheet(
      name: sheet.name, part: part, front: front, failure: failure,
      missingTexts: markup.missingTexts)
  }

  private func read(_ sheet: Sheet, _ rows: any SheetRows) {
    let markup = markup(rows)
    parse(sheet.part, markup)
    if markup.missingTexts > 0 {
      let cells =
        markup.missingTexts == 1 ? "1 cell has a text" : "\(markup.missingTexts) cells have texts"
      sink.lose("", "\(cells) that the workbook does not have")
    }
  }

  private func markup(_ rows: any SheetRows) -> SheetMarkup {
    let cell = SheetCell(
      strings: strings.texts, styles: styles, from1904: workbook.countsFrom1904, limits: limits)
    return SheetMarkup(rows, cell: cell)
  }

  /// Reads a part that all sheets share, if there is one.
  ///
  /// Some programs leave out the pointer to the part, which then has its usual name.
  private func parse(shared type: String, of main: String, _ events: any PartEvents) {
    let usual = PartName.resolve(Array("\(type).xml".utf8), from: main)
    if let part = relationships.first(ofType: type)?.part {
      parse(part, events)
    } else if let usual, package.hasPart(usual) {
      parse(usual, events)
    }
  }

  private func parse(_ part: String, _ events: any PartEvents) {
    do throws(PartFailure) {
      try package.parse(part, events)
    } catch {
      sink.lose(error.place, error.reason)
    }
  }
}
