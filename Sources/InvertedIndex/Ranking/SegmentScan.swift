internal import Storage

/// One pass over the documents of a segment, a window at a time.
struct SegmentScan {
  let segment: SegmentReader
  /// The place of the segment in the snapshot.
  let place: Int
  /// The documents that may be hits; all of the segment that have a score without one.
  let set: DocumentSet?
  /// Whether a hit must have a score.
  let needsTerm: Bool
  let collectsMatches: Bool

  /// How many documents match.
  private(set) var matches = 0
  /// The documents that match, where they are collected.
  private(set) var matched: DocumentSet

  init(
    segment: SegmentReader, place: Int, set: DocumentSet?, needsTerm: Bool, collectsMatches: Bool
  ) {
    self.segment = segment
    self.place = place
    self.set = set
    self.needsTerm = needsTerm
    self.collectsMatches = collectsMatches
    matched = DocumentSet(documents: collectsMatches ? segment.info.documents : 0)
  }

  /// Scores every window that has documents of the set and collects the hits.
  mutating func run(
    _ streams: inout [PostingsStream], ranking: BM25, into collector: inout HitCollector
  ) throws(StorageError) {
    guard !streams.isEmpty || !needsTerm else { return }
    var scores = [Float](repeating: 0, count: PostingsStream.window)
    var first: UInt32 = 0
    while Int(first) < segment.info.documents {
      if set?.isEmpty(from: first, count: scores.count) != true {
        for stream in streams.indices {
          try streams[stream].add(
            from: first, ranking: ranking, norms: segment.norms, scores: &scores)
        }
        collect(&scores, from: first, into: &collector)
      }
      first += UInt32(scores.count)
    }
  }

  /// Takes the hits of a window and sets its scores to zero.
  private mutating func collect(
    _ scores: inout [Float], from first: UInt32, into collector: inout HitCollector
  ) {
    guard let set else {
      // Without a set a hit has a score.
      for local in scores.indices where scores[local] > 0 {
        take(first + UInt32(local), score: scores[local], into: &collector)
        scores[local] = 0
      }
      return
    }
    set.forEach(from: first, count: scores.count) { document in
      let score = scores[Int(document - first)]
      if score > 0 || !needsTerm { take(document, score: score, into: &collector) }
    }
    for local in scores.indices { scores[local] = 0 }
  }

  @inline(__always)
  private mutating func take(
    _ document: UInt32, score: Float, into collector: inout HitCollector
  ) {
    matches &+= 1
    if collectsMatches { matched.insert(document) }
    collector.insert(document, score: score, of: segment, at: place)
  }
}
