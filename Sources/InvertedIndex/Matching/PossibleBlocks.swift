/// Which blocks of a segment may have documents that pass a filter, as far as it knows beforehand.
struct PossibleBlocks: Sendable {
  /// A bit for each block, by runs of 64 of them.
  private let runs: [UInt64]

  init(_ filter: BlockFilter, blocks: Int) {
    let width = BlockFilter.blocksPerRun
    runs = (0..<(blocks + width - 1) / width).map { filter.blocks(inRun: $0) }
  }

  @inline(__always)
  func contains(_ block: Int) -> Bool {
    runs[block / BlockFilter.blocksPerRun] &>> UInt64(block % BlockFilter.blocksPerRun) & 1 != 0
  }

  /// Those of the sixteen blocks of a group, a bit each.
  @inline(__always)
  func blocks(inGroup group: Int) -> UInt64 {
    let perGroup = PostingsFormat.blocksPerGroup
    let perRun = BlockFilter.blocksPerRun / perGroup
    return runs[group / perRun] &>> UInt64(group % perRun &* perGroup) & 0xFFFF
  }

  /// Whether one of the blocks from that of one document to that of another is among them; yes where
  /// there are no such documents, so that whoever reads them finds the damage.
  ///
  /// - Complexity: O(documents / 4,096).
  func contains(from first: UInt32, through last: UInt32) -> Bool {
    let width = BlockFilter.blocksPerRun
    let (first, last) = (
      Int(first) / PostingsFormat.blockSize, Int(last) / PostingsFormat.blockSize
    )
    guard first <= last, last / width < runs.count else { return true }
    for run in (first / width)...(last / width) {
      var wanted = UInt64.max
      if run == first / width { wanted &= .max &<< UInt64(first % width) }
      if run == last / width { wanted &= .max &>> UInt64(width - 1 - last % width) }
      if runs[run] & wanted != 0 { return true }
    }
    return false
  }
}
