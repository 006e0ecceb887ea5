internal import Analysis
internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// Turns records into documents of a segment: which field is searched as what.
///
/// A bare query searches title, sections, keywords, people, organisations, codes and identifier; the
/// length that ranking uses counts title and sections.
struct RecordIndexer: ~Copyable {
  private let runBuilder: RunBuilder
  private let builder: SegmentBuilder
  private let analyzer: Analyzer
  private var tokens = TokenBuffer(keepsRanges: false)
  private var stored = ByteWriter(capacity: 1 << 14)

  init(builder: RunBuilder, analyzer: Analyzer) {
    runBuilder = builder
    self.builder = builder.builder
    self.analyzer = analyzer
  }

  /// Adds a record; one without an identifier is named by its source and ordinal.
  mutating func add(
    _ record: borrowing Record, from source: SourceName
  ) throws(ZhisouError) {
    try runBuilder.add { () throws(StorageError) in try build(record, from: source) }
  }

  private mutating func build(
    _ record: borrowing Record, from source: SourceName
  ) throws(StorageError) {
    var length = 0
    for value in record.values {
      switch value.field {
      case .title: length += index(value, of: record, also: .title)
      case .abstract, .claims, .description, .body: length += index(value, of: record)
      case .keyword, .id: _ = index(value, of: record)
      case .person: add(value, of: record, to: .person, postings: .person)
      case .organisation: add(value, of: record, to: .organisation, postings: .organisation)
      case .code: add(value, of: record, to: .code, postings: .code)
      case .region:
        unsafe record.withText(of: value) {
          unsafe builder.append(UnsafeRawBufferPointer($0), to: .region)
        }
      case .date, .level, .prerequisite, .duration, .other: break
      }
    }
    stored.removeAll()
    StoredDocument.encode(record, into: &stored)
    let identifier = record.identifierBytes ?? source.identifier(ofRecord: record.ordinal)
    let isUnique = record.identity == .unique
    try unsafe stored.withBytes { (stored) throws(StorageError) in
      try unsafe identifier.span.bytes.withUnsafeBytes { (identifier) throws(StorageError) in
        try unsafe source.bytes.span.bytes.withUnsafeBytes { (name) throws(StorageError) in
          try unsafe builder.endDocument(
            DocumentEntry(
              kind: record.isDeletion ? DocumentEntry.withdrawal : record.kind.rawValue,
              hasUniqueIdentifier: isUnique, date: record.date,
              length: UInt32(clamping: length), identifier: identifier, sourceName: name,
              sourceOrdinal: UInt32(clamping: record.ordinal), stored: stored))
        }
      }
    }
  }

  /// Indexes a value as text and perhaps in a field of its own.
  ///
  /// - Returns: its length in positions.
  private mutating func index(
    _ value: Record.Value, of record: borrowing Record, also field: PostingsField? = nil
  ) -> Int {
    tokens.removeAll()
    unsafe record.withText(of: value) {
      unsafe analyzer.analyze($0, into: &tokens, interning: runBuilder.interner)
    }
    unsafe tokens.withKeys { keys in
      unsafe builder.append(keys, to: .text)
      if let field { unsafe builder.append(keys, to: field) }
    }
    return tokens.positions
  }

  private mutating func add(
    _ value: Record.Value, of record: borrowing Record, to column: OrdinalField,
    postings field: PostingsField
  ) {
    _ = index(value, of: record, also: field)
    unsafe record.withText(of: value) {
      unsafe builder.append(UnsafeRawBufferPointer($0), to: column)
    }
  }
}

extension Record {
  /// The bytes of the identifier, `nil` when it has none.
  fileprivate var identifierBytes: [UInt8]? {
    guard let value = values.first(where: { $0.field == .id }), !value.text.isEmpty else {
      return nil
    }
    return Array(bytes[value.text])
  }
}
