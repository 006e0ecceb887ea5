/// Where a parser puts what it finds: records to the caller, problems into the report.
final class RecordSink {
  /// The report as it grows.
  private(set) var report: FileReport
  /// Whether to stop: the caller wants no more, or the file is not to be read further.
  private(set) var isStopped = false

  private let keptProblems: Int
  private let folderKind: RecordKind?
  private let body: (inout Record) -> Bool

  /// Makes a sink; `body` takes a record and returns whether to go on.
  init(
    report: FileReport, folderKind: RecordKind?, keptProblems: Int,
    _ body: @escaping (inout Record) -> Bool
  ) {
    self.report = report
    self.folderKind = folderKind
    self.keptProblems = keptProblems
    self.body = body
  }

  /// The number the next record gets.
  var nextOrdinal: Int { report.records + 1 }

  /// Completes a record, numbers it and gives it to the caller.
  ///
  /// Returns false when it has nothing but an id, and was not delivered. `kind` is the one its format
  /// says, nil to go by the folder; `place` is where it stands, for the report.
  func deliver(
    _ builder: inout RecordBuilder, kind: RecordKind? = nil, place: () -> String
  ) -> Bool {
    report.droppedPrivate += builder.droppedPrivate
    let saysSomething = builder.finish(kind: kind ?? folderKind ?? .other)
    if builder.wasCut { note(place(), "a text or list was cut at its size limit") }
    guard saysSomething else { return false }
    report.records += 1
    builder.record.ordinal = report.records
    if !body(&builder.record) { isStopped = true }
    return true
  }

  /// Notes what is odd and costs nothing.
  func note(_ place: String, _ reason: String) {
    report.problemCount += 1
    if report.problems.count < keptProblems {
      report.problems.append(FileReport.Problem(place: place, reason: reason))
    }
  }

  /// Reports that something is lost.
  func lose(_ place: String, _ reason: String) {
    note(place, reason)
    if report.outcome == .read { report.outcome = .damaged }
  }

  /// Reports a file that nothing here reads, and stops.
  func refuse(_ reason: String) {
    note("", reason)
    report.outcome = .unsupported
    isStopped = true
  }

  /// Reports a file that the system does not give, and stops.
  func fail(_ reason: String) {
    note("", reason)
    report.outcome = .failed
    isStopped = true
  }

  func setFormat(_ name: String) {
    report.format = name
  }

  func count(textBytes: Int) {
    report.textBytes += textBytes
  }

  func count(bytesRead: Int) {
    report.bytesRead = bytesRead
  }
}
