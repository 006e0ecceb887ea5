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
    _ path: String, in folder: String, memory: Int, threads: Int
  ) throws(ZhisouError) -> Report {
    let file = try ZhisouError.wrap { () throws(StorageError) in try MappedFile(path: path) }
    let analyzer = Analyzer.whitespace
    let writer = try ZhisouError.wrapIndex { () throws(IndexError) in
      try IndexWriter(
        directory: Directory(path: folder),
        analyzer: AnalyzerStamp(name: analyzer.name, version: analyzer.version))
    }
    let memory = BuildingMemory(total: memory)
    let pipeline = RunPipeline(workers: threads, memory: memory) { () throws(ZhisouError) in
      try TokenLineWorker(file, writer.newSegments, memory: memory, analyzer: analyzer)
    }
    let bytes = unsafe file.bytes.bindMemory(to: UInt8.self)
    var start = 0
    while start < bytes.count {
      let full = min(start + memory.tokenLines, bytes.count)
      let end = unsafe bytes[full...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      // Lines that wait take no memory; half the room for them lets each worker have its next run.
      try pipeline.add(start..<end, of: memory.readAhead / 2, endsRun: end < bytes.count)
      start = end + 1
    }
    try pipeline.finish()
    let outcome = try ZhisouError.wrapIndex { () throws(IndexError) in
      try writer.commit(threads: threads) { _ in false }
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
