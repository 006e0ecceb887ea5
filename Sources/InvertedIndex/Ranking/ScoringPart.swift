internal import Storage

/// One segment and the terms of a query in it.
struct ScoringPart {
  let segment: SegmentReader
  let table: SaturationTable
  /// The terms that it has, in the order of the query.
  let terms: [ScoringTerm]
  /// Which documents may be hits; all without one.
  let filter: BlockFilter?
  /// For each run of 64 blocks which of them may have documents that pass the filter, a bit each.
  let possibleBlocks: [UInt64]?

  init(
    segment: SegmentReader, table: SaturationTable, terms: [ScoringTerm], filter: BlockFilter?
  ) {
    self.segment = segment
    self.table = table
    self.terms = terms
    self.filter = filter
    let width = BlockFilter.blocksPerRun
    let blocks = PostingsFormat.blocks(documents: segment.info.documents)
    possibleBlocks = filter.map { filter in
      (0..<(blocks + width - 1) / width).map { filter.blocks(inRun: $0) }
    }
  }

  /// Which of the sixteen blocks of a group may have hits, as far as the filter knows.
  @inline(__always)
  func possibleBlocks(inGroup group: Int) -> UInt64 {
    guard let possibleBlocks else { return 0xFFFF }
    let perGroup = PostingsFormat.blocksPerGroup
    let perRun = BlockFilter.blocksPerRun / perGroup
    return possibleBlocks[group / perRun] &>> UInt64(group % perRun &* perGroup) & 0xFFFF
  }
}
