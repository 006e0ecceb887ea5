internal import CorpusReading

/// Reads everything under paths and keeps nothing of it: what reading alone costs.
package enum CorpusReadingRun {
  /// What was read.
  package struct Report: Sendable {
    package fileprivate(set) var files = 0
    package fileprivate(set) var records = 0
    /// Bytes of text after unpacking.
    package fileprivate(set) var textBytes = 0
    /// Bytes of the values of all records.
    package fileprivate(set) var valueBytes = 0
  }

  /// Reads the files under the paths on the calling thread.
  package static func run(_ paths: [String]) throws(ZhisouError) -> Report {
    var report = Report()
    let reader = CorpusReader()
    do throws(WalkError<Never>) {
      try reader.forEachFile(under: paths) { file in
        let file = reader.read(file) { record in
          for value in record.values { report.valueBytes += value.text.count }
        }
        report.files += 1
        report.records += file.records
        report.textBytes += file.textBytes
      }
    } catch {
      guard case .reading(let error) = error else { return report }
      throw ZhisouError(error)
    }
    return report
  }
}
