internal import Storage

/// Sums of frequencies over many lists of a segment, by document.
///
/// Dense lists are added a group of 1,024 documents at a time, all lists to one group before the next, so
/// that the sums stay near; the others are decoded whole and scattered.
///
/// Owns its memory, so that the loops pay for no checks: decoded documents are below the segment's
/// count, and those of a dense list are taken from groups that the sums have room for.
@safe
struct ListUnion: ~Copyable {
  private let documents: Int
  /// Filled up to whole groups.
  private let sums: UnsafeMutablePointer<UInt16>
  private var dense: [DenseList] = []
  private var ids: [UInt32] = []
  private var frequencies: [UInt32] = []

  private static let documentsPerGroup =
    PostingsFormat.blocksPerGroup * PostingsFormat.blockSize

  init(documents: Int) {
    self.documents = documents
    let groups = PostingsFormat.groups(blocks: PostingsFormat.blocks(documents: documents))
    unsafe sums = .allocate(capacity: groups * Self.documentsPerGroup)
    unsafe sums.initialize(repeating: 0, count: groups * Self.documentsPerGroup)
  }

  deinit {
    unsafe sums.deallocate()
  }

  /// Adds a list; a dense one when all are there.
  mutating func add(_ list: PostingsReader) throws(ByteCursor.Fault) {
    if case .dense(let list) = list.form {
      dense.append(list)
      return
    }
    let room = list.count + PostingsReader.largestBlock
    if ids.count < room {
      ids = [UInt32](repeating: 0, count: room)
      frequencies = ids
    }
    try unsafe list.decode(ids: &ids, frequencies: &frequencies)
    unsafe ids.withUnsafeBufferPointer { ids in
      unsafe frequencies.withUnsafeBufferPointer { frequencies in
        for place in 0..<list.count {
          unsafe add(frequencies[place], to: Int(ids[place]))
        }
      }
    }
  }

  @inline(__always)
  private func add(_ frequency: UInt32, to document: Int) {
    let sum = unsafe UInt32(sums[document]) &+ min(frequency, UInt32(UInt16.max))
    unsafe sums[document] = UInt16(clamping: sum)
  }

  /// Adds the dense lists.
  mutating func addDenseLists() throws(ByteCursor.Fault) {
    guard let groups = dense.first?.groups else { return }
    for group in 0..<groups {
      for list in dense {
        try list.forEachPosting(inGroup: group) { place, frequency in
          add(frequency, to: group &* Self.documentsPerGroup &+ place)
        }
      }
    }
    dense = []
  }

  /// The documents that have a sum here or there, and the larger of the two.
  func postings(with other: borrowing ListUnion) -> (ids: [UInt32], frequencies: [UInt32]) {
    var frequencies: [UInt32] = []
    // Room for all: memory that is never written to costs nothing.
    let ids = unsafe [UInt32](unsafeUninitializedCapacity: documents + 1) { ids, found in
      unsafe frequencies = [UInt32](unsafeUninitializedCapacity: documents + 1) { counts, count in
        for document in 0..<documents {
          // Written in any case and counted or not: there is no branch to be foreseen.
          let sum = unsafe max(sums[document], other.sums[document])
          unsafe ids[count] = UInt32(truncatingIfNeeded: document)
          unsafe counts[count] = UInt32(sum)
          count &+= sum == 0 ? 0 : 1
        }
        found = count
      }
    }
    return (ids, frequencies)
  }
}
