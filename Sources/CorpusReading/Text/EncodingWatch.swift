/// Watches for a file that begins in ASCII and turns out to be in a foreign encoding.
///
/// The opening of a file is looked at before anything is read; where it was pure ASCII, the first
/// chunk that is not decides again.
struct EncodingWatch {
  private var isDecided = false

  /// Where a chunk turns to an encoding of two bytes a character, nil when it does not.
  mutating func foreignStart(in chunk: Span<UInt8>) -> Int? {
    guard !isDecided, let start = chunk.indices.first(where: { chunk[$0] >= 0x80 }) else {
      return nil
    }
    isDecided = true
    return TextEncoding(opening: chunk) == .doubleByte ? start : nil
  }
}
