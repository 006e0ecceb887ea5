internal import Storage

/// How many documents have one of the terms, all of those that they must have, and are in the sets.
struct MatchCount {
  private(set) var matches = 0
  private(set) var isEstimated = false

  /// Counts where the terms have so many postings at most, else estimates.
  ///
  /// - Complexity: O(postings + documents / 64) where it counts.
  init(
    _ snapshot: IndexSnapshot, terms: QueryPostings, required: Set<Int>, sets: [DocumentSet]?,
    mostCounted: Int
  ) throws(StorageError) {
    let postings = terms.weights.indices.reduce(0) { $0 + terms.documentFrequency(of: $1) }
    guard postings <= mostCounted else {
      isEstimated = true
      estimate(terms, required: required, documents: snapshot.documents, sets: sets)
      return
    }
    for (place, segment) in snapshot.segments.enumerated() {
      let all =
        sets?[place] ?? DocumentSet(documents: segment.info.documents, isFull: true)
      var among = all
      for term in required {
        among = try Self.having(terms.found[place][term], among: among, segment)
      }
      if required.isEmpty {
        var found = DocumentSet(documents: segment.info.documents)
        for postings in terms.found[place] {
          found.formUnion(try Self.having(postings, among: all, segment))
        }
        among = found
      }
      matches += among.count
    }
  }

  private static func having(
    _ postings: TermPostings?, among set: DocumentSet, _ segment: SegmentReader
  ) throws(StorageError) -> DocumentSet {
    var found = DocumentSet(documents: segment.info.documents)
    guard let postings else { return found }
    var stream = PostingsStream(postings, weight: 0, segment: segment)
    try stream.insert(into: &found, among: set)
    return found
  }

  /// As if terms were independent of one another and of the sets.
  private mutating func estimate(
    _ terms: QueryPostings, required: Set<Int>, documents: Int, sets: [DocumentSet]?
  ) {
    let all = Double(max(documents, 1))
    let shares = terms.weights.indices.map { Double(terms.documentFrequency(of: $0)) / all }
    let share =
      required.isEmpty
      ? 1 - shares.reduce(1) { $0 * (1 - $1) } : required.reduce(1) { $0 * shares[$1] }
    let most = sets.map { Double($0.reduce(0) { $0 + $1.count }) } ?? all
    matches = Int((share * most).rounded())
  }
}
