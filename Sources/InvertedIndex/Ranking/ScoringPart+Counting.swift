internal import Storage

/// All hits: where they are, and how many, or how many of an even sample of groups of blocks.
extension ScoringPart {
  private static let blocksPerGroup = PostingsFormat.blocksPerGroup

  /// How many groups of blocks the segment has.
  var groups: Int {
    PostingsFormat.groups(blocks: PostingsFormat.blocks(documents: segment.info.documents))
  }

  /// All hits.
  func hits() throws(StorageError) -> DocumentSet {
    var hits = DocumentSet(documents: segment.info.documents)
    if !terms.isEmpty { try forEachBlock { hits.insert($1, inBlock: $0) } }
    return hits
  }

  /// How many hits every so-manieth group has.
  func count(everyGroup step: Int) throws(StorageError) -> Int {
    var count = 0
    try forEachBlock(everyGroup: step) { count += $1.nonzeroBitCount }
    return count
  }

  /// How many times as many documents the segment has as every so-manieth group.
  func scale(everyGroup step: Int) -> Double {
    let width = PostingsFormat.blockSize * Self.blocksPerGroup
    let sampled = stride(from: 0, to: groups, by: step).reduce(0) { sum, group in
      sum + min(width, segment.info.documents - group * width)
    }
    return Double(segment.info.documents) / Double(max(sampled, 1))
  }

  /// About how many postings must be looked at to count all hits.
  var postingsToCount: Int {
    let wanted = filter == nil ? groups : (0..<groups).count { possibleBlocks(inGroup: $0) != 0 }
    let share = Double(wanted) / Double(max(groups, 1))
    return deciding.reduce(0) { sum, term in
      if case .dense = term.postings {
        sum + Int(Double(term.count) * share)
      } else {
        sum + term.count
      }
    }
  }

  /// Calls `body` with the documents of a block, a bit each, that have one of the terms, all that they
  /// must have, and pass the filter, for every block with such of every so-manieth group.
  ///
  /// - Complexity: O(postings of these groups and of all terms that are not dense).
  func forEachBlock(
    everyGroup step: Int = 1, _ body: (_ block: Int, _ hits: UInt64) -> Void
  ) throws(StorageError) {
    let terms = deciding
    let mustHaveAll = terms.contains { $0.isRequired }
    var cursors = [Int](repeating: 0, count: terms.count)
    var found = [UInt64](repeating: 0, count: Self.blocksPerGroup)
    var having = found
    for group in stride(from: 0, to: groups, by: step) {
      let wanted = possibleBlocks(inGroup: group)
      if wanted == 0 { continue }
      for block in found.indices { found[block] = mustHaveAll ? .max : 0 }
      try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in
        for place in terms.indices {
          guard mustHaveAll else {
            try terms[place].insertDocuments(ofGroup: group, into: &found, from: &cursors[place])
            continue
          }
          for block in having.indices { having[block] = 0 }
          try terms[place].insertDocuments(ofGroup: group, into: &having, from: &cursors[place])
          for block in found.indices { found[block] &= having[block] }
        }
      }
      for place in found.indices where found[place] != 0 && wanted &>> UInt64(place) & 1 != 0 {
        let block = group * Self.blocksPerGroup + place
        let hits = try filter?.documents(inBlock: block, among: found[place]) ?? found[place]
        if hits != 0 { body(block, hits) }
      }
    }
  }

  /// The terms that decide whether a document is a hit.
  private var deciding: [ScoringTerm] {
    let required = terms.filter(\.isRequired)
    return required.isEmpty ? terms : required
  }
}
