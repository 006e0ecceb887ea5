package import Storage

/// A segment on disk, mapped and ready to be searched; immutable, shared by any number of readers.
@safe
package final class SegmentReader: @unchecked Sendable {
  /// The bit of a kind byte that says: the identifier is unique in the whole index.
  static let uniqueFlag: UInt8 = 1 << 7

  package let number: UInt64
  package let info: SegmentInfo
  package let norms: Norms
  package let identifiers: StringTable
  package let sources: SourceColumn
  package let documents: DocumentStore
  package let directory: Directory
  let form: SegmentForm

  let lengthClasses: LengthClasses
  let fields: [FieldReader]
  let columns: [OrdinalColumn]
  let identifierIndex: IdentifierIndex
  let termsFile: SectionFile
  let postingsFile: SectionFile
  let columnsFile: SectionFile
  let kindBlocks: KindBlocks
  let kindBytes: UnsafeRawBufferPointer
  let dateBytes: UnsafeRawBufferPointer

  /// Maps the segment's files; the cost does not depend on their size.
  package init(
    _ number: UInt64, in directory: Directory, form: SegmentForm = .finished
  ) throws(StorageError) {
    let files = SegmentFiles(number: number)
    self.number = number
    self.directory = directory
    self.form = form
    termsFile = try SectionFile(
      path: directory.path(of: files.terms), kind: SectionKind.termsFile, segment: number)
    postingsFile = try SectionFile(
      path: directory.path(of: files.postings), kind: SectionKind.postingsFile(form),
      segment: number)
    columnsFile = try SectionFile(
      path: directory.path(of: files.columns), kind: SectionKind.columnsFile, segment: number)
    let path = columnsFile.path
    do {
      info = try unsafe SegmentInfo(columnsFile.section(SectionKind.segmentInfo))
      norms = try unsafe Norms(
        lengths: columnsFile.section(SectionKind.norms),
        escapes: columnsFile.section(SectionKind.longNorms))
      lengthClasses = try unsafe LengthClasses(
        borders: columnsFile.section(SectionKind.classBorders),
        classes: columnsFile.section(SectionKind.classes),
        leastClasses: columnsFile.section(SectionKind.leastClasses), documents: info.documents)
      identifiers = try unsafe StringTable(
        bytes: columnsFile.section(SectionKind.identifiers),
        directory: columnsFile.section(SectionKind.identifierDirectory))
      identifierIndex = try unsafe IdentifierIndex(
        entries: columnsFile.section(SectionKind.identifierEntries),
        buckets: columnsFile.section(SectionKind.identifierBuckets),
        documents: info.documents)
      kindBlocks = try unsafe KindBlocks(
        columnsFile.section(SectionKind.kindBlocks), documents: info.documents)
    } catch let error as StorageError {
      throw error
    } catch {
      throw .corrupt(path: path, offset: 0, reason: "the columns are \(error)")
    }
    sources = try SourceColumn(columnsFile)
    unsafe kindBytes = try columnsFile.section(SectionKind.kinds)
    unsafe dateBytes = try columnsFile.section(SectionKind.dates)
    guard norms.count == info.documents, identifiers.count == info.documents,
      unsafe kindBytes.count == info.documents, unsafe dateBytes.count == info.documents * 4
    else {
      throw .corrupt(path: path, offset: 0, reason: "the columns differ in length")
    }
    var columns: [OrdinalColumn] = []
    for field in OrdinalField.allCases {
      columns.append(try OrdinalColumn(columnsFile, field: field, documents: info.documents))
    }
    self.columns = columns
    var fields: [FieldReader] = []
    for field in PostingsField.allCases {
      fields.append(
        try FieldReader(
          field, terms: termsFile, postings: postingsFile, documents: info.documents, form: form))
    }
    self.fields = fields
    documents = try DocumentStore(
      path: directory.path(of: files.documents), segment: number, documents: info.documents)
  }

  package func kind(of document: UInt32) -> UInt8 {
    unsafe kindBytes[Int(document)] & ~Self.uniqueFlag
  }

  /// The length that ranking counts with, in positions.
  package func length(of document: UInt32) -> Int {
    Int(norms.length(of: document))
  }

  /// Whether an entry only withdraws what has its identifier; none is left after a commit.
  func isWithdrawal(_ document: UInt32) -> Bool {
    kind(of: document) == DocumentEntry.withdrawal
  }

  func hasUniqueIdentifier(_ document: UInt32) -> Bool {
    unsafe kindBytes[Int(document)] & Self.uniqueFlag != 0
  }

  package func date(of document: UInt32) -> UInt32 {
    unsafe UInt32(
      littleEndian: dateBytes.loadUnaligned(fromByteOffset: Int(document) * 4, as: UInt32.self))
  }

  /// Runs a read of checked bytes and names the file when they are damaged.
  func reading<Result>(
    _ file: SectionFile, _ what: String, _ body: () throws(ByteCursor.Fault) -> Result
  ) throws(StorageError) -> Result {
    do {
      return try body()
    } catch {
      throw .corrupt(path: file.path, offset: 0, reason: "\(what) is \(error)")
    }
  }

  /// The identifier of a document.
  package func identifier(of document: UInt32) throws(StorageError) -> [UInt8] {
    try reading(columnsFile, "an identifier") { () throws(ByteCursor.Fault) in
      try identifiers.string(at: Int(document))
    }
  }

  /// The source file's name and the record's ordinal in it.
  package func source(
    of document: UInt32
  ) throws(StorageError) -> (name: [UInt8], ordinal: UInt32) {
    try reading(columnsFile, "a source") { () throws(ByteCursor.Fault) in
      let source = try sources.source(of: document)
      return (try sources.names.string(at: Int(source.file)), source.ordinal)
    }
  }

  /// The hash of a document whose stored bytes are at hand.
  func digest(
    of document: UInt32, stored: UnsafeRawBufferPointer
  ) throws(StorageError) -> ContentHash {
    let identifier = try identifier(of: document)
    let source = try source(of: document)
    return unsafe identifier.withUnsafeBytes { identifier in
      unsafe source.name.withUnsafeBytes { sourceName in
        unsafe DocumentEntry(
          kind: kind(of: document), hasUniqueIdentifier: hasUniqueIdentifier(document),
          date: date(of: document), length: norms.length(of: document), identifier: identifier,
          sourceName: sourceName, sourceOrdinal: source.ordinal, stored: stored
        ).digest
      }
    }
  }

  /// The documents with an identifier, ascending.
  package func documents(
    withIdentifier identifier: [UInt8]
  ) throws(StorageError) -> [UInt32] {
    try reading(columnsFile, "the identifier index") { () throws(ByteCursor.Fault) in
      let hash = unsafe identifier.withUnsafeBytes { unsafe IdentifierIndex.hash($0) }
      var found: [UInt32] = []
      for document in try identifierIndex.candidates(hash: hash) {
        let candidate = try identifiers.string(at: Int(document))
        if candidate == identifier { found.append(document) }
      }
      return found
    }
  }

  /// What is known of a key in a field.
  package func find(
    key: UInt32, in field: PostingsField
  ) throws(StorageError) -> TermInfo? {
    try reading(termsFile, "the key dictionary") { () throws(ByteCursor.Fault) in
      try fields[Int(field.rawValue)].keys.find(key)
    }
  }

  /// What is known of a word in a field.
  package func find(
    word: [UInt8], in field: PostingsField
  ) throws(StorageError) -> TermInfo? {
    try reading(termsFile, "the word dictionary") { () throws(ByteCursor.Fault) in
      try unsafe word.span.bytes.withUnsafeBytes { (bytes) throws(ByteCursor.Fault) in
        try unsafe fields[Int(field.rawValue)].words.find(bytes)
      }
    }
  }

  /// Tells the system that what was read of the files so far will not be read again soon.
  ///
  /// What is read again comes from the system's cache, and counts as this process's memory only then.
  func releasePages() {
    for file in [termsFile, postingsFile, columnsFile] {
      file.file.releasePages(before: file.file.count)
    }
    documents.releasePages()
  }

  /// Bytes on disk by part.
  package var sizes: [(part: String, bytes: Int)] {
    let files = SegmentFiles(number: number)
    return [
      (files.terms, termsFile.file.count), (files.postings, postingsFile.file.count),
      (files.columns, columnsFile.file.count), (files.documents, documents.size),
    ]
  }
}
