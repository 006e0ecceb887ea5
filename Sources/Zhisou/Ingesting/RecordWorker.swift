internal import Analysis
internal import CorpusReading
internal import InvertedIndex

/// Inverts runs of records.
final class RecordWorker: RunWorker, @unchecked Sendable {
  private let builder: RunBuilder
  private var indexer: RecordIndexer
  /// Filled again and again; one beyond a batch's size is not kept.
  private var record = Record()

  init(
    _ segments: NewSegments, memory: BuildingMemory, analyzer: Analyzer
  ) throws(ZhisouError) {
    builder = try RunBuilder(segments, memory: memory)
    indexer = RecordIndexer(builder: builder, analyzer: analyzer)
  }

  func begin(run: Int) {
    builder.begin(run: run)
  }

  func add(_ batch: RecordBatch) throws(ZhisouError) {
    try batch.forEach(in: &record) { (record, source) throws(ZhisouError) in
      try indexer.add(record, from: source)
    }
    if record.bytes.capacity > 2 * RecordBatch.fullSize { record = Record() }
  }

  func endRun(isWholeInput: Bool) throws(ZhisouError) {
    try builder.end(isWholeInput: isWholeInput)
  }
}
