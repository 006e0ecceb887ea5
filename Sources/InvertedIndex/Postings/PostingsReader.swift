internal import Storage

/// One postings list, whatever its form, read block by block.
///
/// The twin of ``PostingsWriter``; see FileFormat.md, "Postings". All bytes are checked as they are
/// read: damaged ones throw, none is read outside the list.
@safe
struct PostingsReader: @unchecked Sendable {
  /// Buffers given to `decode` hold so many postings.
  static let largestBlock = PostingsFormat.blockSize * PostingsFormat.blocksPerGroup

  @safe
  enum Form {
    case single(document: UInt32, frequency: UInt32)
    case short(UnsafeRawBufferPointer)
    case intermediate(UnsafeRawBufferPointer)
    case rare(RareList)
    case dense(DenseList)
  }

  let count: Int
  let form: Form
  private let documents: Int
  private let impacts: UnsafeRawBufferPointer

  /// The impacts at ranks 10, 100 and 1000, rounded down; none for a short list.
  var notedImpacts: [UInt8] { unsafe Array(impacts) }

  /// An impact, rounded down, that so many postings reach; nil where none is noted.
  func bestImpact(atRank rank: Int) -> UInt8? {
    PostingsFormat.impactRanks.firstIndex { $0 >= rank }.flatMap { place in
      unsafe place < impacts.count ? impacts[place] : nil
    }
  }

  /// A list in the bytes that the dictionary names, none for a single posting.
  ///
  /// `sectionOffset`, where they begin in their section, says how they are aligned.
  init(
    _ info: TermInfo, list: UnsafeRawBufferPointer, sectionOffset: Int, documents: Int,
    form segmentForm: SegmentForm = .finished
  ) throws(ByteCursor.Fault) {
    count = Int(info.documentFrequency)
    self.documents = documents
    guard count <= documents else { throw .malformed }
    if case .single(let document, let frequency) = info.location {
      guard document < documents, frequency > 0 else { throw .malformed }
      unsafe form = .single(document: document, frequency: frequency)
      unsafe impacts = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard segmentForm == .finished else {
      unsafe form = .intermediate(list)
      unsafe impacts = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard count >= PostingsFormat.shortest else {
      unsafe form = .short(list)
      unsafe impacts = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let padding = -sectionOffset & (PostingsFormat.alignment - 1)
    let ranks = PostingsFormat.impactRanks.count
    let start = padding + ranks + 1
    guard start <= list.count else { throw .truncated }
    unsafe impacts = UnsafeRawBufferPointer(rebasing: list[padding..<(padding + ranks)])
    let body = unsafe UnsafeRawBufferPointer(rebasing: list[start...])
    if PostingsFormat.isDense(frequency: count, documents: documents) {
      unsafe form = .dense(try DenseList(body, count: count, documents: documents))
    } else {
      unsafe form = .rare(try RareList(body, count: count, documents: documents))
    }
  }

  /// Blocks of postings, in document order; some of a dense list may be empty.
  var blocks: Int {
    switch form {
    case .single, .short, .intermediate: 1
    case .rare(let list): list.blocks
    case .dense(let list): list.groups
    }
  }

  /// No document of a block is behind this one.
  func lastDocument(ofBlock block: Int) -> UInt32 {
    switch form {
    case .single, .short, .intermediate: .max
    case .rare(let list): block < list.fullBlocks ? list.lastDocument(ofBlock: block) : .max
    case .dense: UInt32((block + 1) * Self.largestBlock - 1)
    }
  }

  /// Decodes one block into buffers for ``largestBlock`` postings, or for the whole list if it is in an
  /// intermediate segment.
  ///
  /// - Returns: how many postings it has; documents are below the segment's count.
  func decode(
    block: Int, ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    switch form {
    case .single(let document, let frequency):
      unsafe ids[0] = document
      unsafe frequencies[0] = frequency
      return 1
    case .short(let bytes):
      try unsafe ShortList.decode(
        bytes, count: count, after: nil,
        lowBits: ShortList.lowBits(count: count, documents: documents), documents: documents,
        ids: ids, frequencies: frequencies)
      return count
    case .intermediate(let bytes):
      var cursor = unsafe ByteCursor(bytes)
      try unsafe IntermediateList.decode(
        &cursor, count: count, documents: documents, ids: ids, frequencies: frequencies)
      return count
    case .rare(let list):
      return try unsafe list.decode(block: block, ids: ids, frequencies: frequencies)
    case .dense(let list):
      return try unsafe list.decode(group: block, ids: ids, frequencies: frequencies)
    }
  }

  /// Decodes the whole list into buffers with room for it and a ``largestBlock`` behind it: a block is
  /// decoded whole before it is known how many postings it has.
  func decode(
    ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) {
    var total = 0
    for block in 0..<blocks {
      guard total <= count else { throw .malformed }
      total += try unsafe decode(
        block: block, ids: ids + total, frequencies: frequencies + total)
    }
    guard total == count else { throw .malformed }
  }
}
