internal import Analysis
internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// Reads files and folders and makes an index of them, or brings one up to date.
///
/// What was read from the same paths before is replaced; records of other paths stay. Until `run`
/// returns, the index is the one that was there before.
public struct Ingester: Sendable {
  /// How to ingest.
  public struct Options: Sendable {
    /// Bytes of memory for what is inverted at a time.
    public var memory = 384 << 20
    /// Runs of documents that are inverted at a time.
    ///
    /// Each is on a thread of its own beside the one that reads; with 1 there is no other thread. The
    /// index is the same, byte for byte. `memory` is for two; each further one takes three eighths of
    /// it more.
    public var threads = 2
    /// Whether damaged input leaves the index as it was.
    public var isStrict = false
    /// Whether telephone and identity-card numbers are kept; otherwise they are left out and counted.
    public var keepsPrivateNumbers = false

    /// The usual way.
    public init() {}
  }

  private let directory: Directory
  private let options: Options
  private let analyzer: Analyzer

  /// An ingester into the index in a folder, which is created when it is missing.
  public init(indexPath: String, options: Options = Options()) {
    self.init(indexPath: indexPath, options: options, analyzer: .standard)
  }

  init(indexPath: String, options: Options, analyzer: Analyzer) {
    directory = Directory(path: indexPath)
    self.options = options
    self.analyzer = analyzer
  }

  /// Reads everything under the paths and commits.
  ///
  /// - Parameters:
  ///   - paths: files and folders; one that does not exist is an error.
  ///   - isCancelled: asked between records; when it answers true the index stays as it was.
  ///   - progress: told how far it has come, after every file and every few records.
  /// - Returns: what was read and what came of it.
  /// - Throws: what stopped it; damaged input does not, unless the options are strict.
  public func run(
    _ paths: [String], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: ((IngestProgress) -> Void)? = nil
  ) throws(ZhisouError) -> IngestReport {
    let missing = directory.missing
    var run = try IngestRun(
      directory: directory, options: options, analyzer: analyzer, isCancelled: isCancelled)
    do throws(ZhisouError) {
      var limits = ReadingLimits()
      limits.keepsPrivateNumbers = options.keepsPrivateNumbers
      // What archives need beside memory goes where there is room for an index.
      let meter = ReadingMeter()
      let reader = CorpusReader(limits: limits, spoolFolder: directory.path, meter: meter)
      try run.read(
        paths, with: reader, progress: progress.map { ProgressReporter(meter, $0) })
      return try run.commit()
    } catch {
      run.abandon()
      // What was made for the index alone goes while the lock is still held.
      if !missing.isEmpty { try? directory.remove(DirectoryLock.name) }
      for folder in missing { folder.removeIfEmpty() }
      throw error
    }
  }
}
