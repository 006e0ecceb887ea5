/// A set of documents of one segment: a bit for each.
package struct DocumentSet: Equatable, Sendable {
  /// Documents of a word of bits.
  static let documentsPerWord = 64

  /// How many documents the segment has.
  package let documents: Int
  private var words: [UInt64]

  /// No document of a segment, or all of them.
  package init(documents: Int, isFull: Bool = false) {
    self.documents = documents
    let count = (documents + Self.documentsPerWord - 1) / Self.documentsPerWord
    words = Array(repeating: isFull ? .max : 0, count: count)
    if isFull { clearBehindTheLast() }
  }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// How many documents are in it.
  ///
  /// - Complexity: O(documents / 64), as that of the operations on whole sets.
  package var count: Int { words.reduce(0) { $0 &+ $1.nonzeroBitCount } }

  @inline(__always)
  package func contains(_ document: UInt32) -> Bool {
    words[Int(document &>> 6)] &>> UInt64(document & 63) & 1 != 0
  }

  /// The bits of 64 documents, those of a block.
  @inline(__always)
  func word(_ block: Int) -> UInt64 { words[block] }

  /// Which of 64 words, the first a multiple of 64, have documents, a bit each.
  func wordsNotEmpty(inRun run: Int) -> UInt64 {
    let first = run &* Self.documentsPerWord
    var found: UInt64 = 0
    for index in first..<min(words.count, first &+ Self.documentsPerWord) {
      found |= (words[index] == 0 ? 0 : 1) &<< UInt64(index &- first)
    }
    return found
  }

  @inline(__always)
  package mutating func insert(_ document: UInt32) {
    words[Int(document &>> 6)] |= 1 &<< UInt64(document & 63)
  }

  /// Adds documents of a block of 64, a bit each; those behind the last one are left out.
  mutating func insert(_ documents: UInt64, inBlock block: Int) {
    words[block] |= documents
    if block == words.count - 1 { clearBehindTheLast() }
  }

  /// Adds documents that follow one another.
  mutating func insert(_ range: Range<UInt32>) {
    guard let last = range.last else { return }
    let (first, end) = (Int(range.lowerBound &>> 6), Int(last &>> 6))
    for word in first...end {
      var bits = UInt64.max
      if word == first { bits &= .max &<< UInt64(range.lowerBound & 63) }
      if word == end { bits &= .max &>> UInt64(63 - last & 63) }
      words[word] |= bits
    }
  }

  mutating func formUnion(_ other: DocumentSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: DocumentSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func subtract(_ other: DocumentSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The same without what is in another set.
  func subtracting(_ other: DocumentSet) -> DocumentSet {
    var rest = self
    rest.subtract(other)
    return rest
  }

  /// The same with what is in another set.
  package func union(_ other: DocumentSet) -> DocumentSet {
    var joined = self
    joined.formUnion(other)
    return joined
  }

  /// Those documents that `accepts` says of, block by block of 64, as bits.
  ///
  /// Blocks without documents of the set are not asked for.
  func filtered<Failure: Error>(
    _ accepts: (_ block: Int) throws(Failure) -> UInt64
  ) throws(Failure) -> DocumentSet {
    var kept = self
    for block in words.indices where words[block] != 0 { kept.words[block] &= try accepts(block) }
    return kept
  }

  /// The set cut into so many parts at most, each of about as many documents that follow one another.
  ///
  /// - Complexity: O(documents / 64) for each part.
  func parts(_ most: Int) -> [DocumentSet] {
    let size = max(1, (count + most - 1) / most)
    var parts: [DocumentSet] = []
    var part = DocumentSet(documents: documents)
    var filled = 0
    for index in words.indices where words[index] != 0 {
      part.words[index] = words[index]
      filled += words[index].nonzeroBitCount
      if filled >= size {
        parts.append(part)
        part = DocumentSet(documents: documents)
        filled = 0
      }
    }
    return filled > 0 ? parts + [part] : parts
  }

  /// Whether none of the documents of a window is in it; both ends are multiples of 64, or the end
  /// that of the segment.
  func isEmpty(from first: UInt32, count: Int) -> Bool {
    let start = Int(first) / Self.documentsPerWord
    let end = min(words.count, start + count / Self.documentsPerWord)
    return words[start..<end].allSatisfy { $0 == 0 }
  }

  /// Calls `body` with every document in ascending order.
  package func forEach<Failure: Error>(
    _ body: (UInt32) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachWord { (first, bits) throws(Failure) in
      var bits = bits
      while bits != 0 {
        try body(first &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
  }

  /// Calls `body` with every document of a window in ascending order; both ends are multiples of 64, or
  /// the end that of the segment.
  @inline(__always)
  func forEach(from first: UInt32, count: Int, _ body: (UInt32) -> Void) {
    let start = Int(first) / Self.documentsPerWord
    for index in start..<min(words.count, start + count / Self.documentsPerWord) {
      var bits = words[index]
      while bits != 0 {
        let place = index &* Self.documentsPerWord &+ bits.trailingZeroBitCount
        body(UInt32(truncatingIfNeeded: place))
        bits &= bits &- 1
      }
    }
  }

  /// Calls `body` with every word that is not empty: its first document and its bits.
  func forEachWord<Failure: Error>(
    _ body: (_ first: UInt32, _ bits: UInt64) throws(Failure) -> Void
  ) throws(Failure) {
    for index in words.indices where words[index] != 0 {
      try body(UInt32(truncatingIfNeeded: index &* Self.documentsPerWord), words[index])
    }
  }

  private mutating func clearBehindTheLast() {
    let rest = documents % Self.documentsPerWord
    if rest > 0 { words[words.count - 1] &= .max &>> UInt64(Self.documentsPerWord - rest) }
  }
}
