package import Storage

/// The list of an index's segments: the file whose replacement is a commit.
///
/// See FileFormat.md, "Manifest".
package struct Manifest: Equatable, Sendable {
  package struct Segment: Equatable, Sendable {
    package let number: UInt64
    package let documents: Int
  }

  /// A folder or file that was given to be indexed; sources name it by its number.
  package struct Root: Equatable, Sendable {
    package let number: Int
    package let path: String
  }

  package static let name = "manifest"
  static let newName = "manifest.new"

  /// Counts the commits.
  package internal(set) var generation: UInt64 = 0
  package internal(set) var nextSegment: UInt64 = 1
  package let analyzer: AnalyzerStamp
  package internal(set) var roots: [Root] = []
  package internal(set) var segments: [Segment] = []

  init(analyzer: AnalyzerStamp) {
    self.analyzer = analyzer
  }

  /// Reads the manifest of a folder.
  ///
  /// - Throws: `.missing` when there is none, otherwise what is wrong with it.
  package static func read(from directory: Directory) throws(IndexError) -> Manifest {
    let isThere = try IndexError.wrap { () throws(StorageError) in try directory.contains(name) }
    guard isThere else { throw .missing(path: directory.path) }
    return try IndexError.wrap { () throws(StorageError) in
      let path = directory.path(of: name)
      let file = try SectionFile(path: path, kind: SectionKind.manifestFile, segment: 0)
      try file.verify()
      do {
        return try unsafe Manifest(file.section(SectionKind.manifestBody))
      } catch let error as StorageError {
        throw error
      } catch {
        throw StorageError.corrupt(
          path: path, offset: 0, reason: "the list of segments is \(error)")
      }
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer) throws(ByteCursor.Fault) {
    var cursor = unsafe ByteCursor(bytes)
    generation = try cursor.varint()
    nextSegment = try cursor.varint()
    let name = try cursor.countedString()
    analyzer = AnalyzerStamp(
      name: name, version: UInt32(truncatingIfNeeded: try cursor.varint(upTo: Int(UInt32.max))))
    for _ in 0..<(try cursor.varint(upTo: cursor.remaining)) {
      let number = try cursor.varint(upTo: Int(UInt32.max))
      roots.append(Root(number: number, path: try cursor.countedString()))
    }
    for _ in 0..<(try cursor.varint(upTo: cursor.remaining)) {
      let number = try cursor.varint()
      let documents = try cursor.varint(upTo: Int(UInt32.max))
      segments.append(Segment(number: number, documents: documents))
    }
  }

  /// Puts this manifest in the place of the one before: the commit.
  func write(to directory: Directory) throws(StorageError) {
    try directory.remove(Self.newName)
    let path = directory.path(of: Self.newName)
    let file = try FileWriter(path: path, kind: SectionKind.manifestFile, segment: 0)
    var bytes = ByteWriter()
    bytes.append(varint: generation)
    bytes.append(varint: nextSegment)
    bytes.append(counted: analyzer.name)
    bytes.append(varint: UInt64(analyzer.version))
    bytes.append(varint: roots.count)
    for root in roots {
      bytes.append(varint: root.number)
      bytes.append(counted: root.path)
    }
    bytes.append(varint: segments.count)
    for segment in segments {
      bytes.append(varint: segment.number)
      bytes.append(varint: segment.documents)
    }
    try file.writeSection(SectionKind.manifestBody, bytes)
    try file.finish()
    try AtomicFile.rename(path, to: directory.path(of: Self.name), in: directory)
  }
}
