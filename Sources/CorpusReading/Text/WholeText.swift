/// The text of a file that is one record: it is kept until the file is at its end.
struct WholeText {
  /// The text so far, a little more than a record takes at most.
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limits: ReadingLimits) {
    // One byte over the limit, so that the record cuts it and says so.
    limit = limits.recordBytes + 1
  }

  /// Adds a piece as far as there is room.
  mutating func append(_ piece: Span<UInt8>) {
    bytes.append(piece.extracting(0..<min(piece.count, limit - bytes.count)))
  }
}
