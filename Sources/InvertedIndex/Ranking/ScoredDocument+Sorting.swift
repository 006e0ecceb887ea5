extension ScoredDocument {
  private static let bucketBits = 11
  /// Fewer are sorted by insertion.
  private static let few = 24

  /// Sorts documents that are ranked by score alone, best first, ties in the order of documents.
  ///
  /// The bits of scores, between the highest and the lowest, are spread over 2,048 buckets; most hold one
  /// document or few.
  /// - Complexity: O(count) where scores are spread; O(count log count) where they are alike.
  static func sortByScore(_ documents: inout [ScoredDocument]) {
    guard documents.count > few else {
      insertionSort(&documents, 0..<documents.count)
      return
    }
    let bits = documents.map { $0.score.bitPattern }
    let highest = bits.max() ?? 0
    let range = highest - (bits.min() ?? 0)
    let shift = UInt32(max(0, UInt32.bitWidth - range.leadingZeroBitCount - bucketBits))
    // Ends of the buckets, the highest scores first; then the places that are next to be filled.
    var places = [Int](repeating: 0, count: 1 << bucketBits + 1)
    for score in bits { places[Int((highest &- score) &>> shift) &+ 1] &+= 1 }
    for bucket in 1..<places.count { places[bucket] &+= places[bucket &- 1] }
    var sorted = documents
    for document in documents {
      let bucket = Int((highest &- document.score.bitPattern) &>> shift)
      sorted[places[bucket]] = document
      places[bucket] &+= 1
    }
    var start = 0
    for end in places where end > start {
      if end - start > few {
        sorted[start..<end].sort { precedes($0, $1) }
      } else if end - start > 1 {
        insertionSort(&sorted, start..<end)
      }
      start = end
    }
    documents = sorted
  }

  @inline(__always)
  private static func insertionSort(_ documents: inout [ScoredDocument], _ range: Range<Int>) {
    for next in range.dropFirst() {
      let document = documents[next]
      var place = next
      while place > range.lowerBound, precedes(document, documents[place &- 1]) {
        documents[place] = documents[place &- 1]
        place &-= 1
      }
      documents[place] = document
    }
  }
}
