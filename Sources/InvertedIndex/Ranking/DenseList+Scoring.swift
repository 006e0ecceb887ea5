internal import Storage

extension DenseList {
  /// Adds what the postings of a block count, in units, to the scores of its 64 documents.
  ///
  /// The innermost loop of ranking: a byte of the list, a byte of the length classes, an entry of the
  /// table, a product, a sum.
  ///
  /// Classes and scores are those of the block's documents.
  ///
  /// - Returns: the documents that have the term, a bit each, where they are asked for.
  @inline(__always)
  func score(
    _ block: Int, _ range: (start: Int, end: Int), weight: UInt32, table: SaturationTable,
    entries: UnsafePointer<UInt16>, classes: UnsafePointer<UInt8>,
    scores: UnsafeMutablePointer<UInt16>, tellsDocuments: Bool
  ) throws(ByteCursor.Fault) -> UInt64 {
    var (next, end) = range
    var having: UInt64 = 0
    while next < end {
      // In bounds: the range is one of ``range(ofBlock:)``.
      let posting = unsafe Int(body[next])
      let place = posting & 63
      let value = try unsafe entry(
        of: posting, class: classes[place], at: &next, before: end, block: block, table, entries)
      unsafe scores[place] &+= ScoreUnits.product(value, weight)
      if tellsDocuments { having |= 1 &<< UInt64(truncatingIfNeeded: place) }
    }
    return having
  }

  /// Does the same for the 1,024 documents of a group, without a loop for each block: the postings of
  /// a block are few, so that the end of such a loop is seldom foreseen.
  ///
  /// `bases` has room for the first documents of the blocks of 256 postings.
  ///
  /// - Returns: whether it was done; not for a group with long blocks.
  @inline(__always)
  func score(
    group: Int, weight: UInt32, table: SaturationTable, entries: UnsafePointer<UInt16>,
    classes: UnsafePointer<UInt8>, scores: UnsafeMutablePointer<UInt16>,
    bases: UnsafeMutablePointer<UInt16>
  ) throws(ByteCursor.Fault) -> Bool {
    guard let (sizes, start, end) = try sizes(ofGroup: group) else { return false }
    let room = UnsafeMutableRawPointer(bases)
    var rest = sizes
    var filled = 0
    var base = SIMD8<UInt16>.zero
    for _ in 0..<PostingsFormat.blocksPerGroup {
      // Room for the 14 postings that a block has at most; the next block begins where this one ends.
      unsafe room.storeBytes(of: base, toByteOffset: filled, as: SIMD8<UInt16>.self)
      unsafe room.storeBytes(of: base, toByteOffset: filled &+ 16, as: SIMD8<UInt16>.self)
      filled &+= Int(truncatingIfNeeded: rest & 15) &* 2
      rest &>>= 4
      base &+= 64
    }
    var next = start
    while next < end {
      let posting = unsafe Int(body[next])
      let place = unsafe Int(bases[next &- start]) &+ (posting & 63)
      let block = group &* PostingsFormat.blocksPerGroup &+ place &>> 6
      let value = try unsafe entry(
        of: posting, class: classes[place], at: &next, before: end, block: block, table, entries)
      unsafe scores[place] &+= ScoreUnits.product(value, weight)
    }
    return true
  }

  /// The entry of the table for a posting; moves on to the next one.
  @inline(__always)
  private func entry(
    of posting: Int, class number: UInt8, at next: inout Int, before end: Int, block: Int,
    _ table: SaturationTable, _ entries: UnsafePointer<UInt16>
  ) throws(ByteCursor.Fault) -> UInt16 {
    if posting < Self.rowsInByte &<< 6 {
      next &+= 1
      return unsafe entries[(posting &>> 6) &<< 8 | Int(number)]
    }
    let frequency = try frequency(at: next, before: end, block: block)
    next &+= 2
    return table.value(frequency: frequency, class: number)
  }
}
