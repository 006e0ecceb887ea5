import Foundation
import TestSupport
import Testing
import Zhisou

/// A folder of files and, beside it, an index of them; both go away with the object.
final class TestCorpus {
  private let folder = TemporaryFolder()

  /// The folder of the index.
  var indexPath: String { folder.path("index") }

  /// The path of a file or folder of the corpus; of the corpus itself without a name.
  func path(_ name: String = "") -> String {
    name.isEmpty ? folder.path("corpus") : folder.path("corpus/\(name)")
  }

  /// Writes a file of lines and the folders above it.
  func write(_ name: String, _ lines: [String]) throws {
    let folder = (path(name) as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    TestFile.write(lines.joined(separator: "\n").utf8, to: path(name))
  }

  /// Writes a file of lines and the folders above it.
  func write(_ name: String, _ lines: String...) throws {
    try write(name, lines)
  }

  /// Removes a file or a folder.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Reads paths of the corpus into the index; all of it when none is named.
  @discardableResult
  func ingest(
    _ names: String..., options: Ingester.Options = Ingester.Options()
  ) throws -> IngestReport {
    let ingester = Ingester(indexPath: indexPath, options: options)
    return try ingester.run((names.isEmpty ? [""] : names).map { path($0) })
  }

  /// Opens the index as it is now.
  func open() throws -> SearchIndex {
    try SearchIndex(path: indexPath)
  }

  /// An index of one file of lines.
  static func index(of lines: [String]) throws -> SearchIndex {
    let corpus = TestCorpus()
    try corpus.write("a.jsonl", lines)
    try corpus.ingest()
    return try corpus.open()
  }

  /// An index of one file of lines.
  static func index(of lines: String...) throws -> SearchIndex {
    try index(of: lines)
  }
}

extension SearchIndex {
  /// The identifiers of the documents that match, best first.
  func ids(
    _ text: String, limit: Int = 100, offset: Int = 0, kinds: Set<DocumentKind> = []
  ) throws -> [String] {
    try search(Query(text), limit: limit, offset: offset, kinds: kinds).hits.map {
      try id(at: $0.address)
    }
  }

  /// The one document with an identifier.
  func document(withID id: String) throws -> Document {
    let found = try documents(withID: id)
    #expect(found.count == 1)
    return try #require(found.first)
  }
}
