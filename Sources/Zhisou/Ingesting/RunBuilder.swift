internal import Analysis
internal import InvertedIndex
internal import Storage

/// Makes the segments of one run after another: one each, or more where memory is too small.
///
/// Where a run is cut follows from its documents alone.
final class RunBuilder: @unchecked Sendable {
  let builder: SegmentBuilder
  let interner = TokenInterner()
  private let segments: NewSegments
  private let words: InternerWords
  private var run = 0
  private var part = 0

  init(_ segments: NewSegments, memory: BuildingMemory) throws(ZhisouError) {
    self.segments = segments
    words = InternerWords(interner: interner)
    builder = try ZhisouError.wrap { () throws(StorageError) in
      try SegmentBuilder(directory: segments.directory, budget: memory.worker)
    }
  }

  func begin(run: Int) {
    self.run = run
    part = 0
  }

  /// Adds a document by what `body` tells the builder of it.
  func add(_ body: () throws(StorageError) -> Void) throws(ZhisouError) {
    try ZhisouError.wrap { () throws(StorageError) in
      if builder.count == 0 { try builder.begin(segments.files(ofRun: run, part: part)) }
      builder.beginDocument()
      try body()
    }
    if builder.isFull(with: words.memoryInBytes) { try endPart(.intermediate) }
  }

  /// Writes what is left of the run; the only segment there is will not be merged.
  func end(isWholeInput: Bool) throws(ZhisouError) {
    guard builder.count > 0 else { return }
    try endPart(isWholeInput && part == 0 ? .finished : .intermediate)
  }

  private func endPart(_ form: SegmentForm) throws(ZhisouError) {
    try ZhisouError.wrap { () throws(StorageError) in
      try builder.flush(words: words, as: form)
    }
    segments.add(run: run, part: part, form: form)
    part += 1
  }
}
