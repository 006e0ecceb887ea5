internal import Analysis
internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// One run of an ingester: from its lock to its commit.
struct IngestRun: ~Copyable {
  /// Files without problems beyond this are counted but not listed: memory stays constant.
  private static let mostListedFiles = 100_000
  /// How often, in records, the caller is asked whether to stop and told how far it has come.
  private static let cancellationInterval = 64

  private let options: Ingester.Options
  private let isCancelled: @Sendable () -> Bool
  private let writer: IndexWriter
  private let memory: BuildingMemory
  private let pipeline: RunPipeline<RecordWorker>
  /// What was read of the run and not given away yet.
  private var batch = RecordBatch()
  /// Bytes of the run that were given away.
  private var runSize = 0
  private var report = IngestReport()
  private var roots: SourceRoots?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init(
    directory: Directory, options: Ingester.Options, analyzer: Analyzer,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ZhisouError) {
    start = clock.now
    self.options = options
    self.isCancelled = isCancelled
    let stamp = AnalyzerStamp(name: analyzer.name, version: analyzer.version)
    let writer = try ZhisouError.wrapIndex { () throws(IndexError) in
      try IndexWriter(directory: directory, analyzer: stamp)
    }
    self.writer = writer
    let memory = BuildingMemory(total: options.memory)
    self.memory = memory
    pipeline = RunPipeline(workers: options.threads, memory: memory) { () throws(ZhisouError) in
      try RecordWorker(writer.newSegments, memory: memory, analyzer: analyzer)
    }
  }

  /// Reads all files under the paths.
  mutating func read(
    _ paths: [String], with reader: CorpusReader, progress: ProgressReporter?
  ) throws(ZhisouError) {
    let roots = try SourceRoots(paths, in: writer)
    self.roots = roots
    if let progress {
      try Self.forEachFile(of: roots, with: reader) { (file, _) throws(ZhisouError) in
        progress.expect(file)
      }
    }
    try Self.forEachFile(of: roots, with: reader) { (file, place) throws(ZhisouError) in
      try read(file, at: place, with: reader, progress: progress)
      progress?.update(records: report.added, in: file, isAtEnd: true)
    }
    progress?.beginMerging()
  }

  private static func forEachFile(
    of roots: SourceRoots, with reader: CorpusReader,
    _ body: (CorpusFile, SourceRoots.Place) throws(ZhisouError) -> Void
  ) throws(ZhisouError) {
    for place in roots.places {
      do throws(WalkError<ZhisouError>) {
        try reader.forEachFile(under: [place.path]) { (file) throws(ZhisouError) in
          try body(file, place)
        }
      } catch {
        switch error {
        case .body(let error): throw error
        case .reading(let error): throw ZhisouError(error)
        }
      }
    }
  }

  /// Commits what was read.
  mutating func commit() throws(ZhisouError) -> IngestReport {
    if options.isStrict, report.hasFailures {
      throw ZhisouError(
        code: .unreadablePath, path: report.firstFailure?.path ?? "",
        reason: "\(report.firstFailure?.reason ?? ""); --strict was given",
        advice: "mend the file or leave --strict out; the index is as it was")
    }
    if !batch.isEmpty { try giveBatch(endsRun: false) }
    try pipeline.finish()
    let roots = roots
    let known = KnownFiles(writer.roots)
    var gone: Set<String> = []
    let outcome = try ZhisouError.wrapIndex { () throws(IndexError) in
      try writer.commit(threads: options.threads) { name in
        let isReplaced = roots?.replaces(name) ?? false
        if isReplaced, let path = known.path(ofGone: name) { gone.insert(path) }
        return !isReplaced
      }
    }
    report.gone = IngestReport.Gone(
      files: gone.count, documents: report.fileCount == 0 ? outcome.replaced : nil)
    report.documents = outcome.documents
    report.superseded = outcome.superseded
    report.replaced = outcome.replaced
    report.seconds = elapsed
    return report
  }

  /// Leaves the index as it was.
  func abandon() {
    pipeline.stop()
    writer.abandon()
  }

  private var elapsed: Double {
    let duration = clock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  private mutating func read(
    _ file: CorpusFile, at place: SourceRoots.Place, with reader: CorpusReader,
    progress: ProgressReporter?
  ) throws(ZhisouError) {
    var count = 0
    let path = place.lead + file.name
    let source = SourceName(root: place.root, file: path)
    var entrySource = (entry: "", name: source)
    let fileReport = try reader.read(file) { (record) throws(ZhisouError) in
      if count % Self.cancellationInterval == 0 {
        if isCancelled() { throw .interrupted }
        progress?.update(records: report.added, in: file, isAtEnd: false)
      }
      count += 1
      if record.identity == .withinFile, record.entry != entrySource.entry {
        entrySource = (
          record.entry, SourceName(root: place.root, file: path, entry: record.entry)
        )
      }
      try add(record, from: record.identity == .withinFile ? entrySource.name : source)
    }
    report.bytesRead += fileReport.bytesRead
    report.textBytes += fileReport.textBytes
    report.fileCount += 1
    if fileReport.problemCount > 0 || report.files.count < Self.mostListedFiles {
      report.files.append(IngestReport.File(fileReport))
    }
  }

  private mutating func add(
    _ record: borrowing Record, from source: SourceName
  ) throws(ZhisouError) {
    batch.append(record, from: source)
    if record.isDeletion {
      report.withdrawals += 1
    } else {
      report.added += 1
      report.kinds[DocumentKind(rawValue: record.kind.rawValue) ?? .other, default: 0] += 1
    }
    let endsRun = runSize + batch.size >= memory.run
    if endsRun || batch.size >= RecordBatch.fullSize { try giveBatch(endsRun: endsRun) }
  }

  private mutating func giveBatch(endsRun: Bool) throws(ZhisouError) {
    runSize = endsRun ? 0 : runSize + batch.size
    let full = batch
    batch = RecordBatch()
    try pipeline.add(full, of: full.size, endsRun: endsRun)
  }
}
