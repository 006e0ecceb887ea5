/// Watches for a file that begins in ASCII and turns out to be in a foreign encoding.
///
/// The opening of a file is looked at before anything is read; where it was pure ASCII, the first
/// chunk that is not decides again.
struct EncodingWatch {
  private var isDecided = false

  /// Whether the text from this chunk on is in an encoding of two bytes a character.
  mutating func turnsForeign(_ chunk: Span<UInt8>) -> Bool {
    guard !isDecided, chunk.indices.contains(where: { chunk[$0] >= 0x80 }) else { return false }
    isDecided = true
    return TextEncoding(opening: chunk) == .doubleByte
  }
}
