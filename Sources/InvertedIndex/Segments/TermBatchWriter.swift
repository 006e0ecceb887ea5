internal import Storage

/// Writes the batches of merged terms into a segment, on the merging thread or on one of its own.
///
/// Encoding lists takes about as long as finding and decoding them: two threads share the work.
final class TermBatchWriter: @unchecked Sendable {
  private struct State: Sendable {
    var full: [TermBatch] = []
    var free: [TermBatch] = []
    var isClosed = false
    var failure: StorageError?
  }

  private static let mostBatches = 3

  private let writer: SegmentWriter
  private let longestList: Int
  private let state = Monitor(State())
  private var thread: WorkerThread?
  /// Batches that were given.
  private(set) var batches = 0
  /// The field that is begun.
  private var field: FieldWriter?
  private var isInWords = false

  /// A writer of lists of at most so many postings.
  init(_ writer: SegmentWriter, longestList: Int) {
    self.writer = writer
    self.longestList = longestList
  }

  /// Begins to write on a thread of its own.
  func startThread() throws(StorageError) {
    thread = try WorkerThread { [self] in
      do throws(StorageError) {
        while let batch = takeBatch() {
          try write(batch)
          state.change { $0.free.append(batch) }
        }
      } catch {
        state.change { $0.failure = error }
      }
    }
    for _ in 1..<Self.mostBatches {
      let batch = try TermBatch(longestList: longestList)
      state.change { $0.free.append(batch) }
    }
  }

  /// An empty batch.
  func firstBatch() throws(StorageError) -> TermBatch {
    try TermBatch(longestList: longestList)
  }

  /// Writes a batch, now or later.
  ///
  /// - Returns: an empty one.
  /// - Throws: what kept this batch or an earlier one from being written.
  func put(_ batch: TermBatch) throws(StorageError) -> TermBatch {
    batches += 1
    if thread == nil {
      try write(batch)
      batch.removeAll()
      return batch
    }
    let next = state.wait { state -> Result<TermBatch, StorageError>? in
      if let failure = state.failure { return .failure(failure) }
      guard let free = state.free.popLast() else { return nil }
      state.full.append(batch)
      return .success(free)
    }
    let free = try next.get()
    free.removeAll()
    return free
  }

  /// Waits until all batches are written; none come any more.
  func finish() throws(StorageError) {
    state.change { $0.isClosed = true }
    thread?.join()
    thread = nil
    if let failure = state.change({ $0.failure }) { throw failure }
  }

  private func takeBatch() -> TermBatch? {
    state.wait { state -> TermBatch?? in
      if !state.full.isEmpty { return state.full.removeFirst() }
      return state.isClosed ? .some(nil) : nil
    }
  }

  private func write(_ batch: TermBatch) throws(StorageError) {
    var writer: FieldWriter
    if let field = field.take() { writer = field } else { writer = try begin(batch.field) }
    if batch.hasWords, !isInWords {
      try writer.beginWords()
      isInWords = true
    }
    var start = 0
    for term in batch.terms {
      let ids = unsafe batch.ids + start
      let frequencies = unsafe batch.frequencies + start
      if batch.hasWords {
        try unsafe term.word.span.bytes.withUnsafeBytes { (word) throws(StorageError) in
          try unsafe writer.append(word: word, ids, frequencies, count: term.count)
        }
      } else {
        try unsafe writer.append(key: term.key, ids, frequencies, count: term.count)
      }
      start += term.count
    }
    if batch.endsField { try writer.finish() } else { field = consume writer }
  }

  private func begin(_ field: PostingsField) throws(StorageError) -> FieldWriter {
    isInWords = false
    return try writer.field(field)
  }
}
