/// How far an ingestion has come.
public struct IngestProgress: Equatable, Sendable {
  /// Records read.
  public internal(set) var records = 0
  /// Bytes of text read, after unpacking.
  public internal(set) var textBytes = 0
  /// Bytes of files read.
  public internal(set) var fileBytes = 0
  /// Bytes of all files there are to read.
  public internal(set) var totalBytes = 0
  /// Wall time since the beginning.
  public internal(set) var seconds = 0.0
  /// Whether all is read and the new segments are joined with the old.
  public internal(set) var isMerging = false

  /// Wall time until all is read if it goes on as before; `nil` as long as there is nothing to go by.
  public var secondsLeft: Double? {
    guard fileBytes > 0, totalBytes >= fileBytes else { return nil }
    return seconds / Double(fileBytes) * Double(totalBytes - fileBytes)
  }
}
