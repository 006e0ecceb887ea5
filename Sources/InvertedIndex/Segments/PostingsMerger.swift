internal import Storage

/// Merges the terms of a field and their postings over several segments.
@safe
struct PostingsMerger {
  private let sources: [MergeSource]
  private let bases: [UInt32]
  private let ids: AnonymousMemory
  private let frequencies: AnonymousMemory

  init(_ sources: [MergeSource], bases: [UInt32], documents: Int) throws(StorageError) {
    self.sources = sources
    self.bases = bases
    // A list has at most all documents, and a block is decoded whole before it is cut.
    let most = sources.reduce(PostingsReader.largestBlock) { $0 + $1.reader.info.documents }
    ids = try AnonymousMemory(count: most * 4)
    frequencies = try AnonymousMemory(count: most * 4)
  }

  func mergeKeys(
    of field: PostingsField, to writer: inout FieldWriter
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
          count = try append(info, of: field, stream: stream, to: count)
        }
        let following = try damage(stream) { () throws(ByteCursor.Fault) in
          try cursors[stream].next()
        }
        infos[stream] = following?.info
        heap.replaceFirst(with: following?.key)
      }
      if count > 0 {
        try unsafe writer.append(
          key: key, ids.words(of: UInt32.self), frequencies.words(of: UInt32.self), count: count)
      }
    }
  }

  func mergeWords(
    of field: PostingsField, to writer: inout FieldWriter
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
          count = try append(info, of: field, stream: stream, to: count)
        }
        let following = try damage(stream) { () throws(ByteCursor.Fault) in
          try cursors[stream].next()
        }
        infos[stream] = following?.info
        heap.replaceFirst(with: following.map { ByteString(bytes: $0.word) })
      }
      if count > 0 {
        try unsafe word.bytes.span.bytes.withUnsafeBytes { (bytes) throws(StorageError) in
          try unsafe writer.append(
            word: bytes, ids.words(of: UInt32.self), frequencies.words(of: UInt32.self),
            count: count)
        }
      }
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

  /// Decodes a list behind the `count` postings already there and renumbers its documents.
  ///
  /// - Returns: how many postings there are now.
  private func append(
    _ info: TermInfo, of field: PostingsField, stream: Int, to count: Int
  ) throws(StorageError) -> Int {
    let source = sources[stream]
    let base = bases[stream]
    let ids = unsafe ids.words(of: UInt32.self)
    let frequencies = unsafe frequencies.words(of: UInt32.self)
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
