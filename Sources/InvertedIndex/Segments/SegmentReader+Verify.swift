package import Storage

/// The full check of a segment: checksums first, then what the parts say of each other.
extension SegmentReader {
  /// - Throws: `.corrupt` at the first thing that is wrong.
  package func verify() throws(StorageError) {
    try verifyChecksums()
    try verifyDigest()
    for field in PostingsField.allCases { try verify(field) }
    try verifyColumns()
    try verifyKindBlocks()
  }

  /// Compares the checksums of all files.
  ///
  /// - Complexity: O(bytes of the segment), at about 1 GB/s from the page cache.
  func verifyChecksums() throws(StorageError) {
    for file in [termsFile, postingsFile, columnsFile] { try file.verify() }
    try documents.verify()
  }

  private func verifyDigest() throws(StorageError) {
    var digest = ContentHash.zero
    for block in 0..<documents.blocks {
      try unsafe documents.forEach(inBlock: block) { (number, bytes) throws(StorageError) in
        digest = try unsafe digest + self.digest(of: UInt32(number), stored: bytes)
      }
    }
    guard digest == info.digest else {
      throw .corrupt(path: columnsFile.path, offset: 0, reason: "the digest does not match")
    }
  }

  private func verify(_ field: PostingsField) throws(StorageError) {
    let reader = fields[Int(field.rawValue)]
    var keys = KeyDictionary.Cursor(reader.keys)
    while let term = try reading(
      termsFile, "the key dictionary",
      { () throws(ByteCursor.Fault) in
        try keys.next()
      })
    {
      try verify(term.info, of: reader)
    }
    let words = WordDictionary.Cursor(reader.words)
    while let term = try reading(
      termsFile, "the word dictionary",
      { () throws(ByteCursor.Fault) in
        try words.next()
      })
    {
      try verify(term.info, of: reader)
    }
  }

  private func verify(_ info: TermInfo, of field: FieldReader) throws(StorageError) {
    try reading(postingsFile, "a postings list") { () throws(ByteCursor.Fault) in
      try field.postings(info).verify(
        code: ImpactCode(averageLength: self.info.averageLength), norms: norms)
    }
  }

  private func verifyColumns() throws(StorageError) {
    var total: UInt64 = 0
    for document in 0..<UInt32(info.documents) { total += UInt64(norms.length(of: document)) }
    guard total == info.totalLength else {
      throw .corrupt(path: columnsFile.path, offset: 0, reason: "the lengths do not add up")
    }
    try reading(columnsFile, "the columns") { () throws(ByteCursor.Fault) in
      for document in 0..<UInt32(info.documents) {
        guard !isWithdrawal(document),
          Int(lengthClasses.number(of: document))
            == LengthClasses.index(of: norms.length(of: document), in: lengthClasses.borders)
        else { throw ByteCursor.Fault.malformed }
        _ = try sources.names.string(at: Int(sources.source(of: document).file))
        for column in columns { try column.forEachOrdinal(of: Int(document)) { _ in } }
      }
      var identifiers = StringTable.Cursor(identifiers)
      for document in 0..<UInt32(info.documents) {
        let identifier = try identifiers.next()
        let hash = unsafe identifier.withUnsafeBytes { unsafe IdentifierIndex.hash($0) }
        guard try identifierIndex.candidates(hash: hash).contains(document) else {
          throw ByteCursor.Fault.malformed
        }
      }
    }
  }

  private func verifyKindBlocks() throws(StorageError) {
    let width = KindBlocks.blocksPerWord
    let blocks = PostingsFormat.blocks(documents: info.documents)
    for first in stride(from: 0, to: blocks, by: width) {
      var having = [UInt64](repeating: 0, count: Int(Self.uniqueFlag))
      let documents = (first * PostingsFormat.blockSize)..<info.documents
      for document in documents.prefix(width * PostingsFormat.blockSize) {
        let block = document / PostingsFormat.blockSize
        having[Int(kind(of: UInt32(document)))] |= 1 << UInt64(block % width)
      }
      for kind in having.indices
      where kindBlocks.blocks(ofKind: UInt8(kind), inRun: first / width) != having[kind] {
        throw .corrupt(
          path: columnsFile.path, offset: 0, reason: "the blocks of a kind are not its own")
      }
    }
  }
}
