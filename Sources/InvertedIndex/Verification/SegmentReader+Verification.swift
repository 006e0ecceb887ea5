internal import Storage

/// The full check of a segment: checksums first, then what the parts say of each other.
extension SegmentReader {
  /// Blocks of stored documents, of about 24 KiB each, that are checked as one part.
  private static let documentBlocksPerPart = 256
  /// Blocks of 32 terms that are checked as one part, with the lists of the terms.
  private static let termBlocksPerPart = 256

  /// Compares the checksums of all files.
  ///
  /// - Complexity: O(bytes of the segment), at about 1 GB/s from the page cache.
  func verifyChecksums() throws(StorageError) {
    try Verification(checksumStages()).run(threads: 1)
  }

  /// All checks of the segment, in the order in which they are told of.
  func verificationStages() throws(StorageError) -> [VerificationStage] {
    var stages = checksumStages() + [digestStage()]
    for field in PostingsField.allCases { stages += try termStages(field) }
    return stages + columnStages()
  }

  private func checksumStages() -> [VerificationStage] {
    let files = [termsFile, postingsFile, columnsFile].map { file in
      let checksums = Monitor([Checksum](repeating: Checksum(), count: file.parts))
      return VerificationStage(
        parts: file.parts,
        { (part) throws(StorageError) in
          let checksum = try file.checksum(ofPart: part)
          checksums.change { $0[part] = checksum }
        },
        finish: { () throws(StorageError) in try file.verify(checksums.change { $0 }) })
    }
    let documents = VerificationStage(parts: 1) { (_) throws(StorageError) in
      try self.documents.verify()
    }
    return files + [documents]
  }

  private func digestStage() -> VerificationStage {
    let digest = Monitor(ContentHash.zero)
    return VerificationStage(
      documents.blocks, by: Self.documentBlocksPerPart,
      { (blocks) throws(StorageError) in
        let sum = try self.digest(ofDocumentsIn: blocks)
        digest.change { $0 = $0 + sum }
        self.documents.releasePages(beforeBlock: blocks.upperBound - 1)
      },
      finish: { () throws(StorageError) in
        guard digest.change({ $0 }) == self.info.digest else {
          throw .corrupt(
            path: self.columnsFile.path, offset: 0, reason: "the digest does not match")
        }
      })
  }

  private func digest(ofDocumentsIn blocks: Range<Int>) throws(StorageError) -> ContentHash {
    var cursor = try EntryCursor(
      self, at: documents.documents(inBlock: blocks.lowerBound).lowerBound)
    var digest = ContentHash.zero
    for block in blocks {
      try unsafe documents.forEach(inBlock: block) { (_, stored) throws(StorageError) in
        digest = try unsafe digest + cursor.nextDigest(stored: stored)
      }
    }
    return digest
  }

  /// The keys of a field and then its words, each with their lists.
  private func termStages(_ field: PostingsField) throws(StorageError) -> [VerificationStage] {
    let reader = fields[Int(field.rawValue)]
    let lists = try postingsFile.extent(of: SectionKind.field("PLS", field))
    let codes = ImpactCodeTable(ImpactCode(averageLength: info.averageLength))
    let keys = VerificationStage(reader.keys.blocks.count, by: Self.termBlocksPerPart) {
      (blocks) throws(StorageError) in
      var check = PostingsCheck(codes: codes, norms: self.norms)
      var keys = KeyDictionary.Cursor(reader.keys, blocks: blocks)
      while let term = try self.reading(
        self.termsFile, "the key dictionary", { () throws(ByteCursor.Fault) in try keys.next() })
      {
        try self.verify(term.info, of: reader, &check)
      }
      self.releaseLists(of: blocks, reader.keys.blocks, in: lists)
    }
    let words = VerificationStage(reader.words.blocks.count, by: Self.termBlocksPerPart) {
      (blocks) throws(StorageError) in
      var check = PostingsCheck(codes: codes, norms: self.norms)
      let words = WordDictionary.Cursor(reader.words, blocks: blocks)
      while let info = try self.reading(
        self.termsFile, "the word dictionary",
        { () throws(ByteCursor.Fault) in try words.nextInfo() })
      {
        try self.verify(info, of: reader, &check)
      }
      self.releaseLists(of: blocks, reader.words.blocks, in: lists)
    }
    return [keys, words]
  }

  private func verify(
    _ info: TermInfo, of field: FieldReader, _ check: inout PostingsCheck
  ) throws(StorageError) {
    do {
      try check.verify(field.postings(info))
    } catch {
      throw .corrupt(path: postingsFile.path, offset: 0, reason: "a postings list is \(error)")
    }
  }

  /// Releases the pages of the lists of some blocks of a dictionary.
  private func releaseLists(of blocks: Range<Int>, _ terms: TermBlocks, in lists: Extent) {
    let first = lists.offset + terms.listOffset(ofBlock: blocks.lowerBound)
    let last = lists.offset + terms.listOffset(ofBlock: blocks.upperBound - 1)
    if first < last { postingsFile.file.releasePages(in: first..<last) }
  }
}
