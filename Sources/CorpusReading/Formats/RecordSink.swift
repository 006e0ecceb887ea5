/// Where a parser puts what it finds: records to the caller, problems into the report.
final class RecordSink {
  /// The report as it grows.
  private(set) var report: FileReport
  /// Whether to stop: the caller wants no more, or this file or entry is not to be read further.
  var isStopped: Bool { wantsNoMore || isRefused }

  private let keptProblems: Int
  private let meter: ReadingMeter?
  private let folderKind: RecordKind?
  private let body: (inout Record) -> Bool
  private var wantsNoMore = false
  private var isRefused = false
  /// The file inside a container that is being read, and inside that one the next.
  private var entries: [Entry] = []
  /// The names of the entries from the outside in: `内.zip/表.csv`; empty outside of containers.
  private var entryPath = ""

  private struct Entry {
    let name: String
    let kind: RecordKind?
  }

  /// Makes a sink; `body` takes a record and returns whether to go on.
  init(
    report: FileReport, folderKind: RecordKind?, keptProblems: Int, meter: ReadingMeter? = nil,
    _ body: @escaping (inout Record) -> Bool
  ) {
    self.report = report
    self.folderKind = folderKind
    self.keptProblems = keptProblems
    self.meter = meter
    self.body = body
  }

  /// The number the next record gets.
  var nextOrdinal: Int { report.records + 1 }

  /// The name of what is being read, without folders: that of the entry inside a container, else
  /// that of the file.
  var fileName: String {
    let path = entries.last?.name ?? report.path
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The title of what is being read when it has no other: its name without an extension.
  var fileTitle: String { FileName(fileName).stem }

  /// Reads a part of a container: a file in an archive, a sheet in a workbook.
  ///
  /// What is refused or lost in there is told with the entry's name and does not end the reading of
  /// the container; ids that are not universal are unique in the entry only. Ordinals go on. `kind` is
  /// the one that the entry's folders say, nil when they say none.
  func readEntry(_ name: String, kind: RecordKind? = nil, _ read: () -> Void) {
    let outerPath = entryPath
    entries.append(Entry(name: name, kind: kind ?? entries.last?.kind))
    entryPath = entries.map(\.name).joined(separator: "/")
    read()
    entries.removeLast()
    entryPath = outerPath
    isRefused = false
  }

  /// Completes a record, numbers it and gives it to the caller.
  ///
  /// Returns false when it has nothing but an id, and was not delivered. `kind` is the one its format
  /// says, nil to go by the folder; `place` is where it stands, for the report.
  func deliver(
    _ builder: inout RecordBuilder, kind: RecordKind? = nil, place: () -> String
  ) -> Bool {
    report.droppedPrivate += builder.droppedPrivate
    let saysSomething = builder.finish(
      kind: kind ?? entries.last?.kind ?? folderKind ?? .other)
    if builder.wasCut { note(place(), "a text or list was cut at its size limit") }
    guard saysSomething else { return false }
    report.records += 1
    builder.record.ordinal = report.records
    builder.record.entry = entryPath
    if !body(&builder.record) { wantsNoMore = true }
    return true
  }

  /// Notes what is odd and costs nothing.
  func note(_ place: String, _ reason: String) {
    report.problemCount += 1
    if report.problems.count < keptProblems {
      let places = [entryPath, place].filter { !$0.isEmpty }
      report.problems.append(
        FileReport.Problem(place: places.joined(separator: ", "), reason: reason))
    }
  }

  /// Reports that something is lost.
  func lose(_ place: String, _ reason: String) {
    note(place, reason)
    if report.outcome == .read { report.outcome = .damaged }
  }

  /// Reports a file or entry that nothing here reads, and stops reading it.
  func refuse(_ reason: String) {
    note("", reason)
    if entries.isEmpty { report.outcome = .unsupported }
    isRefused = true
  }

  /// Reports a file or entry that the system does not give, and stops reading it.
  func fail(_ reason: String) {
    if entries.isEmpty {
      note("", reason)
      report.outcome = .failed
    } else {
      lose("", reason)
    }
    isRefused = true
  }

  /// Names the format of the file; that of an entry is not kept.
  func setFormat(_ name: String) {
    if entries.isEmpty { report.format = name }
  }

  func setEncoding(_ name: String) {
    report.encoding = name
  }

  func count(textBytes: Int) {
    report.textBytes += textBytes
    meter?.count(textBytes: textBytes)
  }

  func count(bytesRead: Int) {
    report.bytesRead = bytesRead
  }
}
