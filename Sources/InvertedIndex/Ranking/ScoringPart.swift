internal import Storage

/// One segment and the terms of a query in it.
struct ScoringPart {
  let segment: SegmentReader
  let table: SaturationTable
  /// The terms that it has, in the order of the query.
  let terms: [ScoringTerm]
  /// By how much true values may exceed those that impact codes were made of.
  let inflation: Float
  let set: DocumentSet?

  /// A term at a time, so that what one document waits for does not keep the next one waiting.
  func exactScores(
    of documents: [UInt32], ranking: BM25
  ) throws(ByteCursor.Fault) -> [Float] {
    var scores = [Float](repeating: 0, count: documents.count)
    for term in terms {
      for (place, document) in documents.enumerated() {
        guard let frequency = try term.frequency(of: document) else { continue }
        scores[place] +=
          term.exactWeight
          * ranking.saturation(
            frequency: frequency, length: segment.norms.length(of: document))
      }
    }
    return scores
  }

  /// How many documents have one of the terms, all that they must have, and are in the set.
  ///
  /// - Complexity: O(postings + documents / 64).
  func count() throws(ByteCursor.Fault) -> Int {
    let blocks = PostingsFormat.blocks(documents: segment.info.documents)
    var found = [UInt64](repeating: 0, count: blocks)
    let required = terms.filter(\.isRequired)
    if required.isEmpty {
      for term in terms { try term.forEachBlock { found[$0] |= $1 } }
    } else {
      for block in found.indices { found[block] = .max }
      for term in required {
        var having = [UInt64](repeating: 0, count: blocks)
        try term.forEachBlock { having[$0] = $1 }
        for block in found.indices { found[block] &= having[block] }
      }
    }
    return found.indices.reduce(0) { count, block in
      count + (found[block] & (set?.word(block) ?? .max)).nonzeroBitCount
    }
  }
}
