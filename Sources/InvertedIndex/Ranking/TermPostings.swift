internal import Storage

/// The postings of a query term in one segment: a list on disk, or one put together in memory.
enum TermPostings: Sendable {
  case list(PostingsReader)
  case collected(ids: [UInt32], frequencies: [UInt32])

  var documentFrequency: Int {
    switch self {
    case .list(let list): list.count
    case .collected(let ids, _): ids.count
    }
  }

  /// Writes all postings, at least those of possible blocks, into buffers with room for all and a
  /// ``PostingsReader/largestBlock`` behind them.
  ///
  /// - Returns: how many.
  func decode(
    in segment: SegmentReader, among possible: PossibleBlocks?,
    ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(StorageError) -> Int {
    switch self {
    case .collected(let foundIDs, let foundFrequencies):
      unsafe ids.initialize(from: foundIDs, count: foundIDs.count)
      unsafe frequencies.initialize(from: foundFrequencies, count: foundFrequencies.count)
      return foundIDs.count
    case .list(let list):
      return try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in
        if case .rare(let list) = list.form, let possible {
          return try unsafe list.decode(ids: ids, frequencies: frequencies) {
            possible.contains(from: $0, through: $1)
          }
        }
        try unsafe list.decode(ids: ids, frequencies: frequencies)
        return list.count
      }
    }
  }

  /// Looks a term up in a segment.
  ///
  /// - Returns: `nil` when no document of the segment has it.
  static func find(
    _ term: QueryTerm, in segment: SegmentReader
  ) throws(StorageError) -> TermPostings? {
    let info: TermInfo?
    switch term.form {
    case .key(let key): info = try segment.find(key: key, in: term.field)
    case .word(let word): info = try segment.find(word: word, in: term.field)
    case .union(let range, let others):
      return try collect(range, others, field: term.field, in: segment)
    }
    guard let info else { return nil }
    let field = segment.fields[Int(term.field.rawValue)]
    return .list(
      try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in try field.postings(info)
      })
  }

  /// Joins the lists of many keys: a document has the larger of two sums of frequencies, that of the
  /// keys in a range and that of the others.
  ///
  /// - Complexity: O(documents of the segment + postings of all keys).
  private static func collect(
    _ range: Range<UInt32>, _ others: [UInt32], field: PostingsField, in segment: SegmentReader
  ) throws(StorageError) -> TermPostings? {
    let reader = segment.fields[Int(field.rawValue)]
    return try segment.reading(segment.postingsFile, "a postings list") {
      () throws(ByteCursor.Fault) in
      var first = ListUnion(documents: segment.info.documents)
      var second = ListUnion(documents: segment.info.documents)
      var inRange: [TermInfo] = []
      try reader.keys.forEach(in: range) { inRange.append($1) }
      for info in inRange { try first.add(reader.postings(info)) }
      for key in others {
        if let info = try reader.keys.find(key) { try second.add(reader.postings(info)) }
      }
      try first.addDenseLists()
      try second.addDenseLists()
      let (ids, frequencies) = first.postings(with: second)
      return ids.isEmpty ? nil : .collected(ids: ids, frequencies: frequencies)
    }
  }
}
