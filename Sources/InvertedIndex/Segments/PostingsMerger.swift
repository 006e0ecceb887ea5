internal import Storage

/// Merges the terms of a field and their postings over several segments.
@safe
struct PostingsMerger {
  private let sources: [MergeSource]
  private let bases: [UInt32]

  /// Batches between which mapped pages are kept: memory for about eight million postings.
  private static let batchesBetweenReleases = 64

  init(_ sources: [MergeSource], bases: [UInt32]) {
    self.sources = sources
    self.bases = bases
  }

  /// Postings that a list may have while it is merged: a block is decoded whole before it is cut.
  var longestList: Int {
    sources.reduce(PostingsReader.largestBlock) { $0 + $1.reader.info.documents }
  }

  /// Merges the terms of all fields and gives them to a writer.
  func merge(into writer: TermBatchWriter) throws(StorageError) {
    var batch = try writer.firstBatch()
    for field in PostingsField.allCases {
      batch.field = field
      batch.hasWords = false
      try mergeKeys(of: field, into: &batch, writer)
      batch = try writer.put(batch)
      batch.field = field
      batch.hasWords = true
      try mergeWords(of: field, into: &batch, writer)
      batch.endsField = true
      batch = try writer.put(batch)
    }
  }

  private func mergeKeys(
    of field: PostingsField, into batch: inout TermBatch, _ writer: TermBatchWriter
  ) throws(StorageError) {
    var heap = MergeHeap<UInt32>()
    var cursors: [KeyDictionary.Cursor] = []
    var infos: [TermInfo?] = []
    for stream in sources.indices {
      var cursor = KeyDictionary.Cursor(reader(field, stream).keys)
      let first = try damage(stream) { () throws(ByteCursor.Fault) in try cursor.next() }
      if let first { heap.insert(first.key, from: stream) }
      infos.append(first?.info)
      cursors.append(cursor)
    }
    while let key = heap.first?.element {
      var count = 0
      while let (next, stream) = heap.first, next == key {
        if let info = infos[stream] {
          count = try append(info, of: field, stream: stream, to: count, of: batch)
        }
        let following = try damage(stream) { () throws(ByteCursor.Fault) in
          try cursors[stream].next()
        }
        infos[stream] = following?.info
        heap.replaceFirst(with: following?.key)
      }
      if count > 0 { batch.append(key: key, count: count) }
      if batch.isFull { try give(&batch, to: writer) }
    }
  }

  private func mergeWords(
    of field: PostingsField, into batch: inout TermBatch, _ writer: TermBatchWriter
  ) throws(StorageError) {
    var heap = MergeHeap<ByteString>()
    var cursors: [WordDictionary.Cursor] = []
    var infos: [TermInfo?] = []
    for stream in sources.indices {
      let cursor = WordDictionary.Cursor(reader(field, stream).words)
      let first = try damage(stream) { () throws(ByteCursor.Fault) in try cursor.next() }
      if let first { heap.insert(ByteString(bytes: first.word), from: stream) }
      infos.append(first?.info)
      cursors.append(cursor)
    }
    while let word = heap.first?.element {
      var count = 0
      while let (next, stream) = heap.first, next == word {
        if let info = infos[stream] {
          count = try append(info, of: field, stream: stream, to: count, of: batch)
        }
        let following = try damage(stream) { () throws(ByteCursor.Fault) in
          try cursors[stream].next()
        }
        infos[stream] = following?.info
        heap.replaceFirst(with: following.map { ByteString(bytes: $0.word) })
      }
      if count > 0 { batch.append(word: word.bytes, count: count) }
      if batch.isFull { try give(&batch, to: writer) }
    }
  }

  /// Gives a full batch to the writer and goes on with an empty one of the same field.
  private func give(_ batch: inout TermBatch, to writer: TermBatchWriter) throws(StorageError) {
    let (field, hasWords) = (batch.field, batch.hasWords)
    batch = try writer.put(batch)
    batch.field = field
    batch.hasWords = hasWords
    if writer.batches % Self.batchesBetweenReleases == 0 {
      for source in sources { source.reader.releasePages() }
    }
  }

  private func reader(_ field: PostingsField, _ stream: Int) -> FieldReader {
    sources[stream].reader.fields[Int(field.rawValue)]
  }

  private func damage<Result>(
    _ stream: Int, _ body: () throws(ByteCursor.Fault) -> Result
  ) throws(StorageError) -> Result {
    let reader = sources[stream].reader
    return try reader.reading(reader.termsFile, "a dictionary", body)
  }

  /// Decodes a list behind the `count` postings that the batch's next term has already, and renumbers
  /// its documents.
  ///
  /// - Returns: how many postings there are now.
  private func append(
    _ info: TermInfo, of field: PostingsField, stream: Int, to count: Int, of batch: TermBatch
  ) throws(StorageError) -> Int {
    let source = sources[stream]
    let base = bases[stream]
    let ids = unsafe batch.ids + batch.postings
    let frequencies = unsafe batch.frequencies + batch.postings
    let fieldReader = reader(field, stream)
    let reader = source.reader
    return try reader.reading(reader.postingsFile, "a postings list") {
      () throws(ByteCursor.Fault) in
      let list = try fieldReader.postings(info)
      var end = count
      let isWhole = source.isWhole
      var next = 0
      for block in 0..<list.blocks {
        guard
          end - count + PostingsReader.largestBlock <= reader.info.documents
            + PostingsReader.largestBlock
        else { throw .malformed }
        let length = try unsafe list.decode(
          block: block, ids: ids + end, frequencies: frequencies + end)
        var kept = end
        var index = end
        while index < end &+ length {
          let document = unsafe ids[index]
          guard Int(document) >= next else { throw .malformed }
          next = Int(document) &+ 1
          if isWhole {
            unsafe ids[index] = base &+ document
            kept &+= 1
          } else if let number = source.newNumber(of: document) {
            unsafe ids[kept] = base &+ number
            unsafe frequencies[kept] = frequencies[index]
            kept &+= 1
          }
          index &+= 1
        }
        end = kept
      }
      return end
    }
  }
}
