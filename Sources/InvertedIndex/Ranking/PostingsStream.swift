internal import Storage

/// The postings of one query term, read forward in windows of documents.
struct PostingsStream {
  /// Documents that are looked at together, a power of two: their scores lie in the first-level caches.
  static let window = 1 << 14

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
  /// Windows come in ascending order; blocks before the window are left out without being decoded.
  mutating func add(
    from first: UInt32, ranking: BM25, norms: Norms, scores: inout [Float]
  ) throws(StorageError) {
    let window = UInt32(scores.count)
    guard try advance(to: first) else { return }
    while true {
      while place < length {
        let document = ids[place]
        let local = document &- first
        if local >= window { return }
        let saturation = ranking.saturation(
          frequency: frequencies[place], length: norms.length(of: document))
        scores[Int(local)] += weight * saturation
        place += 1
      }
      guard try readBlock() else { return }
    }
  }

  /// Adds the documents of a set that have the term to another set.
  ///
  /// From posting to posting, so that a short list costs little in a large segment; blocks that end in
  /// a window without documents of the set are not decoded.
  mutating func insert(
    into found: inout DocumentSet, among set: DocumentSet
  ) throws(StorageError) {
    var next: UInt32 = 0
    while try advance(to: next) {
      let first = ids[place] & ~UInt32(Self.window - 1)
      next = first + UInt32(Self.window)
      if set.isEmpty(from: first, count: Self.window) { continue }
      repeat {
        while place < length, ids[place] < next {
          if set.contains(ids[place]) { found.insert(ids[place]) }
          place += 1
        }
        if place < length { break }
      } while try readBlock()
    }
  }

  /// How often a document has the term; documents are asked for in ascending order.
  ///
  /// - Returns: `nil` when it does not have it.
  mutating func frequency(in document: UInt32) throws(StorageError) -> UInt32? {
    guard try advance(to: document), ids[place] == document else { return nil }
    return frequencies[place]
  }

  /// Moves to the first posting that is not before a document, without decoding blocks that end
  /// before it.
  ///
  /// - Returns: whether there is one.
  private mutating func advance(to document: UInt32) throws(StorageError) -> Bool {
    if case .list(let list) = postings {
      while block < list.blocks, list.lastDocument(ofBlock: block) < document {
        block += 1
        length = 0
        place = 0
      }
    }
    while true {
      while place < length, ids[place] < document { place += 1 }
      if place < length { return true }
      guard try readBlock() else { return false }
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
