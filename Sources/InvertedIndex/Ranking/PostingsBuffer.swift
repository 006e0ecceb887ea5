internal import Storage

/// The postings of a term that is not dense, decoded: found by block through a directory.
struct PostingsBuffer {
  private(set) var ids: [UInt32]
  private(set) var frequencies: [UInt32]
  /// What each posting counts, in units.
  private(set) var values: [UInt16]
  /// The first posting of every run of `2^shift` blocks, and the count behind them.
  private var directory: [UInt32] = []
  private let shift: Int

  /// Postings that a run of blocks has on average.
  private static let postingsPerRun = 4

  init(
    _ postings: TermPostings, weight: UInt32, table: SaturationTable, segment: SegmentReader
  ) throws(StorageError) {
    (ids, frequencies) = try postings.decoded(in: segment)
    values = []
    values.reserveCapacity(ids.count)
    for (document, frequency) in zip(ids, frequencies) {
      let value = table.value(
        frequency: frequency, class: segment.lengthClasses.number(of: document))
      values.append(ScoreUnits.product(value, weight))
    }
    let blocks = PostingsFormat.blocks(documents: segment.info.documents)
    var shift = 0
    while (blocks >> shift) * Self.postingsPerRun > ids.count { shift += 1 }
    self.shift = shift
    directory.reserveCapacity(blocks >> shift + 2)
    for (place, document) in ids.enumerated() {
      while directory.count <= Int(document >> 6) >> shift { directory.append(UInt32(place)) }
    }
    while directory.count <= (blocks >> shift) + 1 { directory.append(UInt32(ids.count)) }
  }

  /// The postings of a block.
  @inline(__always)
  func range(ofBlock block: Int) -> Range<Int> {
    let run = block &>> shift
    var start = Int(directory[run])
    let last = Int(directory[run &+ 1])
    let first = UInt32(truncatingIfNeeded: block) &<< 6
    while start < last, ids[start] < first { start &+= 1 }
    var end = start
    while end < last, ids[end] &- first < 64 { end &+= 1 }
    return start..<end
  }

  /// How often a document has the term.
  func frequency(of document: UInt32) -> UInt32? {
    let run = Int(document &>> 6) &>> shift
    var place = Int(directory[run])
    let end = Int(directory[run &+ 1])
    while place < end, ids[place] < document { place &+= 1 }
    return place < end && ids[place] == document ? frequencies[place] : nil
  }

  /// Calls `body` with every block that has postings, ascending, and its largest value.
  @inline(__always)
  func forEachBlock(_ body: (_ block: Int, _ largest: UInt16) -> Void) {
    var place = 0
    while place < ids.count {
      let block = ids[place] &>> 6
      var largest = values[place]
      place &+= 1
      while place < ids.count, ids[place] &>> 6 == block {
        largest = max(largest, values[place])
        place &+= 1
      }
      body(Int(block), largest)
    }
  }
}
