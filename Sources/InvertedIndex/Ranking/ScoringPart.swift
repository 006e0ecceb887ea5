internal import Storage

/// One segment and the terms of a query in it.
struct ScoringPart: Sendable {
  let segment: SegmentReader
  let table: SaturationTable
  /// The terms that it has, in the order of the query.
  let terms: [ScoringTerm]
  /// Which documents may be hits; all without one.
  let filter: BlockFilter?
  /// Which blocks may have documents that pass the filter; all without one.
  let possible: PossibleBlocks?

  /// Which of the sixteen blocks of a group may have hits, as far as the filter knows.
  @inline(__always)
  func possibleBlocks(inGroup group: Int) -> UInt64 {
    possible?.blocks(inGroup: group) ?? 0xFFFF
  }

  /// One of several shares of the groups of blocks; all but the last have whole batches.
  func groups(ofShare share: Int, of shares: Int) -> Range<Int> {
    let perBatch = BlockBatch.most / PostingsFormat.blocksPerGroup
    let batches = (groups + perBatch - 1) / perBatch
    let ends = (share...(share + 1)).map { min(groups, batches * $0 / shares * perBatch) }
    return ends[0]..<ends[1]
  }
}
