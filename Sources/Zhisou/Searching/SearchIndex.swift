internal import Analysis
internal import InvertedIndex
internal import Storage

/// An index opened for searching, as of its last commit.
///
/// Opening maps files and reads none of them. The value is immutable and may be used from any
/// number of threads; a later commit does not change it.
public final class SearchIndex: Sendable {
  /// The folder of the index.
  public let path: String
  let snapshot: IndexSnapshot
  let analyzer: Analyzer
  /// Statistics from outside that rank in place of those of the index.
  let collection: CollectionStatistics?

  /// Opens the index in a folder.
  ///
  /// - Throws: `.noIndex`, `.otherAnalyzer`, `.indexTooOld`, `.indexTooNew` or `.damagedIndex`.
  public convenience init(path: String) throws(ZhisouError) {
    try self.init(path: path, analyzer: .standard)
  }

  convenience init(path: String, analyzer: Analyzer) throws(ZhisouError) {
    let snapshot = try ZhisouError.wrapIndex { () throws(IndexError) in
      try IndexSnapshot(
        Directory(path: path),
        analyzer: AnalyzerStamp(name: analyzer.name, version: analyzer.version))
    }
    self.init(path: path, snapshot: snapshot, analyzer: analyzer, statistics: nil)
  }

  init(
    path: String, snapshot: IndexSnapshot, analyzer: Analyzer, statistics: CollectionStatistics?
  ) {
    self.path = path
    self.snapshot = snapshot
    self.analyzer = analyzer
    collection = statistics
  }

  /// The documents with an identifier, in the order of the index.
  public func documents(withID id: String) throws(ZhisouError) -> [Document] {
    var found: [Document] = []
    let identifier = Array(id.utf8)
    for (place, segment) in snapshot.segments.enumerated() {
      let numbers = try ZhisouError.wrap { () throws(StorageError) in
        try segment.documents(withIdentifier: identifier)
      }
      for number in numbers {
        found.append(try document(at: DocumentAddress(segment: place, document: number)))
      }
    }
    return found
  }

  /// The stored document of a hit.
  ///
  /// - Complexity: the inflation of one block of 24 KiB, or of the document if it is longer.
  public func document(at address: DocumentAddress) throws(ZhisouError) -> Document {
    let segment = snapshot.segments[address.segment]
    return try ZhisouError.wrap { () throws(StorageError) in
      let number = address.document
      let source = try segment.source(of: number)
      var document = Document(
        id: String(decoding: try segment.identifier(of: number), as: UTF8.self),
        kind: DocumentKind(rawValue: segment.kind(of: number)) ?? .other,
        date: segment.date(of: number),
        source: "\(SourceName.file(of: source.name))#\(source.ordinal)")
      guard StoredDocument.decode(try segment.documents.document(number), into: &document) else {
        throw StoredDocument.damage(in: segment.directory.path)
      }
      return document
    }
  }

  /// The identifier of a hit, without reading the document.
  public func id(at address: DocumentAddress) throws(ZhisouError) -> String {
    try ZhisouError.wrap { () throws(StorageError) in
      String(
        decoding: try snapshot.segments[address.segment].identifier(of: address.document),
        as: UTF8.self)
    }
  }

  /// Checks every checksum and every invariant of the format.
  ///
  /// - Parameter threads: how many check at a time; what is found does not depend on it.
  /// - Throws: `.damagedIndex` at the first thing that is wrong, with file and place.
  /// - Complexity: O(bytes of the index).
  public func verify(threads: Int = 1) throws(ZhisouError) {
    try ZhisouError.wrap { () throws(StorageError) in try snapshot.verify(threads: threads) }
  }

  /// What is in the index.
  ///
  /// - Complexity: O(documents).
  public var statistics: IndexStatistics {
    var kinds: [DocumentKind: Int] = [:]
    var bytes: [(part: String, bytes: Int)] = []
    var digest = ContentHash.zero
    for segment in snapshot.segments {
      for document in 0..<UInt32(segment.info.documents) {
        kinds[DocumentKind(rawValue: segment.kind(of: document)) ?? .other, default: 0] += 1
      }
      for (part, size) in segment.sizes {
        let name = String(
          part[(part.lastIndex(of: ".").map(part.index(after:)) ?? part.startIndex)...])
        if let place = bytes.firstIndex(where: { $0.part == name }) {
          bytes[place].bytes += size
        } else {
          bytes.append((name, size))
        }
      }
      digest = digest + segment.info.digest
    }
    return IndexStatistics(
      documents: snapshot.documents, kinds: kinds, segments: snapshot.segments.count,
      bytes: bytes.map { IndexStatistics.Part(name: $0.part, bytes: $0.bytes) },
      analyzer: snapshot.manifest.analyzer.description, digest: digest.description,
      averageLength: ranking.averageLength)
  }

  var ranking: BM25 {
    BM25(documents: snapshot.documents, totalLength: snapshot.totalLength)
  }
}
