internal import Analysis
internal import InvertedIndex
internal import Storage

/// Indexes of text that is tokens already, as benchmarks against other engines use them.
///
/// A line is an ordinal, a tab and tokens with single spaces between; a document's identifier is its
/// ordinal, nothing is stored.
package enum TokenIndex {
  /// What a build came to.
  package struct Report: Sendable {
    package let documents: Int
    /// Bytes on disk by part and in all.
    package let sizes: [IndexStatistics.Part]
  }

  /// Builds an index of a file of token lines in an empty or new folder.
  package static func build(
    _ path: String, in folder: String, memory: Int
  ) throws(ZhisouError) -> Report {
    let file = try ZhisouError.wrap { () throws(StorageError) in try MappedFile(path: path) }
    let analyzer = Analyzer.whitespace
    let writer = try ZhisouError.wrapIndex { () throws(IndexError) in
      try IndexWriter(
        directory: Directory(path: folder),
        analyzer: AnalyzerStamp(name: analyzer.name, version: analyzer.version), memory: memory)
    }
    let interner = TokenInterner()
    let words = InternerWords(interner: interner)
    var tokens = TokenBuffer(keepsRanges: false)
    let bytes = unsafe file.bytes.bindMemory(to: UInt8.self)
    var start = 0
    while start < bytes.count {
      let end = unsafe bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = unsafe UnsafeBufferPointer<UInt8>(rebasing: bytes[start..<end])
      let tab = unsafe line.firstIndex(of: UInt8(ascii: "\t")) ?? 0
      tokens.removeAll()
      unsafe analyzer.analyze(
        UnsafeBufferPointer<UInt8>(rebasing: line[min(tab + 1, line.count)...]), into: &tokens,
        interning: interner)
      try ZhisouError.wrapIndex { () throws(IndexError) in
        if writer.builder.count == 0 { try writer.beginSegment() }
      }
      let builder = writer.builder
      builder.beginDocument()
      unsafe tokens.withKeys { unsafe builder.append($0, to: .text) }
      try ZhisouError.wrap { () throws(StorageError) in
        try unsafe builder.endDocument(
          DocumentEntry(
            kind: DocumentKind.other.rawValue, hasUniqueIdentifier: false, date: 0,
            length: UInt32(tokens.positions),
            identifier: UnsafeRawBufferPointer(UnsafeBufferPointer<UInt8>(rebasing: line[..<tab])),
            sourceName: UnsafeRawBufferPointer(start: nil, count: 0), sourceOrdinal: 1,
            stored: UnsafeRawBufferPointer(start: nil, count: 0)))
      }
      if builder.isFull(with: words.memoryInBytes) {
        try ZhisouError.wrapIndex { () throws(IndexError) in try writer.flush(words: words) }
        file.releasePages(before: end)
      }
      start = end + 1
    }
    let outcome = try ZhisouError.wrapIndex { () throws(IndexError) in
      if writer.builder.count > 0 { try writer.flush(words: words) }
      return try writer.commit { _ in false }
    }
    let index = try SearchIndex(path: folder, analyzer: analyzer)
    return Report(documents: outcome.documents, sizes: index.statistics.bytes)
  }

  /// Opens such an index.
  package static func open(_ folder: String) throws(ZhisouError) -> SearchIndex {
    try SearchIndex(path: folder, analyzer: .whitespace)
  }

  /// A query of tokens with single spaces between.
  package static func query(_ tokens: String) throws(ZhisouError) -> Query {
    try Query(tokens, analyzer: .whitespace)
  }
}

extension SearchIndex {
  /// The best documents by their place in the whole index, without reading them.
  ///
  /// With `needsAll` a document must have every term.
  package func ordinals(
    _ query: Query, limit: Int, needsAll: Bool
  ) throws(ZhisouError) -> [(ordinal: Int, score: Float)] {
    var request = SearchRequest(query.terms, limit: limit)
    request.mostCounted = 0
    if needsAll { request.condition = .all(query.terms.map { .term($0.form, in: .text) }) }
    let result = try ZhisouError.wrap { () throws(StorageError) in
      try SnapshotScorer(snapshot).search(request)
    }
    var bases = [0]
    for segment in snapshot.segments { bases.append((bases.last ?? 0) + segment.info.documents) }
    return result.top.map { (bases[$0.segment] + Int($0.document), $0.score) }
  }
}
