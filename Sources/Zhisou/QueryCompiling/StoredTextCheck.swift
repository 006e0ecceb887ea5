internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// Decides about a document by its stored text.
struct StoredTextCheck: DocumentCheck {
  private let fields: Set<Record.Field>
  private let areAccepted: @Sendable ([[UInt8]]) -> Bool

  /// A check of the values that a document has in some fields.
  init(_ fields: Set<Record.Field>, areAccepted: @escaping @Sendable ([[UInt8]]) -> Bool) {
    self.fields = fields
    self.areAccepted = areAccepted
  }

  /// Whether a phrase is in one of the values.
  init(_ fields: Set<Record.Field>, contains phrase: PhraseFinder) {
    self.init(fields) { $0.contains { phrase.isIn($0) } }
  }

  func accepts(_ document: UInt32, in segment: SegmentReader) throws(StorageError) -> Bool {
    var texts: [[UInt8]] = []
    if fields.contains(.id) { texts.append(try segment.identifier(of: document)) }
    let stored = try segment.documents.document(document)
    let isWhole = unsafe StoredDocument.forEachValue(of: stored) { field, _, text in
      if fields.contains(field) { unsafe texts.append([UInt8](text)) }
    }
    guard isWhole else { throw StoredDocument.damage(in: segment.directory.path) }
    return areAccepted(texts)
  }
}
