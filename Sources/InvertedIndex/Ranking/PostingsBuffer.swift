internal import Storage

/// The postings of a term that is not dense, decoded: found by block through a directory.
///
/// Owns its memory and does not change once it is made, so that loops over it pay for no checks: documents
/// ascend and are below the segment's count, since lists are decoded so.
@safe
final class PostingsBuffer: @unchecked Sendable {
  let count: Int
  /// The documents, ascending.
  let ids: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  /// What each posting counts at most, in units.
  private let bounds: UnsafeMutablePointer<UInt16>
  /// Whether it counts just that: its document's own length class was asked for.
  let isExact: Bool
  private let weight: UInt32
  /// The first posting of every run of `2^shift` blocks, and the count behind them.
  private let directory: UnsafeMutablePointer<UInt32>
  private let shift: Int
  /// Which blocks have postings, a bit each: small enough to stay near.
  private let occupied: UnsafeMutablePointer<UInt64>
  /// Where all of these lie.
  private let memory: ScratchMemory

  /// Postings that a run of blocks has on average.
  private static let postingsPerRun = 4

  /// The postings, or those of them that are decoded together with one of a possible block.
  ///
  /// What they count is bounded only, by least classes, where the segment is so large that most of the
  /// classes would be waited for: most postings lie in blocks that are never scored.
  init(
    _ postings: TermPostings, weight: UInt32, table: SaturationTable, segment: SegmentReader,
    possible: PossibleBlocks?, largeSegment: Int
  ) throws(StorageError) {
    let most = postings.documentFrequency
    let room = most + PostingsReader.largestBlock
    let blocks = PostingsFormat.blocks(documents: segment.info.documents)
    let words = blocks >> 6 + 1
    let mostRuns = most / Self.postingsPerRun + 1
    memory = ScratchMemory(byteCount: words * 8 + (2 * room + mostRuns + 1) * 4 + most * 2)
    var offset = 0
    unsafe occupied = memory.room(for: words, UInt64.self, at: &offset)
    unsafe ids = memory.room(for: room, UInt32.self, at: &offset)
    unsafe frequencies = memory.room(for: room, UInt32.self, at: &offset)
    unsafe directory = memory.room(for: mostRuns + 1, UInt32.self, at: &offset)
    unsafe bounds = memory.room(for: most, UInt16.self, at: &offset)
    isExact = segment.info.documents < largeSegment
    self.weight = weight
    count = try unsafe postings.decode(
      in: segment, among: possible, ids: ids, frequencies: frequencies)
    var shift = 0
    while (blocks >> shift) * Self.postingsPerRun > count { shift += 1 }
    self.shift = shift
    unsafe occupied.initialize(repeating: 0, count: words)
    let classes = segment.lengthClasses
    if isExact {
      bound(by: table) { classes.number(of: $0) }
    } else {
      bound(by: table) { classes.leastNumber(near: $0) }
    }
    fillDirectory(runs: blocks >> shift + 1)
  }

  @inline(__always)
  private func bound(by table: SaturationTable, _ number: (_ document: UInt32) -> UInt8) {
    for place in 0..<count {
      let entry = unsafe table.value(
        frequency: frequencies[place], class: number(ids[place]))
      unsafe bounds[place] = ScoreUnits.product(entry, weight)
    }
  }

  /// What a posting counts at most, in units.
  @inline(__always)
  func bound(ofPosting place: Int) -> UInt16 {
    unsafe bounds[place]
  }

  /// What a posting counts, in units, where ``bound(ofPosting:)`` is not exact.
  @inline(__always)
  func value(ofPosting place: Int, _ table: SaturationTable, _ classes: LengthClasses) -> UInt16 {
    let entry = unsafe table.value(
      frequency: frequencies[place], class: classes.number(of: ids[place]))
    return ScoreUnits.product(entry, weight)
  }

  private func fillDirectory(runs: Int) {
    unsafe directory.initialize(repeating: 0, count: runs + 1)
    var word = 0
    var bits: UInt64 = 0
    for place in 0..<count {
      let block = unsafe Int(ids[place] &>> 6)
      if block &>> 6 != word {
        unsafe occupied[word] = bits
        word = block &>> 6
        bits = 0
      }
      bits |= 1 &<< UInt64(block & 63)
      // How many postings there are up to this run, once the last of it has been here.
      unsafe directory[block &>> shift &+ 1] = UInt32(truncatingIfNeeded: place &+ 1)
    }
    unsafe occupied[word] = bits
    var before: UInt32 = 0
    for run in 0...runs {
      unsafe before = max(before, directory[run])
      unsafe directory[run] = before
    }
  }

  /// 1 for a block that has postings, 0 for others.
  @inline(__always)
  func occupancy(ofBlock block: Int) -> Int {
    unsafe Int(truncatingIfNeeded: occupied[block &>> 6] &>> UInt64(block & 63) & 1)
  }

  /// The postings of a block.
  @inline(__always)
  func range(ofBlock block: Int) -> Range<Int> {
    let run = block &>> shift
    var start = unsafe Int(directory[run])
    let last = unsafe Int(directory[run &+ 1])
    let first = UInt32(truncatingIfNeeded: block) &<< 6
    while start < last, unsafe ids[start] < first { start &+= 1 }
    var end = start
    while end < last, unsafe ids[end] &- first < 64 { end &+= 1 }
    return unsafe Range(uncheckedBounds: (start, end))
  }

  /// Sets the bits of the documents of sixteen blocks.
  func insertDocuments(ofGroup group: Int, into blocks: UnsafeMutablePointer<UInt64>) {
    let documents = PostingsFormat.blocksPerGroup &* PostingsFormat.blockSize
    let first = UInt32(truncatingIfNeeded: group &* documents)
    var place = range(ofBlock: group &* PostingsFormat.blocksPerGroup).lowerBound
    while place < count {
      let local = unsafe Int(ids[place] &- first)
      guard local < documents else { return }
      unsafe blocks[local &>> 6] |= 1 &<< UInt64(local & 63)
      place &+= 1
    }
  }

  /// How often a document has the term, 0 when it does not have it.
  @inline(__always)
  func frequency(of document: UInt32) -> UInt32 {
    let block = Int(document &>> 6)
    guard occupancy(ofBlock: block) != 0 else { return 0 }
    let run = block &>> shift
    var place = unsafe Int(directory[run])
    let end = unsafe Int(directory[run &+ 1])
    while place < end, unsafe ids[place] < document { place &+= 1 }
    return unsafe place < end && ids[place] == document ? frequencies[place] : 0
  }

  /// Calls `body` with every block of a range that has postings, ascending, and its largest bound.
  @inline(__always)
  func forEachBlock(
    in blocks: Range<Int>, _ body: (_ block: Int, _ largest: UInt16) -> Void
  ) {
    var place = range(ofBlock: blocks.lowerBound).lowerBound
    let end = range(ofBlock: blocks.upperBound).lowerBound
    while place < end {
      let block = unsafe ids[place] &>> 6
      var largest = unsafe bounds[place]
      place &+= 1
      while place < end, unsafe ids[place] &>> 6 == block {
        unsafe largest = max(largest, bounds[place])
        place &+= 1
      }
      body(Int(block), largest)
    }
  }
}
