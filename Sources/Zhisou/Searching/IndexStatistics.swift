/// What is in an index.
public struct IndexStatistics: Equatable, Sendable {
  /// The bytes of one part of all segments.
  public struct Part: Equatable, Sendable {
    /// `terms`, `postings`, `columns` or `documents`.
    public let name: String
    /// Bytes on disk.
    public let bytes: Int
  }

  /// Documents that can be found.
  public let documents: Int
  /// Documents by kind.
  public let kinds: [DocumentKind: Int]
  /// Segments.
  public let segments: Int
  /// Bytes on disk by part.
  public let bytes: [Part]
  /// Name and version of the analyzer.
  public let analyzer: String
  /// A hash of all documents: the same for the same corpus, however the index was built.
  public let digest: String
  /// The average length of title and sections, in positions.
  public let averageLength: Double

  /// Bytes on disk in all.
  public var totalBytes: Int { bytes.reduce(0) { $0 + $1.bytes } }
}
