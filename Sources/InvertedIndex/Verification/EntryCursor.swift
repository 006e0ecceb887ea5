internal import Storage

/// Reads what the columns say of documents that follow one another, for their hashes.
struct EntryCursor {
  private let segment: SegmentReader
  private var identifiers: StringTable.Cursor
  private var document: UInt32
  /// The file of the document before, and its name.
  private var file: UInt32?
  private var sourceName: [UInt8] = []

  /// Begins with a document below the segment's count.
  ///
  /// - Complexity: O(1), as each document is.
  init(_ segment: SegmentReader, at document: Int) throws(StorageError) {
    self.segment = segment
    self.document = UInt32(document)
    let skipped = document % StringTable.stringsPerBlock
    var identifiers = StringTable.Cursor(segment.identifiers, at: document - skipped)
    try segment.reading(segment.columnsFile, "an identifier") { () throws(ByteCursor.Fault) in
      for _ in 0..<skipped { try identifiers.skip() }
    }
    self.identifiers = identifiers
  }

  /// The hash of the next document, whose stored bytes are at hand.
  mutating func nextDigest(
    stored: UnsafeRawBufferPointer
  ) throws(StorageError) -> ContentHash {
    try segment.reading(segment.columnsFile, "an identifier") { () throws(ByteCursor.Fault) in
      try identifiers.skip()
    }
    let source = try segment.reading(segment.columnsFile, "a source") {
      () throws(ByteCursor.Fault) in
      let source = try segment.sources.source(of: document)
      if file != source.file {
        sourceName = try segment.sources.names.string(at: Int(source.file))
        file = source.file
      }
      return source
    }
    defer { document += 1 }
    return unsafe identifiers.string.withUnsafeBytes { identifier in
      unsafe sourceName.withUnsafeBytes { sourceName in
        unsafe DocumentEntry(
          kind: segment.kind(of: document),
          hasUniqueIdentifier: segment.hasUniqueIdentifier(document),
          date: segment.date(of: document), length: segment.norms.length(of: document),
          identifier: identifier, sourceName: sourceName, sourceOrdinal: source.ordinal,
          stored: stored
        ).digest
      }
    }
  }
}
