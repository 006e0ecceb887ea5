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
    if !terms.isEmpty {
      try forEachBlock(everyGroup: 1, of: 0..<groups) { hits.insert($1, inBlock: $0) }
    }
    return hits
  }

  /// How many hits every so-manieth group of some has.
  func count(everyGroup step: Int, of groups: Range<Int>) throws(StorageError) -> Int {
    var count = 0
    guard filter == nil else {
      try forEachBlock(everyGroup: step, of: groups) { count += $1.nonzeroBitCount }
      return count
    }
    try unsafe forEachWindow(everyGroup: step, of: groups) { groups, found in
      // A loop without a branch is done several blocks at once.
      for block in 0..<(groups.count &* Self.blocksPerGroup) {
        count &+= unsafe found[block].nonzeroBitCount
      }
    }
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
    return deciding.terms.reduce(0) { $0 + Int(Double($1.count) * share) }
  }

  /// Groups that are looked at together.
  private static let window = 64

  /// Calls `body` with the documents of a block, a bit each, that have one of the terms, all that they
  /// must have, and pass the filter, for every block with such of every so-manieth group of some.
  ///
  /// - Complexity: O(postings of these groups).
  func forEachBlock(
    everyGroup step: Int, of groups: Range<Int>, _ body: (_ block: Int, _ hits: UInt64) -> Void
  ) throws(StorageError) {
    try unsafe forEachWindow(everyGroup: step, of: groups) { (groups, found) throws(StorageError) in
      for (place, group) in groups.enumerated() {
        let possible = possibleBlocks(inGroup: group)
        for local in 0..<Self.blocksPerGroup where possible &>> UInt64(local) & 1 != 0 {
          let hits = unsafe found[place &* Self.blocksPerGroup &+ local]
          if hits == 0 { continue }
          let block = group &* Self.blocksPerGroup &+ local
          let passing = try filter?.documents(inBlock: block, among: hits) ?? hits
          if passing != 0 { body(block, passing) }
        }
      }
    }
  }

  /// Calls `body` with some at a time of every so-manieth group that may have hits, and for each of their
  /// blocks the documents that have one of the terms, all that they must have.
  @inline(__always)
  private func forEachWindow(
    everyGroup step: Int, of groups: Range<Int>,
    _ body: (
      _ groups: ArraySlice<Int>, _ found: UnsafePointer<UInt64>
    ) throws(StorageError) -> Void
  ) throws(StorageError) {
    let first = (groups.lowerBound + step - 1) / step * step
    let wanted = stride(from: first, to: groups.upperBound, by: step).filter {
      possibleBlocks(inGroup: $0) != 0
    }
    let deciding = deciding
    let found = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.window * Self.blocksPerGroup)
    defer { unsafe found.deallocate() }
    for first in stride(from: 0, to: wanted.count, by: Self.window) {
      let groups = wanted[first..<min(wanted.count, first + Self.window)]
      try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in
        try unsafe Self.find(deciding.terms, all: deciding.areRequired, inGroups: groups, found)
      }
      try unsafe body(groups, UnsafePointer(found))
    }
  }

  /// Finds the documents that have one of some terms, or all of them, in sixteen blocks a group.
  private static func find(
    _ terms: [ScoringTerm], all: Bool, inGroups groups: ArraySlice<Int>,
    _ found: UnsafeMutablePointer<UInt64>
  ) throws(ByteCursor.Fault) {
    let count = groups.count * blocksPerGroup
    unsafe found.update(repeating: 0, count: count)
    for (place, term) in terms.enumerated() {
      guard all, place > 0 else {
        try unsafe term.insertDocuments(ofGroups: groups, into: found)
        continue
      }
      var having = [UInt64](repeating: 0, count: count)
      try unsafe term.insertDocuments(ofGroups: groups, into: &having)
      for block in 0..<count { unsafe found[block] &= having[block] }
    }
  }

  /// The terms that decide whether a document is a hit, and whether it must have all of them.
  private var deciding: (terms: [ScoringTerm], areRequired: Bool) {
    let required = terms.filter(\.isRequired)
    return required.isEmpty ? (terms, false) : (required, true)
  }
}
