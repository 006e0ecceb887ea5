internal import Storage

/// Writes the files of one segment from terms, postings and columns that come in order.
///
/// Shared by ``SegmentBuilder``, which has them in memory, and ``SegmentMerger``, which reads them
/// from other segments. See FileFormat.md, "Files".
@safe
final class SegmentWriter: @unchecked Sendable {
  private let files: SegmentFiles
  private let directory: Directory
  private var columns: FileWriter?
  private let terms: FileWriter
  private let postings: FileWriter
  private let form: SegmentForm
  private let lengths: [UInt32]
  private let totalLength: UInt64
  private let code: ImpactCode
  private let saturations: [UInt32]

  /// Begins the files of a segment whose documents have these lengths, in positions.
  init(
    _ files: SegmentFiles, in directory: Directory, lengths: [UInt32], form: SegmentForm
  ) throws(StorageError) {
    self.files = files
    self.directory = directory
    self.form = form
    let number = files.number
    terms = try FileWriter(
      path: directory.path(of: files.terms), kind: SectionKind.termsFile, segment: number)
    postings = try FileWriter(
      path: directory.path(of: files.postings), kind: SectionKind.postingsFile(form),
      segment: number)
    self.lengths = lengths
    totalLength = lengths.reduce(0 as UInt64) { $0 + UInt64($1) }
    let info = SegmentInfo(documents: lengths.count, totalLength: totalLength, digest: .zero)
    let code = ImpactCode(averageLength: info.averageLength)
    self.code = code
    saturations =
      form == .finished ? lengths.map { UInt32(clamping: code.saturation(length: $0)) } : []
  }

  /// Begins the file of the columns with what is known of all documents, whose digest this is.
  ///
  /// May be called, and the file be written, on another thread than the fields.
  func beginColumns(digest: ContentHash) throws(StorageError) -> FileWriter {
    let columns = try FileWriter(
      path: directory.path(of: files.columns), kind: SectionKind.columnsFile,
      segment: files.number)
    let info = SegmentInfo(documents: lengths.count, totalLength: totalLength, digest: digest)
    try info.write(to: columns)
    try Norms.write(lengths, to: columns)
    try LengthClasses.write(lengths, averageLength: info.averageLength, to: columns)
    self.columns = columns
    return columns
  }

  /// Begins the terms and lists of a field.
  func field(_ field: PostingsField) throws(StorageError) -> FieldWriter {
    try FieldWriter(
      field, terms: terms, postings: postings,
      lists: { PostingsWriter(file: $0, code: code, saturations: saturations, form: form) })
  }

  /// Ends all three files, and waits until the disk has them if the segment can be committed.
  func finish() throws(StorageError) {
    let isDurable = form == .finished
    try terms.finish(isDurable: isDurable)
    try postings.finish(isDurable: isDurable)
    try columns?.finish(isDurable: isDurable)
  }
}

/// Writes the dictionary and the postings of one field: first keys, then words, each ascending.
///
/// No class, whose every access to a variable would be checked: it is called for every term.
@safe
struct FieldWriter: ~Copyable {
  private let field: PostingsField
  private let terms: FileWriter
  private let postings: FileWriter
  private var lists: PostingsWriter
  private var keys: KeyDictionaryWriter
  private var words: WordDictionaryWriter?

  init(
    _ field: PostingsField, terms: FileWriter, postings: FileWriter,
    lists: (FileWriter) -> PostingsWriter
  ) throws(StorageError) {
    try postings.beginSection(SectionKind.field("PLS", field))
    let keys = try KeyDictionaryWriter(file: terms, field: field)
    self.field = field
    self.terms = terms
    self.postings = postings
    self.lists = lists(postings)
    self.keys = keys
  }

  mutating func append(
    key: UInt32, _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int
  ) throws(StorageError) {
    try unsafe keys.append(key, lists.append(ids, frequencies, count: count))
  }

  /// Ends the keys; words follow.
  mutating func beginWords() throws(StorageError) {
    try keys.finish()
    words = try WordDictionaryWriter(file: terms, field: field)
  }

  mutating func append(
    word: UnsafeRawBufferPointer, _ ids: UnsafePointer<UInt32>,
    _ frequencies: UnsafePointer<UInt32>, count: Int
  ) throws(StorageError) {
    let info = try unsafe lists.append(ids, frequencies, count: count)
    try unsafe words?.append(word, info)
  }

  mutating func finish() throws(StorageError) {
    try words?.finish()
    try lists.finish()
    postings.endSection()
  }
}
