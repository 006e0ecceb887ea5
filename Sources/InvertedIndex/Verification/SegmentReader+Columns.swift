internal import Storage

/// What the columns say of the documents, compared with one another.
extension SegmentReader {
  /// Documents that are checked as one part: a multiple of those of a word of a kind's blocks.
  private static let documentsPerPart = 1 << 16

  /// The checks of the columns, in the order in which they are told of.
  func columnStages() -> [VerificationStage] {
    let length = Monitor<UInt64>(0)
    let documents = info.documents
    let lengths = VerificationStage(
      documents, by: Self.documentsPerPart,
      { (documents) throws(StorageError) in
        var sum: UInt64 = 0
        for document in documents { sum += UInt64(self.norms.length(of: UInt32(document))) }
        length.change { $0 += sum }
      },
      finish: { () throws(StorageError) in
        guard length.change({ $0 }) == self.info.totalLength else {
          throw .corrupt(
            path: self.columnsFile.path, offset: 0, reason: "the lengths do not add up")
        }
      })
    let values = VerificationStage(documents, by: Self.documentsPerPart) {
      (documents) throws(StorageError) in
      try self.reading(self.columnsFile, "the columns") { () throws(ByteCursor.Fault) in
        try self.verifyValues(documents)
      }
    }
    let identifiers = VerificationStage(documents, by: Self.documentsPerPart) {
      (documents) throws(StorageError) in
      try self.reading(self.columnsFile, "the columns") { () throws(ByteCursor.Fault) in
        try self.verifyIdentifiers(documents)
      }
    }
    let kinds = VerificationStage(
      documents, by: Self.documentsPerPart,
      { (documents) throws(StorageError) in try self.verifyKindBlocks(documents) },
      finish: { () throws(StorageError) in self.releasePages() })
    return [lengths, values, identifiers, kinds]
  }

  private func verifyValues(_ documents: Range<Int>) throws(ByteCursor.Fault) {
    var file: UInt32?
    // Most documents have the length class of a document before.
    var classes = [UInt8?](repeating: nil, count: 1 << 12)
    for document in documents {
      let document = UInt32(document)
      let length = norms.length(of: document)
      let number: UInt8
      if length < classes.count, let known = classes[Int(length)] {
        number = known
      } else {
        number = UInt8(LengthClasses.index(of: length, in: lengthClasses.borders))
        if length < classes.count { classes[Int(length)] = number }
      }
      guard !isWithdrawal(document), lengthClasses.number(of: document) == number,
        lengthClasses.leastNumber(near: document) <= number
      else { throw .malformed }
      let source = try sources.source(of: document).file
      if source != file { _ = try sources.names.string(at: Int(source)) }
      file = source
    }
    for column in columns {
      for block in documents.lowerBound / 64..<(documents.upperBound + 63) / 64 {
        try column.forEachDocument(inBlock: block, among: .max) {
          (_, ordinals) throws(ByteCursor.Fault) in
          for place in ordinals { _ = try column.ordinal(at: place) }
        }
      }
    }
  }

  private func verifyIdentifiers(_ documents: Range<Int>) throws(ByteCursor.Fault) {
    var cursor = StringTable.Cursor(identifiers, at: documents.lowerBound)
    for document in documents {
      try cursor.skip()
      let hash = unsafe cursor.string.withUnsafeBytes { unsafe IdentifierIndex.hash($0) }
      guard try identifierIndex.has(UInt32(document), hash: hash) else { throw .malformed }
    }
  }

  private func verifyKindBlocks(_ documents: Range<Int>) throws(StorageError) {
    let width = KindBlocks.blocksPerWord * PostingsFormat.blockSize
    var having = [UInt64](repeating: 0, count: Int(Self.uniqueFlag))
    for first in stride(from: documents.lowerBound, to: documents.upperBound, by: width) {
      for kind in having.indices { having[kind] = 0 }
      for document in first..<min(first + width, documents.upperBound) {
        let block = document / PostingsFormat.blockSize % KindBlocks.blocksPerWord
        having[Int(kind(of: UInt32(document)))] |= 1 &<< UInt64(block)
      }
      for kind in having.indices
      where kindBlocks.blocks(ofKind: UInt8(kind), inRun: first / width) != having[kind] {
        throw .corrupt(
          path: columnsFile.path, offset: 0, reason: "the blocks of a kind are not its own")
      }
    }
  }
}
