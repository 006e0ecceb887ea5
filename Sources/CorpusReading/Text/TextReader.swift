/// The text of a source in clean UTF-8, whatever encoding it is in: decoded and cleaned a chunk at
/// a time.
///
/// The encoding is decided once: by the front of the source, or, where that is pure ASCII, at the
/// first byte that is not, however far behind it comes.
final class TextReader {
  /// The front of the text in UTF-8.
  let opening: Opening
  /// What ended the source before its time.
  private(set) var failure: SourceFailure?
  /// Bytes of the source that the last chunk was made from.
  private(set) var byteCount = 0

  private let reader: ByteReader
  private let limits: ReadingLimits
  private var isDecided: Bool
  private var decoder: TextDecoder
  private var cleaner = TextCleaner()

  /// Begins at the front of a source; `opening` is that front as it is.
  init(_ reader: ByteReader, opening: Opening, limits: ReadingLimits) {
    self.reader = reader
    self.limits = limits
    var encoding = TextEncoding.marked(opening.bytes.span)
    if encoding == nil {
      let start = Bytes.asciiEnd(in: opening.bytes.span)
      if start < opening.bytes.count {
        encoding = Self.encoding(reader, from: start, opening: opening, limits: limits)
      }
    }
    isDecided = encoding != nil
    decoder = TextDecoder(encoding ?? .utf8)
    var front = decoder
    self.opening = front.decode(opening.bytes.span, isLast: opening.isWhole) { text in
      var bytes: [UInt8] = []
      bytes.append(text)
      return Opening(bytes: bytes, isWhole: opening.isWhole, name: opening.name)
    }
  }

  /// The encoding as far as it is known.
  var encoding: TextEncoding { decoder.encoding }

  /// Characters that had to be replaced so far.
  var replaced: Int { decoder.replaced + cleaner.replaced }

  /// The text of the last chunk: valid UTF-8, cut between characters.
  var text: [UInt8] { cleaner.text }

  /// Reads the next chunk; false when it is the last one, which may be empty.
  func advance() -> Bool {
    do throws(SourceFailure) {
      try reader.fill(atLeast: 1)
    } catch {
      failure = error
    }
    let isLast = reader.available == 0
    if !isDecided { decide() }
    byteCount = reader.withWindow(limit: limits.chunkBytes) { window in
      let chunk = isDecided ? window : window.extracting(first: Bytes.asciiEnd(in: window))
      decoder.decode(chunk, isLast: isLast) { cleaner.clean($0, isLast: isLast) }
      return chunk.count
    }
    reader.consume(byteCount)
    return !isLast
  }

  /// Decides on the encoding when the next byte is the first beyond ASCII.
  private func decide() {
    guard reader.withWindow({ !$0.isEmpty && $0[0] >= 0x80 }) else { return }
    isDecided = true
    let encoding = Self.encoding(reader, from: 0, opening: opening, limits: limits)
    // It is too late to refuse the text: what is not known will be mended as UTF-8.
    if encoding != .unknown { decoder = TextDecoder(encoding) }
  }

  /// The encoding by a sample from a place in the window on, as long as the opening of a file, and
  /// by the label in that opening.
  private static func encoding(
    _ reader: ByteReader, from start: Int, opening: Opening, limits: ReadingLimits
  ) -> TextEncoding {
    // A failure comes again when the window has been read.
    try? reader.fill(atLeast: start + limits.openingBytes)
    return reader.withWindow(limit: start + limits.openingBytes) { window in
      TextEncoding(
        sample: window.extracting(start..<window.count),
        label: EncodingLabel.declared(in: opening))
    }
  }
}
