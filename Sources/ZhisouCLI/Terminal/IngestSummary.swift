import Zhisou

/// What a person is told after an ingestion: the files with problems, then one line.
struct IngestSummary {
  let report: IngestReport

  func print() {
    for file in report.files where file.outcome != .read || file.problemCount > 0 {
      let verdict =
        switch file.outcome {
        case .read: "read, with remarks"
        case .damaged: "damaged, \(file.records) records kept"
        case .unsupported: "not read"
        case .failed: "could not be read"
        }
      let problems = file.problems.prefix(5).map { problem in
        problem.place.isEmpty ? problem.reason : "\(problem.place): \(problem.reason)"
      }
      let shown = problems.isEmpty ? [file.format] : problems
      let more =
        file.problemCount > shown.count ? [" (and \(file.problemCount - shown.count) more)"] : []
      Terminal.note("\(file.path): \(verdict): " + shown.joined(separator: "; ") + more.joined())
    }
    let dropped = report.files.reduce(0) { $0 + $1.droppedPrivateValues }
    if dropped > 0 {
      Terminal.note("\(dropped) telephone and identity-card numbers were not stored")
    }
    var line = "\(report.documents) documents in the index, \(report.added) read"
    if report.replaced > 0 { line += ", \(report.replaced) replaced" }
    if report.superseded > 0 {
      line += ", \(report.superseded) superseded by a later record or withdrawn"
    }
    let tenths = Int((report.seconds * 10).rounded())
    line += ", from \(report.fileCount) files in \(tenths / 10).\(tenths % 10) s"
    Terminal.note(line)
  }
}
