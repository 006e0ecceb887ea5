package import Storage

/// What a segment says of itself; see FileFormat.md, "Segment information".
package struct SegmentInfo: Equatable, Sendable {
  package let documents: Int
  /// The sum of all document lengths, in positions.
  package let totalLength: UInt64
  /// The average length, in 1/256 positions, that the segment's impact codes are made with.
  let averageLength: UInt32
  /// The sum of the hashes of all documents: the same for the same documents, however they lie.
  package let digest: ContentHash

  init(documents: Int, totalLength: UInt64, digest: ContentHash) {
    self.digest = digest
    self.documents = documents
    self.totalLength = totalLength
    let average = documents == 0 ? 256 : totalLength * 256 / UInt64(documents)
    averageLength = UInt32(clamping: max(average, 1))
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(ByteCursor.Fault) {
    var cursor = unsafe ByteCursor(bytes)
    documents = Int(try cursor.read(UInt32.self))
    averageLength = try cursor.read(UInt32.self)
    totalLength = try cursor.read(UInt64.self)
    let low = try cursor.read(UInt64.self)
    digest = ContentHash(low: low, high: try cursor.read(UInt64.self))
    guard averageLength > 0, totalLength <= UInt64(documents) * UInt64(UInt32.max) else {
      throw .malformed
    }
  }

  func write(to file: FileWriter) throws(StorageError) {
    var bytes = ByteWriter()
    bytes.append(UInt32(documents))
    bytes.append(averageLength)
    bytes.append(totalLength)
    bytes.append(digest.low)
    bytes.append(digest.high)
    try file.writeSection(SectionKind.segmentInfo, bytes)
  }
}
