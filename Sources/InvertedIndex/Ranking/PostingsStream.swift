internal import Storage

/// The postings of one query term, read forward in windows of documents.
struct PostingsStream {
  private let postings: TermPostings
  private let weight: Float
  private let segment: SegmentReader
  private var ids = [UInt32](repeating: 0, count: PostingsReader.largestBlock)
  private var frequencies = [UInt32](repeating: 0, count: PostingsReader.largestBlock)
  private var place = 0
  private var length = 0
  private var block = 0

  init(_ postings: TermPostings, weight: Float, segment: SegmentReader) {
    self.postings = postings
    self.weight = weight
    self.segment = segment
    if case .collected(let ids, let frequencies) = postings {
      self.ids = ids
      self.frequencies = frequencies
      length = ids.count
    }
  }

  /// Adds the scores of the postings in the window that begins at `first`.
  ///
  /// `counts`, unless empty, counts the terms of each document.
  mutating func add(
    from first: UInt32, ranking: BM25, norms: Norms, scores: inout [Float],
    counts: inout [UInt16]
  ) throws(StorageError) {
    let window = UInt32(scores.count)
    while true {
      while place < length {
        let document = ids[place]
        let local = document &- first
        if local >= window { return }
        let saturation = ranking.saturation(
          frequency: frequencies[place], length: norms.length(of: document))
        scores[Int(local)] += weight * saturation
        if !counts.isEmpty { counts[Int(local)] += 1 }
        place += 1
      }
      guard try readBlock() else { return }
    }
  }

  /// How often a document has the term; documents are asked for in ascending order.
  ///
  /// - Returns: `nil` when it does not have it.
  mutating func frequency(in document: UInt32) throws(StorageError) -> UInt32? {
    while true {
      while place < length, ids[place] <= document {
        if ids[place] == document { return frequencies[place] }
        place += 1
      }
      if place < length { return nil }
      guard try readBlock() else { return nil }
    }
  }

  /// Decodes the next block that is not empty.
  ///
  /// - Returns: whether there was one.
  private mutating func readBlock() throws(StorageError) -> Bool {
    guard case .list(let list) = postings else { return false }
    return try segment.reading(segment.postingsFile, "a postings list") {
      () throws(ByteCursor.Fault) in
      while block < list.blocks {
        length = try unsafe list.decode(block: block, ids: &ids, frequencies: &frequencies)
        place = 0
        block += 1
        if length > 0 { return true }
      }
      return false
    }
  }
}
