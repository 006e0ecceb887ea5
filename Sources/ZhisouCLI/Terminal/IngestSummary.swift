import Zhisou

/// What a person is told after an ingestion: the files with problems, then one line.
struct IngestSummary {
  /// The most problems of a file that are told.
  private static let mostProblems = 5

  let report: IngestReport

  /// Names the problems and, unless it `isQuiet`, what was read.
  func print(isQuiet: Bool) {
    for file in report.files where file.outcome != .read || file.problemCount > 0 {
      Terminal.note("\(file.path): \(Self.verdict(on: file)): \(details(of: file))")
    }
    if isQuiet { return }
    let dropped = report.files.reduce(0) { $0 + $1.droppedPrivateValues }
    if dropped > 0 {
      Terminal.note("\(dropped) telephone and identity-card numbers were not stored")
    }
    Terminal.note("\(counts)\(origin)")
    if let loss { Terminal.complain(loss) }
  }

  /// What the index lost because files are gone.
  private var loss: Message? {
    guard report.gone.files > 0 else { return nil }
    let files: Message = report.gone.files == 1 ? "1 file" : "\(report.gone.files) files"
    guard let count = report.gone.documents else {
      return "gone from the index: the documents of \(files), no longer there"
    }
    let documents: Message = count == 1 ? "1 document" : "\(count) documents"
    return "no file was read; gone from the index: \(documents) of \(files), no longer there"
  }

  private static func verdict(on file: IngestReport.File) -> Message {
    switch file.outcome {
    case .read: "read, with remarks"
    case .damaged where file.records == 1: "damaged, 1 record kept"
    case .damaged: "damaged, \(file.records) records kept"
    case .unsupported: "not read"
    case .failed: "could not be read"
    }
  }

  private func details(of file: IngestReport.File) -> Message {
    let problems = file.problems.prefix(Self.mostProblems).map(\.message)
    let shown = problems.dropFirst().reduce(problems.first ?? Message(file.format)) {
      "\($0); \($1)"
    }
    let rest = file.problemCount - max(problems.count, 1)
    return rest > 0 ? "\(shown) (and \(rest) more)" : shown
  }

  private var counts: Message {
    var counts: Message =
      report.documents == 1
      ? "1 document in the index, \(report.added) read"
      : "\(report.documents) documents in the index, \(report.added) read"
    if report.replaced > 0 { counts = "\(counts), \(report.replaced) replaced or removed" }
    if report.superseded > 0 {
      counts = "\(counts), \(report.superseded) superseded by a later record or withdrawn"
    }
    return counts
  }

  private var origin: Message {
    let tenths = Int((report.seconds * 10).rounded())
    let seconds = "\(tenths / 10).\(tenths % 10)"
    return report.fileCount == 1
      ? ", from 1 file in \(seconds) s" : ", from \(report.fileCount) files in \(seconds) s"
  }

  /// How far an ingestion has come, for one line.
  static func message(of progress: IngestProgress) -> Message {
    if progress.isMerging { return "\(progress.records) records read, joining segments" }
    let tenths = Int(Double(progress.textBytes) / max(progress.seconds, 0.001) / 1e5)
    let rate: Message =
      "\(progress.records) records, \("\(tenths / 10).\(tenths % 10)") MB/s"
    guard let left = progress.secondsLeft else { return rate }
    let seconds = Int(left.rounded(.up))
    let padded = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
    return "\(rate), \("\(seconds / 60):\(padded)") left to read"
  }
}
