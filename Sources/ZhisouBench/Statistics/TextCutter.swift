/// Cuts long texts at sentence ends into pieces of about one length.
///
/// So that a corpus of long texts can be laid beside one of abstracts.
struct TextCutter {
  /// Characters that a piece has at least, but the last one of a text.
  let characters: Int

  /// A remainder below this share of a piece is left out.
  private static let leastShare = 6

  /// Calls `body` with each piece until it answers false.
  ///
  /// - Returns: whether all pieces were taken.
  func forEachPiece(of text: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> Bool {
    var (start, place, count) = (0, 0, 0)
    while place < text.count {
      let (scalar, width) = HanBigrams.scalar(at: place, of: text)
      place += width
      count += 1
      guard count >= characters, Self.endsSentence(scalar) else { continue }
      if !body(text.extracting(start..<min(place, text.count))) { return false }
      (start, count) = (place, 0)
    }
    guard count * Self.leastShare >= characters else { return true }
    return body(text.extracting(start..<text.count))
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: true  // newline, 。！；？
    default: false
    }
  }
}
