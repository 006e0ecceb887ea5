internal import Storage

/// The terms and postings of one field of a segment; the twin of ``FieldWriter``.
@safe
struct FieldReader: @unchecked Sendable {
  let keys: KeyDictionary
  let words: WordDictionary
  private let lists: UnsafeRawBufferPointer
  private let documents: Int
  private let form: SegmentForm

  init(
    _ field: PostingsField, terms: SectionFile, postings: SectionFile, documents: Int,
    form: SegmentForm
  ) throws(StorageError) {
    do {
      keys = try unsafe KeyDictionary(
        blocks: TermBlocks(
          bytes: terms.section(SectionKind.field("KBL", field)),
          directory: terms.section(SectionKind.field("KDI", field))),
        firstKeys: terms.section(SectionKind.field("KFI", field)),
        buckets: terms.section(SectionKind.field("KBU", field)))
      words = try unsafe WordDictionary(
        blocks: TermBlocks(
          bytes: terms.section(SectionKind.field("WBL", field)),
          directory: terms.section(SectionKind.field("WDI", field))))
    } catch let error as StorageError {
      throw error
    } catch {
      throw .corrupt(path: terms.path, offset: 0, reason: "a dictionary is \(error)")
    }
    unsafe lists = try postings.section(SectionKind.field("PLS", field))
    self.documents = documents
    self.form = form
  }

  /// The postings of a term.
  func postings(_ info: TermInfo) throws(ByteCursor.Fault) -> PostingsReader {
    guard case .list(let offset, let count) = info.location else {
      return try unsafe PostingsReader(
        info, list: UnsafeRawBufferPointer(start: nil, count: 0), sectionOffset: 0,
        documents: documents)
    }
    guard offset >= 0, count > 0, unsafe offset <= lists.count - count else { throw .malformed }
    return try unsafe PostingsReader(
      info, list: UnsafeRawBufferPointer(rebasing: lists[offset..<(offset + count)]),
      sectionOffset: offset, documents: documents, form: form)
  }
}
