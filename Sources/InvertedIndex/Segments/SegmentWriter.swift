internal import Storage

/// Writes the files of one segment from terms, postings and columns that come in order.
///
/// Shared by ``SegmentBuilder``, which has them in memory, and ``SegmentMerger``, which reads them
/// from other segments. See FileFormat.md, "Files".
@safe
final class SegmentWriter {
  let info: SegmentInfo
  let columns: FileWriter
  private let terms: FileWriter
  private let postings: FileWriter
  private let lengths: [UInt32]
  private let code: ImpactCode
  private let saturations: [UInt32]

  /// Begins the files of a segment whose documents have these lengths, in positions.
  init(
    _ files: SegmentFiles, in directory: Directory, lengths: [UInt32], digest: ContentHash
  ) throws(StorageError) {
    let number = files.number
    terms = try FileWriter(
      path: directory.path(of: files.terms), kind: SectionKind.termsFile, segment: number)
    postings = try FileWriter(
      path: directory.path(of: files.postings), kind: SectionKind.postingsFile, segment: number)
    columns = try FileWriter(
      path: directory.path(of: files.columns), kind: SectionKind.columnsFile, segment: number)
    self.lengths = lengths
    let total = lengths.reduce(0 as UInt64) { $0 + UInt64($1) }
    info = SegmentInfo(documents: lengths.count, totalLength: total, digest: digest)
    let code = ImpactCode(averageLength: info.averageLength)
    self.code = code
    saturations = lengths.map { UInt32(clamping: code.saturation(length: $0)) }
    try info.write(to: columns)
    try Norms.write(lengths, to: columns)
    try LengthClasses.write(lengths, averageLength: info.averageLength, to: columns)
  }

  /// Begins the terms and lists of a field.
  func field(_ field: PostingsField) throws(StorageError) -> FieldWriter {
    try FieldWriter(
      field, terms: terms, postings: postings, code: code, saturations: saturations)
  }

  /// Waits until all three files are on disk.
  func finish() throws(StorageError) {
    try terms.finish()
    try postings.finish()
    try columns.finish()
  }
}

/// Writes the dictionary and the postings of one field: first keys, then words, each ascending.
@safe
final class FieldWriter {
  private let field: PostingsField
  private let terms: FileWriter
  private let postings: FileWriter
  private let lists: PostingsWriter
  private let keys: KeyDictionaryWriter
  private var words: WordDictionaryWriter?

  init(
    _ field: PostingsField, terms: FileWriter, postings: FileWriter, code: ImpactCode,
    saturations: [UInt32]
  ) throws(StorageError) {
    self.field = field
    self.terms = terms
    self.postings = postings
    try postings.beginSection(SectionKind.field("PLS", field))
    lists = PostingsWriter(file: postings, code: code, saturations: saturations)
    keys = try KeyDictionaryWriter(file: terms, field: field)
  }

  func append(
    key: UInt32, _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int
  ) throws(StorageError) {
    try unsafe keys.append(key, lists.append(ids, frequencies, count: count))
  }

  /// Ends the keys; words follow.
  func beginWords() throws(StorageError) {
    try keys.finish()
    words = try WordDictionaryWriter(file: terms, field: field)
  }

  func append(
    word: UnsafeRawBufferPointer, _ ids: UnsafePointer<UInt32>,
    _ frequencies: UnsafePointer<UInt32>, count: Int
  ) throws(StorageError) {
    let info = try unsafe lists.append(ids, frequencies, count: count)
    try unsafe words?.append(word, info)
  }

  func finish() throws(StorageError) {
    try words?.finish()
    postings.endSection()
  }
}
