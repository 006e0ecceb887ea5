package import Storage

/// Inverts documents in memory and writes them as one segment after another.
///
/// Terms come as 32-bit keys: below 2^31 as they are, above it the number of a word in the
/// analyzer's table. Memory stays below the budget as long as the caller flushes when ``isFull``;
/// the stored documents go straight to disk. The memory is kept for the next segment. For one thread
/// at a time.
@safe
package final class SegmentBuilder: @unchecked Sendable {
  /// Keys from here on are numbers of words.
  package static let wordFlag: UInt32 = 1 << 31
  /// One document has at most so many terms; further ones are not indexed.
  private static let mostTermsInDocument = 1 << 24
  /// Bytes of a pair, in its own buffer and in the one for sorting.
  private static let bytesPerPair = 8

  private let directory: Directory
  private let budget: Int
  private let largestDocuments: Int
  private let sorters: [PairSorter]
  private let scratch: AnonymousMemory

  private var files: SegmentFiles?
  private var documents: DocumentStoreWriter?
  private var termsInDocument = 0
  private var lengths: [UInt32] = []
  private var digest = ContentHash.zero
  private var kinds = ByteWriter()
  private var dates = ByteWriter()
  private var hashes: [UInt32] = []
  private var identifiers = StringTableWriter()
  private var sources = SourceColumnWriter()
  private var regions = OrdinalColumnWriter()
  private var persons = OrdinalColumnWriter()
  private var organisations = OrdinalColumnWriter()
  private var codes = OrdinalColumnWriter()

  /// A builder that is full at `budget` bytes of memory or at `largestDocuments` bytes of stored
  /// documents on disk, whichever comes first.
  package init(
    directory: Directory, budget: Int, largestDocuments: Int = FileHeader.largestFile / 2
  ) throws(StorageError) {
    self.directory = directory
    self.budget = budget
    self.largestDocuments = largestDocuments
    let capacity = max(budget / Self.bytesPerPair / 2, 1 << 16) + Self.mostTermsInDocument
    var sorters: [PairSorter] = []
    for _ in PostingsField.allCases { sorters.append(try PairSorter(capacity: capacity)) }
    self.sorters = sorters
    scratch = try AnonymousMemory(count: capacity * 8)
  }

  /// Documents since the last flush.
  package var count: Int { lengths.count }

  /// Whether the budget is used up, given the memory of the caller's own tables, or the file of the
  /// stored documents is half as large as a file may be.
  package func isFull(with other: Int) -> Bool {
    if let documents, documents.size >= largestDocuments { return true }
    // The buffer for sorting is used for one field after another.
    let pairs = sorters.reduce(0) { $0 + $1.count } + sorters.reduce(0) { max($0, $1.count) }
    let columns =
      lengths.count * 17 + identifiers.size + sources.size + regions.size + persons.size
      + organisations.size + codes.size
    return pairs * Self.bytesPerPair + columns + other >= budget
  }

  /// Begins the files of the next segment.
  package func begin(_ files: SegmentFiles) throws(StorageError) {
    precondition(self.files == nil)
    self.files = files
    documents = try DocumentStoreWriter(
      path: directory.path(of: files.documents), segment: files.number)
  }

  /// Adds terms of the document that ``endDocument(_:)`` will end.
  package func append(_ keys: UnsafeBufferPointer<UInt32>, to field: PostingsField) {
    let count = min(keys.count, Self.mostTermsInDocument - termsInDocument)
    termsInDocument += count
    let sorter = sorters[Int(field.rawValue)]
    unsafe sorter.append(
      UnsafeBufferPointer(rebasing: keys[..<count]), document: UInt32(lengths.count))
  }

  /// Adds a column value of the document that ``endDocument(_:)`` will end.
  package func append(_ value: UnsafeRawBufferPointer, to column: OrdinalField) {
    switch column {
    case .region: unsafe regions.append(value)
    case .person: unsafe persons.append(value)
    case .organisation: unsafe organisations.append(value)
    case .code: unsafe codes.append(value)
    }
  }

  /// Makes room for the terms and column values of the next document.
  package func beginDocument() {
    termsInDocument = 0
    regions.beginDocument()
    persons.beginDocument()
    organisations.beginDocument()
    codes.beginDocument()
  }

  package func endDocument(_ entry: DocumentEntry) throws(StorageError) {
    try unsafe documents?.append(entry.stored)
    lengths.append(entry.length)
    digest = digest + entry.digest
    kinds.append(entry.kind | (entry.hasUniqueIdentifier ? SegmentReader.uniqueFlag : 0))
    dates.append(entry.date)
    unsafe hashes.append(IdentifierIndex.hash(entry.identifier))
    unsafe identifiers.append(entry.identifier)
    unsafe sources.append(name: entry.sourceName, ordinal: entry.sourceOrdinal)
  }

  /// Sorts and writes the segment and empties the memory.
  package func flush(
    words: borrowing some WordTable, as form: SegmentForm = .finished
  ) throws(StorageError) {
    guard let files, let documents else { preconditionFailure("no segment is begun") }
    _ = try documents.finish(isDurable: form == .finished)
    let writer = try SegmentWriter(files, in: directory, lengths: lengths, form: form)
    let wordOrder = words.idsInByteOrder()
    for field in PostingsField.allCases {
      var fieldWriter = try writer.field(field)
      try write(field, words: words, order: wordOrder, to: &fieldWriter)
      try fieldWriter.finish()
    }
    try writeColumns(to: writer.beginColumns(digest: digest))
    try writer.finish()
    words.removeAll()
    digest = .zero
    lengths.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    self.files = nil
    self.documents = nil
  }

  private func writeColumns(to file: FileWriter) throws(StorageError) {
    try file.writeSection(SectionKind.kinds, kinds)
    try KindBlocks.write(kinds, to: file)
    try file.writeSection(SectionKind.dates, dates)
    kinds.removeAll()
    dates.removeAll()
    try IdentifierIndex.write(hashes, to: file)
    try identifiers.finish(
      to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
    identifiers = StringTableWriter()
    try sources.finish(to: file)
    sources = SourceColumnWriter()
    try regions.finish(to: file, field: .region)
    try persons.finish(to: file, field: .person)
    try organisations.finish(to: file, field: .organisation)
    try codes.finish(to: file, field: .code)
  }

  /// Writes the terms of one field from its sorted pairs.
  private func write(
    _ field: PostingsField, words: borrowing some WordTable, order: [UInt32],
    to writer: inout FieldWriter
  ) throws(StorageError) {
    let sorter = sorters[Int(field.rawValue)]
    let count = sorter.count
    let pairs = unsafe sorter.sort(scratch: scratch.words(of: UInt64.self))
    // A term has at most one posting for each document of the segment.
    var ids: [UInt32] = .init(repeating: 0, count: lengths.count + 1)
    var frequencies = ids
    // Where the pairs of each word begin; words are written in the order of their bytes.
    var starts: [UInt32] = .init(repeating: .max, count: words.count)
    var start = 0
    while start < count {
      let key = unsafe UInt32(truncatingIfNeeded: pairs[start] &>> 32)
      if key >= Self.wordFlag {
        starts[Int(key & ~Self.wordFlag)] = UInt32(start)
        start = unsafe Self.endOfRun(pairs, from: start, count: count)
        continue
      }
      let (end, length) = unsafe Self.collapse(
        pairs, from: start, count: count, ids: &ids, frequencies: &frequencies)
      try unsafe writer.append(key: key, ids, frequencies, count: length)
      start = end
    }
    try writer.beginWords()
    for id in order {
      let start = starts[Int(id)]
      if start == .max { continue }
      let (_, length) = unsafe Self.collapse(
        pairs, from: Int(start), count: count, ids: &ids, frequencies: &frequencies)
      unsafe try words.withBytes(of: id) { (bytes) throws(StorageError) in
        try unsafe writer.append(
          word: UnsafeRawBufferPointer(bytes), ids, frequencies, count: length)
      }
    }
    sorter.removeAll()
  }

  @inline(__always)
  private static func endOfRun(
    _ pairs: UnsafePointer<UInt64>, from start: Int, count: Int
  ) -> Int {
    let key = unsafe pairs[start] &>> 32
    var end = start &+ 1
    while end < count, unsafe pairs[end] &>> 32 == key { end &+= 1 }
    return end
  }

  /// Turns the pairs of one term into documents and frequencies.
  private static func collapse(
    _ pairs: UnsafePointer<UInt64>, from start: Int, count: Int, ids: inout [UInt32],
    frequencies: inout [UInt32]
  ) -> (end: Int, length: Int) {
    unsafe ids.withUnsafeMutableBufferPointer { ids in
      unsafe frequencies.withUnsafeMutableBufferPointer { frequencies in
        let key = unsafe pairs[start] &>> 32
        var place = start
        var length = 0
        while place < count, unsafe pairs[place] &>> 32 == key {
          let pair = unsafe pairs[place]
          var frequency: UInt32 = 1
          place &+= 1
          while place < count, unsafe pairs[place] == pair {
            frequency &+= 1
            place &+= 1
          }
          unsafe ids[length] = UInt32(truncatingIfNeeded: pair)
          unsafe frequencies[length] = frequency
          length &+= 1
        }
        return (place, length)
      }
    }
  }
}
