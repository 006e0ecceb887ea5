package import Storage

/// Joins segments into one: documents in the order of the segments, those left out dropped.
///
/// Since the document ranges follow one another, the postings of a term are those of the segments
/// one after another; they are decoded and written again, because their form and their impact codes
/// depend on the whole. Stored documents are copied a block at a time as they lie.
@safe
package struct SegmentMerger: Sendable {
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

  /// Writes the joined segment and synchronizes it, on as many as three threads.
  ///
  /// - Complexity: O(postings log segments + bytes of stored documents); memory for the lengths of
  ///   all documents, the columns and three times the longest postings list.
  package func write(
    _ files: SegmentFiles, in directory: Directory, threads: Int = 1
  ) throws(StorageError) {
    var lengths: [UInt32] = []
    lengths.reserveCapacity(documents)
    for source in sources {
      for document in 0..<UInt32(source.reader.info.documents)
      where source.newNumber(of: document) != nil {
        lengths.append(source.reader.norms.length(of: document))
      }
      source.reader.releasePages()
    }
    let writer = try SegmentWriter(files, in: directory, lengths: lengths, form: .finished)
    let postings = PostingsMerger(sources, bases: bases)
    let batches = TermBatchWriter(writer, longestList: postings.longestList)
    if threads == 1 {
      try mergeDocumentsAndColumns(files, in: directory, writer)
      try postings.merge(into: batches)
    } else {
      let failure = Monitor<StorageError?>(nil)
      let others = try WorkerThread {
        do throws(StorageError) {
          try mergeDocumentsAndColumns(files, in: directory, writer)
        } catch {
          failure.change { $0 = error }
        }
      }
      let outcome = Result { () throws(StorageError) in
        try batches.startThread()
        try postings.merge(into: batches)
      }
      let ending = Result { () throws(StorageError) in try batches.finish() }
      others.join()
      try outcome.get()
      try ending.get()
      if let failure = failure.change({ $0 }) { throw failure }
    }
    try writer.finish()
  }

  private func mergeDocumentsAndColumns(
    _ files: SegmentFiles, in directory: Directory, _ writer: SegmentWriter
  ) throws(StorageError) {
    let digest = try mergeDocuments(files, in: directory)
    try ColumnMerger(sources).write(to: writer.beginColumns(digest: digest))
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
      store.releasePages()
    }
    _ = try writer.finish()
    return digest
  }
}
