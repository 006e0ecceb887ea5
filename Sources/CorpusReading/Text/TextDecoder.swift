/// Turns the bytes of a text in any encoding that is read here into UTF-8, chunk by chunk.
///
/// Chunks may be cut anywhere. What is malformed becomes U+FFFD and is counted; the next byte is
/// tried again, so that damage costs the characters it touches and not the rest. UTF-8 passes as it
/// is: `TextCleaner` mends it.
struct TextDecoder {
  let encoding: TextEncoding
  /// Characters that had to be replaced so far.
  private(set) var replaced = 0

  private var text: [UInt8] = []
  /// The front of a character that the last chunk cut.
  private var carry: [UInt8] = []

  /// How far a piece of text was decoded.
  struct Progress {
    /// Bytes that were taken: all but a character cut at the end.
    var taken = 0
    /// Characters that had to be replaced.
    var replaced = 0
  }

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// Decodes a chunk and calls `body` with its text.
  ///
  /// Complexity: O(length), see `DoubleByteTable`.
  mutating func decode<R>(
    _ chunk: Span<UInt8>, isLast: Bool, _ body: (Span<UInt8>) -> R
  ) -> R {
    guard encoding != .utf8 else { return body(chunk) }
    text.removeAll(keepingCapacity: true)
    if carry.isEmpty {
      decode(piece: chunk, isLast: isLast)
    } else {
      var joined: [UInt8] = []
      swap(&joined, &carry)
      joined.append(chunk)
      decode(piece: joined.span, isLast: isLast)
    }
    return body(text.span)
  }

  private mutating func decode(piece: Span<UInt8>, isLast: Bool) {
    let progress: Progress
    switch encoding {
    case .gb18030:
      progress = DoubleByteTable.gb18030.decode(piece, isLast: isLast, into: &text)
    case .big5:
      progress = DoubleByteTable.big5.decode(piece, isLast: isLast, into: &text)
    case .utf16LittleEndian, .utf16BigEndian:
      progress = UTF16Text.decode(
        piece, isBigEndian: encoding == .utf16BigEndian, isLast: isLast, into: &text)
    case .utf8, .utf32, .unknown:
      // None of them comes here: UTF-8 needs no decoding, the others are refused.
      return
    }
    replaced += progress.replaced
    carry.append(piece.extracting(progress.taken..<piece.count))
  }
}
