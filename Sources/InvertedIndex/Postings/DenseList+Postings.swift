internal import Storage

/// The postings in the bytes of the blocks.
extension DenseList {
  /// Frequencies that the byte of a posting holds.
  static let rowsInByte = 3

  /// Calls `visit` with every posting of a block, whose range is one of ``range(ofBlock:)`` or
  /// ``forEachBlock(inGroup:_:)``: its place among the 64 documents, its frequency.
  @inline(__always)
  func forEachPosting(
    in range: (start: Int, end: Int), ofBlock block: Int,
    _ visit: (_ place: UInt32, _ frequency: UInt32) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    var (next, end) = range
    while next < end {
      // In bounds: the end was compared when the range was made.
      let posting = unsafe UInt32(body[next])
      var frequency = posting &>> 6 &+ 1
      if frequency > Self.rowsInByte {
        frequency = try self.frequency(at: next, before: end, block: block)
        next &+= 1
      }
      next &+= 1
      try visit(posting & 63, frequency)
    }
  }

  /// Calls `body` with every block of a group and where its bytes lie.
  ///
  /// In a group without long blocks they lie one behind the other.
  @inline(__always)
  func forEachBlock(
    inGroup group: Int,
    _ body: (_ block: Int, _ range: (start: Int, end: Int)) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    let first = group &* PostingsFormat.blocksPerGroup
    let packed = try sizes(ofGroup: group)
    var sizes = packed?.sizes ?? 0
    var start = packed?.start ?? 0
    for block in first..<min(blocks, first &+ PostingsFormat.blocksPerGroup) {
      let end = start &+ Int(truncatingIfNeeded: sizes & 15)
      try body(block, packed == nil ? range(ofBlock: block) : (start, end))
      start = end
      sizes &>>= 4
    }
  }

  /// Calls `visit` with every posting of a group: its place among the 1,024 documents, its frequency.
  @inline(__always)
  func forEachPosting(
    inGroup group: Int,
    _ visit: (_ place: Int, _ frequency: UInt32) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    if bounds(ofGroup: group) == 0 { return }
    let first = group &* PostingsFormat.blocksPerGroup
    try forEachBlock(inGroup: group) { (block, range) throws(ByteCursor.Fault) in
      let base = (block &- first) &* PostingsFormat.blockSize
      try forEachPosting(in: range, ofBlock: block) {
        (place, frequency) throws(ByteCursor.Fault) in
        try visit(base &+ Int(place), frequency)
      }
    }
  }

  /// The documents of a block that have the term, a bit each.
  func documents(ofBlock block: Int) throws(ByteCursor.Fault) -> UInt64 {
    let (start, end) = try range(ofBlock: block)
    return documents(from: start, to: end)
  }

  /// Sets the bits of the documents that have the term in the sixteen blocks of a group.
  @inline(__always)
  func insertDocuments(
    ofGroup group: Int, into output: UnsafeMutablePointer<UInt64>
  ) throws(ByteCursor.Fault) {
    if bounds(ofGroup: group) == 0 { return }
    let first = group &* PostingsFormat.blocksPerGroup
    try forEachBlock(inGroup: group) { block, range in
      unsafe output[block &- first] |= documents(from: range.start, to: range.end)
    }
  }

  /// The documents of the postings in bytes of a block, a bit each.
  @inline(__always)
  private func documents(from start: Int, to end: Int) -> UInt64 {
    var documents: UInt64 = 0
    var next = start
    while next < end {
      let posting = unsafe UInt64(body[next])
      documents |= 1 &<< (posting & 63)
      next &+= posting < Self.rowsInByte &<< 6 ? 1 : 2
    }
    return documents
  }

  /// The frequency of a posting of two bytes.
  @inline(__always)
  func frequency(
    at place: Int, before end: Int, block: Int
  ) throws(ByteCursor.Fault) -> UInt32 {
    guard place &+ 1 < end else { throw .malformed }
    let more = unsafe UInt32(body[place &+ 1])
    if more < 255 { return more &+ UInt32(Self.rowsInByte) &+ 1 }
    return try unsafe escapedFrequency(block, UInt32(body[place] & 63))
  }

  /// How often a document has the term, where its block does not say so.
  ///
  /// - Complexity: O(log escapes).
  @inline(never)
  private func escapedFrequency(
    _ block: Int, _ place: UInt32
  ) throws(ByteCursor.Fault) -> UInt32 {
    let document = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize) &+ place
    var low = 0
    var high = unsafe escapes.count / Self.escapeSize
    while low < high {
      let middle = (low + high) / 2
      let entry = middle * Self.escapeSize
      let found = unsafe UInt32(
        littleEndian: escapes.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
      if found == document {
        return unsafe UInt32(
          littleEndian: escapes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self))
      }
      if found < document { low = middle + 1 } else { high = middle }
    }
    throw .malformed
  }

  /// How often a document has the term; `nil` when it does not have it.
  ///
  /// Postings are compared eight at a time as long as their frequencies are of one byte.
  func frequency(of document: UInt32) throws(ByteCursor.Fault) -> UInt32? {
    let block = Int(document &>> 6)
    let (start, end) = try range(ofBlock: block)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let place = UInt64(document & 63) &* ones
    var next = start
    while next < end, unsafe next &+ 8 <= body.count {
      let postings = unsafe UInt64(
        littleEndian: body.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      let inBlock = UInt64.max &>> UInt64(64 &- 8 &* min(end &- next, 8))
      // Frequencies of 4 and more have both high bits.
      guard postings & (postings &<< 1) & (ones &<< 7) & inBlock == 0 else { break }
      // A place that is equal gives zero; only then the sum does not reach the high bit.
      let others = ((postings ^ place) & (ones &* 63)) &+ ones &* 127
      let equal = ~others & (ones &<< 7) & inBlock
      if equal != 0 {
        let shift = UInt64(equal.trailingZeroBitCount &- 7)
        return UInt32(truncatingIfNeeded: (postings &>> shift) & 255) &>> 6 &+ 1
      }
      next &+= 8
    }
    while next < end {
      let posting = unsafe UInt32(body[next])
      let isLong = posting >= Self.rowsInByte &<< 6
      if posting & 63 == document & 63 {
        return isLong
          ? try frequency(at: next, before: end, block: block) : posting &>> 6 &+ 1
      }
      next &+= isLong ? 2 : 1
    }
    return nil
  }

  /// Decodes a group of blocks into buffers for 1,024 postings.
  ///
  /// - Returns: how many postings they have, every document below the segment's count.
  func decode(
    group: Int, ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    var length = 0
    try forEachBlock(inGroup: group) { (block, range) throws(ByteCursor.Fault) in
      let base = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize)
      try forEachPosting(in: range, ofBlock: block) {
        (place, frequency) throws(ByteCursor.Fault) in
        guard base &+ place < documents, length < PostingsReader.largestBlock else {
          throw .malformed
        }
        unsafe ids[length] = base &+ place
        unsafe frequencies[length] = frequency
        length &+= 1
      }
    }
    return length
  }
}
