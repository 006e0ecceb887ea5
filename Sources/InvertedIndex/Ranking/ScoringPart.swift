internal import Storage

/// One segment and the terms of a query in it.
struct ScoringPart: Sendable {
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

  /// One of several shares of the groups of blocks; all but the last have whole batches.
  func groups(ofShare share: Int, of shares: Int) -> Range<Int> {
    let perBatch = BlockBatch.most / PostingsFormat.blocksPerGroup
    let batches = (groups + perBatch - 1) / perBatch
    let ends = (share...(share + 1)).map { min(groups, batches * $0 / shares * perBatch) }
    return ends[0]..<ends[1]
  }
}
