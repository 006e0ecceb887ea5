internal import Analysis
internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// Decides about documents by their stored text.
struct StoredTextCheck: DocumentCheck {
  private let fields: Set<Record.Field>
  private let makeAccepts: @Sendable () -> ([[UInt8]]) -> Bool

  /// A check of the values that a document has in some fields, by what is made for many documents.
  init(
    _ fields: Set<Record.Field>, makeAccepts: @escaping @Sendable () -> ([[UInt8]]) -> Bool
  ) {
    self.fields = fields
    self.makeAccepts = makeAccepts
  }

  func forEachAccepted(
    among set: DocumentSet, in segment: SegmentReader, _ body: (UInt32) -> Void
  ) throws(StorageError) {
    let areAccepted = makeAccepts()
    try segment.documents.forEach(in: set) { (document, stored) throws(StorageError) in
      var texts: [[UInt8]] = []
      if fields.contains(.id) { texts.append(try segment.identifier(of: document)) }
      let isWhole = unsafe StoredDocument.forEachValue(of: stored) { field, _, text in
        if fields.contains(field) { unsafe texts.append([UInt8](text)) }
      }
      guard isWhole else { throw StoredDocument.damage(in: segment.directory.path) }
      if areAccepted(texts) { body(document) }
    }
  }
}
