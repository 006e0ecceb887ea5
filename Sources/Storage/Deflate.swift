internal import CZlib

/// Raw deflate of whole blocks in memory (RFC 1951), by zlib.
@safe
package final class Deflate {
  private let stream: UnsafeMutablePointer<z_stream>

  /// A compressor that is reused from block to block.
  ///
  /// - Parameter level: 1 (fast) to 9 (small).
  package init(level: Int32) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let result = unsafe zhisou_deflateInit2(stream, level, -15)
    precondition(result == Z_OK, "zlib refuses its own parameters or is out of memory")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends the compressed form of `input` to `output`.
  package func compress(_ input: UnsafeRawBufferPointer, into output: inout ByteWriter) {
    unsafe deflateReset(stream)
    let bound = unsafe Int(deflateBound(stream, uLong(input.count)))
    let stream = unsafe stream
    unsafe output.append(upTo: bound) { space in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      unsafe stream.pointee.next_out = space.assumingMemoryBound(to: UInt8.self).baseAddress
      unsafe stream.pointee.avail_out = UInt32(space.count)
      let result = unsafe deflate(stream, Z_FINISH)
      precondition(result == Z_STREAM_END, "deflateBound is an upper bound")
      return unsafe space.count - Int(stream.pointee.avail_out)
    }
  }

  /// Inflates a block whose length is known.
  ///
  /// - Returns: whether the input was a whole block of exactly `output.count` bytes.
  package static func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var stream = unsafe z_stream()
    guard unsafe zhisou_inflateInit2(&stream, -15) == Z_OK else { return false }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.next_in = UnsafeMutablePointer(
      mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
    unsafe stream.avail_in = UInt32(input.count)
    unsafe stream.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    unsafe stream.avail_out = UInt32(output.count)
    let result = unsafe CZlib.inflate(&stream, Z_FINISH)
    return unsafe result == Z_STREAM_END && stream.avail_out == 0
  }
}
