package import Storage

/// Scores every document that has a query term, a window of documents at a time.
///
/// The plain way, term at a time into an array of scores: obviously right, and the measure for
/// every faster one. Scores are sums of `Float` in the order of the query's terms.
package struct ExhaustiveScorer {
  /// Which documents count as hits.
  package enum Mode: Sendable {
    /// Those with at least one term.
    case any
    /// Those with every term.
    case all
  }

  package struct Result: Sendable {
    /// The best documents, best first.
    package let top: [ScoredDocument]
    /// How many documents match in all.
    package let matches: Int
  }

  /// Documents of a window: the scores of one lie in the first-level caches.
  private static let window = 1 << 14

  let snapshot: IndexSnapshot
  let ranking: BM25

  package init(_ snapshot: IndexSnapshot) {
    self.snapshot = snapshot
    ranking = BM25(documents: snapshot.documents, totalLength: snapshot.totalLength)
  }

  /// The best documents for distinct terms, ties in the order of documents.
  ///
  /// With `isAllowed`, only documents of the kinds that it accepts count.
  ///
  /// - Complexity: O(sum of document frequencies + documents).
  package func search(
    _ terms: [QueryTerm], limit: Int, mode: Mode = .any, isAllowed: ((UInt8) -> Bool)? = nil
  ) throws(StorageError) -> Result {
    var found: [[TermPostings?]] = []
    for segment in snapshot.segments {
      var postings: [TermPostings?] = []
      for term in terms { postings.append(try TermPostings.find(term, in: segment)) }
      found.append(postings)
    }
    let weights = terms.indices.map { term in
      ranking.weight(
        documentFrequency: found.reduce(0) { $0 + ($1[term]?.documentFrequency ?? 0) },
        boost: terms[term].boost)
    }
    var top = TopDocuments(limit: limit)
    var matches = 0
    let allowed = isAllowed.map { isAllowed in (0..<UInt8(128)).map(isAllowed) }
    for (index, segment) in snapshot.segments.enumerated() {
      let postings = found[index]
      if mode == .all, postings.contains(where: { $0 == nil }) { continue }
      var streams: [PostingsStream] = []
      for (term, postings) in postings.enumerated() {
        if let postings {
          streams.append(PostingsStream(postings, weight: weights[term], segment: segment))
        }
      }
      matches += try score(
        segment, index, &streams, needed: mode == .all ? terms.count : 1, allowed: allowed,
        top: &top)
    }
    return Result(top: top.finish(), matches: matches)
  }

  /// - Returns: how many documents of the segment match.
  private func score(
    _ segment: SegmentReader, _ index: Int, _ streams: inout [PostingsStream], needed: Int,
    allowed: [Bool]?, top: inout TopDocuments
  ) throws(StorageError) -> Int {
    guard !streams.isEmpty else { return 0 }
    var scores = [Float](repeating: 0, count: Self.window)
    var counts = [UInt16](repeating: 0, count: needed > 1 ? Self.window : 0)
    var matches = 0
    var first: UInt32 = 0
    while Int(first) < segment.info.documents {
      for stream in streams.indices {
        try streams[stream].add(
          from: first, ranking: ranking, norms: segment.norms, scores: &scores,
          counts: &counts)
      }
      for place in scores.indices where scores[place] > 0 {
        let document = first + UInt32(place)
        let isMatch =
          (needed == 1 || Int(counts[place]) == needed)
          && (allowed?[Int(segment.kind(of: document))] ?? true)
        if isMatch {
          matches += 1
          top.insert(document, segment: index, score: scores[place])
        }
        scores[place] = 0
      }
      for place in counts.indices { counts[place] = 0 }
      first += UInt32(Self.window)
    }
    return matches
  }
}
