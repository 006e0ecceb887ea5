internal import CZlib

/// One DEFLATE stream being unpacked, a piece at a time.
///
/// The caller owns both buffers and the loop: a stream neither reads nor allocates, so memory is the
/// 32 KiB window and what zlib keeps beside it. DEFLATE is RFC 1951, its wrappers RFC 1950 (zlib)
/// and RFC 1952 (gzip). The checksum and length of a wrapper are verified by zlib itself.
@safe
package final class InflateStream {
  /// What stands around the compressed bytes.
  package enum Wrapper: Int32, Sendable {
    /// Nothing: entries of a zip archive, blocks with a checksum of their own.
    case raw = -15
    /// A two-byte header and an Adler-32.
    case zlib = 15
    /// A header, a CRC-32 and a length. One member: `reset()` begins the next.
    case gzip = 31
  }

  /// What one call did.
  package struct Progress: Sendable {
    /// Bytes taken from the input.
    package let consumed: Int
    /// Bytes written to the output.
    package let produced: Int
    /// Whether the stream has ended; input after `consumed` is not part of it.
    package let isFinished: Bool
    /// Why the stream cannot be unpacked further; what was produced came before the damage.
    package let failure: Failure?
  }

  /// Why a stream cannot be unpacked further.
  package enum Failure: Error, Equatable, Sendable {
    /// The bytes are not a valid stream, or its checksum or length differs; the text is zlib's own.
    case data(String)
    /// The stream asks for a preset dictionary (zlib: `Z_NEED_DICT`).
    case dictionary
    /// zlib could not get its memory.
    case memory
  }

  // zlib keeps the address of its `z_stream`, so it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Makes a stream that expects `wrapper`.
  ///
  /// - Throws: `Failure.memory` when zlib cannot be set up.
  package init(_ wrapper: Wrapper) throws(Failure) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe zhisou_inflateInit2(stream, wrapper.rawValue) == Z_OK else {
      throw .memory
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins again: what is fed next is the start of a new stream with the same wrapper.
  package func reset() {
    unsafe inflateReset(stream)
  }

  /// Unpacks from `input` into `output` from `offset` to its end, until one of them is used up or
  /// the stream ends.
  ///
  /// No progress, no end and no failure mean that more of either is needed. Complexity:
  /// O(consumed + produced).
  package func inflate(
    _ input: Span<UInt8>, into output: inout [UInt8], from offset: Int
  ) -> Progress {
    precondition(offset >= 0 && offset <= output.count, "no room at offset \(offset)")
    let offered = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count - offset)
    let code = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = offered
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + offset }
        unsafe stream.pointee.avail_out = room
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    return unsafe Progress(
      consumed: Int(offered - stream.pointee.avail_in),
      produced: Int(room - stream.pointee.avail_out),
      isFinished: code == Z_STREAM_END,
      failure: failure(code))
  }

  private func failure(_ code: Int32) -> Failure? {
    switch code {
    case Z_OK, Z_STREAM_END, Z_BUF_ERROR: nil
    case Z_NEED_DICT: .dictionary
    case Z_MEM_ERROR: .memory
    default: unsafe .data(stream.pointee.msg.map { unsafe String(cString: $0) } ?? "invalid data")
    }
  }
}
