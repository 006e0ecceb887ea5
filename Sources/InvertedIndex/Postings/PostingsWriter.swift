internal import Storage

/// Writes postings lists, one after another, into a section of a file.
///
/// See FileFormat.md, "Postings". A list is written in the form that its length and the size of the
/// segment ask for; ``PostingsReader`` is its twin.
@safe
struct PostingsWriter: ~Copyable {
  private static let flushSize = 1 << 16

  private let documents: Int
  private let code: ImpactCode
  /// Saturation of each document by its length, from ``ImpactCode/saturation(length:)``.
  private let saturations: [UInt32]
  private let form: SegmentForm
  private let file: FileWriter
  /// Where in the section the lists begin that are not written yet.
  private var start = 0
  private var lists = ByteWriter(capacity: 2 * flushSize)
  private var impacts: [Int] = .init(repeating: 0, count: 256)

  /// A writer into the section that `file` has open, with the saturation of every document, which an
  /// intermediate segment does not need.
  init(
    file: FileWriter, code: ImpactCode, saturations: [UInt32], form: SegmentForm = .finished
  ) {
    self.file = file
    self.code = code
    self.saturations = saturations
    self.form = form
    documents = saturations.count
  }

  /// Writes one list: `count` documents in ascending order and how often each has the term.
  ///
  /// - Complexity: O(count), plus O(documents / 64) when the list is dense.
  mutating func append(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int
  ) throws(StorageError) -> TermInfo {
    precondition(count > 0)
    if count == 1 {
      return unsafe TermInfo(
        documentFrequency: 1,
        location: .single(document: ids[0], frequency: frequencies[0]))
    }
    if lists.count >= Self.flushSize { try flush() }
    let before = lists.count
    if form == .intermediate {
      unsafe IntermediateList.encode(ids, frequencies, count: count, into: &lists)
    } else if count < PostingsFormat.shortest {
      unsafe ShortList.encode(
        ids, frequencies, count: count, after: nil,
        lowBits: ShortList.lowBits(count: count, documents: documents), into: &lists)
    } else {
      while (start + lists.count) % PostingsFormat.alignment != 0 { lists.append(UInt8(0)) }
      unsafe appendImpacts(ids, frequencies, count: count)
      if PostingsFormat.isDense(frequency: count, documents: documents) {
        unsafe DenseList.encode(
          ids, frequencies, count: count, code: code, saturations: saturations, into: &lists)
      } else {
        unsafe RareList.encode(
          ids, frequencies, count: count, documents: documents, into: &lists)
      }
    }
    return TermInfo(
      documentFrequency: UInt32(count),
      location: .list(offset: start + before, count: lists.count - before))
  }

  /// Writes what is left of the lists.
  mutating func finish() throws(StorageError) {
    try flush()
  }

  private mutating func flush() throws(StorageError) {
    try file.write(lists)
    start += lists.count
    lists.removeAll()
  }

  /// Notes the impacts at ranks 10, 100 and 1000, rounded down, and one byte of padding.
  private mutating func appendImpacts(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int
  ) {
    for value in impacts.indices { impacts[value] = 0 }
    for index in 0..<count {
      let saturation = unsafe UInt64(saturations[Int(ids[index])])
      impacts[unsafe Int(code.code(frequency: frequencies[index], saturation: saturation))] += 1
    }
    for impact in PostingsFormat.bestImpacts(impacts) { lists.append(impact) }
    lists.append(UInt8(0))
  }
}
