internal import Storage

/// One postings list, whatever its form, read block by block.
///
/// The twin of ``PostingsWriter``; see FileFormat.md, "Postings". All bytes are checked as they are
/// read: damaged ones throw, none is read outside the list.
@safe
struct PostingsReader {
  /// Buffers given to `decode` hold so many postings.
  static let largestBlock = PostingsFormat.blockSize * PostingsFormat.blocksPerStart

  @safe
  private enum Form {
    case single(document: UInt32, frequency: UInt32)
    case short(UnsafeRawBufferPointer)
    case rare(RareList)
    case dense(DenseList)
  }

  let count: Int
  private let form: Form
  private let documents: Int
  let code: ImpactCode
  let norms: Norms
  private let impacts: UnsafeRawBufferPointer

  /// The impacts at ranks 10, 100 and 1000, rounded down; none for a short list.
  var notedImpacts: [UInt8] { unsafe Array(impacts) }

  /// A list in the bytes that the dictionary names, none for a single posting.
  ///
  /// `sectionOffset`, where they begin in their section, says how they are aligned.
  init(
    _ info: TermInfo, list: UnsafeRawBufferPointer, sectionOffset: Int, code: ImpactCode,
    norms: Norms
  ) throws(ByteCursor.Fault) {
    count = Int(info.documentFrequency)
    documents = norms.count
    self.code = code
    self.norms = norms
    guard count <= documents else { throw .malformed }
    if case .single(let document, let frequency) = info.location {
      guard document < documents, frequency > 0 else { throw .malformed }
      unsafe form = .single(document: document, frequency: frequency)
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
    case .single, .short: 1
    case .rare(let list): list.blocks
    case .dense(let list): list.groups
    }
  }

  /// No document of a block is behind this one.
  func lastDocument(ofBlock block: Int) -> UInt32 {
    switch form {
    case .single, .short: .max
    case .rare(let list): block < list.fullBlocks ? list.lastDocument(ofBlock: block) : .max
    case .dense: UInt32((block + 1) * Self.largestBlock - 1)
    }
  }

  /// The largest impact codes noted for the postings of a block, each with where they end.
  ///
  /// A dense list notes one for every 64 documents, a rare one for the block, others none.
  func forEachBound(
    ofBlock block: Int, _ body: (_ end: UInt32, _ largest: UInt8) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    switch form {
    case .single, .short: return
    case .rare(let list): try body(.max, list.largestCode(ofBlock: block))
    case .dense(let list):
      let first = block * PostingsFormat.blocksPerStart
      for inner in first..<min(first + PostingsFormat.blocksPerStart, list.blocks) {
        try body(
          UInt32((inner + 1) * PostingsFormat.blockSize), list.largestCode(ofBlock: inner))
      }
    }
  }

  /// Decodes one block into buffers for ``largestBlock`` postings.
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
      var cursor = unsafe ByteCursor(bytes)
      try unsafe ShortList.decode(
        &cursor, count: count, after: nil, documents: documents, ids: ids,
        frequencies: frequencies)
      return count
    case .rare(let list):
      return try unsafe list.decode(block: block, ids: ids, frequencies: frequencies)
    case .dense(let list):
      return try unsafe list.decode(
        group: block, code: code, norms: norms, ids: ids, frequencies: frequencies)
    }
  }
}
