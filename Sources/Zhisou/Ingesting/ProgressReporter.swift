internal import CorpusReading

/// Puts together how far an ingestion has come and tells it.
final class ProgressReporter {
  private let meter: ReadingMeter
  private let tell: (IngestProgress) -> Void
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var progress = IngestProgress()
  /// Bytes of the files before the present one.
  private var bytesBefore = 0

  init(_ meter: ReadingMeter, _ tell: @escaping (IngestProgress) -> Void) {
    self.meter = meter
    self.tell = tell
    start = clock.now
  }

  /// Counts a file that there is to read.
  func expect(_ file: CorpusFile) {
    progress.totalBytes += file.size
  }

  /// Tells that so many records were read up to a place in a file, or to its end.
  func update(records: Int, in file: CorpusFile, isAtEnd: Bool) {
    let bytes = isAtEnd ? file.size : min(meter.fileBytes, file.size)
    progress.records = records
    progress.fileBytes = bytesBefore + bytes
    if isAtEnd { bytesBefore += bytes }
    report()
  }

  /// Tells that all is read.
  func beginMerging() {
    progress.isMerging = true
    report()
  }

  private func report() {
    progress.textBytes = meter.textBytes
    let duration = (clock.now - start).components
    progress.seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    tell(progress)
  }
}
