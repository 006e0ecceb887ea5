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
    try set.forEach { (document) throws(StorageError) in
      if areAccepted(try texts(of: document, in: segment)) { body(document) }
    }
  }

  private func texts(
    of document: UInt32, in segment: SegmentReader
  ) throws(StorageError) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    if fields.contains(.id) { texts.append(try segment.identifier(of: document)) }
    let stored = try segment.documents.document(document)
    let isWhole = unsafe StoredDocument.forEachValue(of: stored) { field, _, text in
      if fields.contains(field) { unsafe texts.append([UInt8](text)) }
    }
    guard isWhole else { throw StoredDocument.damage(in: segment.directory.path) }
    return texts
  }
}
