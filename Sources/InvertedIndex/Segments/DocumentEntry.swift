package import Storage

/// What the index is told of a document beside its terms and column values.
@safe
package struct DocumentEntry {
  /// The kind of an entry that is no document: whatever has its identifier is withdrawn, and so is the
  /// entry itself, by the next commit.
  package static let withdrawal: UInt8 = 127

  /// A small number for the kind, below 127, or ``withdrawal``.
  package let kind: UInt8
  /// Whether the identifier is unique in the whole index or only in its source file.
  package let hasUniqueIdentifier: Bool
  /// yyyymmdd, unknown parts 00, 0 for none.
  package let date: UInt32
  /// Length in positions, as ranking counts it.
  package let length: UInt32
  /// At most as many bytes as a string table holds; a longer identifier is cut.
  package let identifier: UnsafeRawBufferPointer
  package let sourceName: UnsafeRawBufferPointer
  /// The number of the record in its source, from 1.
  package let sourceOrdinal: UInt32
  /// What is given back when the document is shown.
  package let stored: UnsafeRawBufferPointer

  package init(
    kind: UInt8, hasUniqueIdentifier: Bool, date: UInt32, length: UInt32,
    identifier: UnsafeRawBufferPointer, sourceName: UnsafeRawBufferPointer,
    sourceOrdinal: UInt32, stored: UnsafeRawBufferPointer
  ) {
    precondition(kind < 128)
    self.kind = kind
    self.hasUniqueIdentifier = hasUniqueIdentifier
    self.date = date
    self.length = length
    unsafe self.identifier = UnsafeRawBufferPointer(
      rebasing: identifier.prefix(StringTable.longestString))
    unsafe self.sourceName = sourceName
    self.sourceOrdinal = sourceOrdinal
    unsafe self.stored = stored
  }

  /// The hash of everything logical: what is stored, under which name, from where.
  package var digest: ContentHash {
    var hash = unsafe ContentHash(stored)
    unsafe hash.combine(identifier)
    // The number of the root, in front of the zero byte, tells only in which order roots were given.
    let path = unsafe sourceName.firstIndex(of: 0).map { $0 + 1 } ?? 0
    unsafe hash.combine(UnsafeRawBufferPointer(rebasing: sourceName[path...]))
    hash.combine(UInt64(sourceOrdinal) << 32 | UInt64(date))
    hash.combine(UInt64(kind) << 1 | (hasUniqueIdentifier ? 1 : 0))
    return hash
  }
}
