/// Turns bytes that are mostly UTF-8 into text that every parser can take.
///
/// What comes out is valid UTF-8 without a byte order mark in front, without NUL and without the
/// other control characters except tab, newline and carriage return; bytes that are no character
/// and the two non-characters that XML refuses become U+FFFD. Chunks may be cut anywhere; what
/// comes out is cut between characters.
struct TextCleaner {
  /// The text of the last chunk.
  private(set) var text: [UInt8] = []
  /// Characters that had to be replaced so far.
  private(set) var replaced = 0

  private var carry: [UInt8] = []
  private var hasBegun = false

  /// Cleans a chunk into `text`.
  ///
  /// Complexity: O(length), about 1 ns a byte for Chinese and a tenth of that for ASCII.
  mutating func clean(_ chunk: Span<UInt8>, isLast: Bool) {
    text.removeAll(keepingCapacity: true)
    if carry.isEmpty {
      clean(piece: chunk, isLast: isLast)
    } else {
      var joined = carry
      carry.removeAll(keepingCapacity: true)
      joined.append(chunk)
      clean(piece: joined.span, isLast: isLast)
    }
  }

  private mutating func clean(piece: Span<UInt8>, isLast: Bool) {
    var start = 0
    if !hasBegun {
      while piece.count - start >= 3, piece[start] == 0xEF, piece[start + 1] == 0xBB,
        piece[start + 2] == 0xBF
      {
        start += 3
      }
    }
    while start < piece.count {
      let end = CleanRun.end(in: piece, from: start)
      text.append(piece.extracting(start..<end))
      hasBegun = hasBegun || end > start
      start = end
      guard start < piece.count else { break }
      switch UTF8Sequence.at(start, in: piece) {
      case .valid(let length):
        replaceUnwanted(piece[start], length)
        start += length
      case .invalid(let length):
        replace()
        start += length
      case .incomplete where !isLast:
        carry.append(piece.extracting(start..<piece.count))
        return
      case .incomplete:
        replace()
        start = piece.count
      }
      hasBegun = true
    }
  }

  /// Handles a valid character that no text should have.
  private mutating func replaceUnwanted(_ lead: UInt8, _ length: Int) {
    if length > 1 {
      replace()
    } else if lead != 0 {
      text.append(0x20)
    }
  }

  private mutating func replace() {
    replaced += 1
    text.append(0xEF)
    text.append(0xBF)
    text.append(0xBD)
  }
}
