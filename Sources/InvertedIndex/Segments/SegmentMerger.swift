package import Storage

/// Joins segments into one: documents in the order of the segments, those left out dropped.
///
/// Since the document ranges follow one another, the postings of a term are those of the segments
/// one after another; they are decoded and written again, because their form and their impact codes
/// depend on the whole. Stored documents are copied a block at a time as they lie.
@safe
package struct SegmentMerger {
  private let sources: [MergeSource]
  private let bases: [UInt32]
  private let documents: Int

  package init(_ sources: [MergeSource]) {
    self.sources = sources
    var bases: [UInt32] = []
    var next: UInt32 = 0
    for source in sources {
      bases.append(next)
      next += UInt32(source.living)
    }
    self.bases = bases
    documents = Int(next)
  }

  /// Writes the joined segment and synchronizes it.
  ///
  /// - Complexity: O(postings log segments + bytes of stored documents); memory for the lengths of
  ///   all documents and the longest postings list.
  package func write(_ files: SegmentFiles, in directory: Directory) throws(StorageError) {
    let digest = try mergeDocuments(files, in: directory)
    var lengths: [UInt32] = []
    lengths.reserveCapacity(documents)
    for source in sources {
      for document in 0..<UInt32(source.reader.info.documents)
      where source.newNumber(of: document) != nil {
        lengths.append(source.reader.norms.length(of: document))
      }
    }
    let writer = try SegmentWriter(files, in: directory, lengths: lengths, digest: digest, form: .finished)
    let postings = try PostingsMerger(sources, bases: bases, documents: documents)
    for field in PostingsField.allCases {
      var fieldWriter = try writer.field(field)
      try postings.mergeKeys(of: field, to: &fieldWriter)
      try fieldWriter.beginWords()
      try postings.mergeWords(of: field, to: &fieldWriter)
      try fieldWriter.finish()
    }
    try ColumnMerger(sources).write(to: writer.columns)
    try writer.finish()
  }

  /// - Returns: the digest of the living documents.
  private func mergeDocuments(
    _ files: SegmentFiles, in directory: Directory
  ) throws(StorageError) -> ContentHash {
    var digest = ContentHash.zero
    let writer = try DocumentStoreWriter(
      path: directory.path(of: files.documents), segment: files.number)
    for source in sources {
      let store = source.reader.documents
      digest = digest + source.reader.info.digest
      for block in 0..<store.blocks {
        let range = try store.documents(inBlock: block)
        if source.isWhole(range) {
          try unsafe writer.append(block: store.bytes(ofBlock: block), documents: range.count)
        } else {
          try unsafe store.forEach(inBlock: block) { (number, bytes) throws(StorageError) in
            let document = UInt32(number)
            if source.newNumber(of: document) != nil {
              try unsafe writer.append(bytes)
            } else {
              digest = try unsafe digest - source.reader.digest(of: document, stored: bytes)
            }
          }
        }
        if block % 64 == 63 { store.releasePages(beforeBlock: block) }
      }
    }
    _ = try writer.finish()
    return digest
  }
}
