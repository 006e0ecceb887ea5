internal import Storage

/// One postings list, whatever its form, read block by block.
///
/// The twin of ``PostingsWriter``; see FileFormat.md, "Postings". All bytes are checked as they are
/// read: damaged ones throw, none is read outside the list.
struct PostingsReader {
  /// Buffers given to `decode` hold so many postings.
  static let largestBlock = 128

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
  /// The impacts at ranks 10, 100 and 1000, rounded down; `nil` for a short list.
  let notedImpacts: [UInt8]?

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
      notedImpacts = nil
      return
    }
    guard count >= PostingsFormat.shortest else {
      unsafe form = .short(list)
      notedImpacts = nil
      return
    }
    let padding = -sectionOffset & (PostingsFormat.alignment - 1)
    let ranks = PostingsFormat.impactRanks.count
    let start = padding + ranks + 1
    guard start <= list.count else { throw .truncated }
    notedImpacts = unsafe Array(list[padding..<(padding + ranks)])
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
    case .dense(let list): list.blocks
    }
  }

  /// The largest impact code noted for a block; `nil` where none is noted.
  func largestCode(ofBlock block: Int) -> UInt8? {
    switch form {
    case .single, .short: nil
    case .rare(let list): list.largestCode(ofBlock: block)
    case .dense(let list): list.largestCode(ofBlock: block)
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
        block: block, code: code, norms: norms, ids: ids, frequencies: frequencies)
    }
  }
}
