/// A source with a window: look ahead as far as the buffer goes, take as much as wanted.
///
/// This is how a container or a format is recognised before anything is taken from the source.
final class ByteReader {
  private let source: any ByteSource
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var failure: SourceFailure?
  private var isAtEnd = false
  /// Bytes taken so far.
  private(set) var consumed = 0

  /// Makes a window of `capacity` bytes, at least one.
  init(_ source: any ByteSource, capacity: Int) {
    self.source = source
    buffer = [UInt8](repeating: 0, count: max(1, capacity))
  }

  /// Bytes in the window.
  var available: Int { end - start }

  /// Reads until `count` bytes are in the window, or the source has ended.
  ///
  /// - Throws: the source's failure, once the window is empty.
  func fill(atLeast count: Int) throws(SourceFailure) {
    let wanted = min(count, buffer.count)
    if start > 0, start + wanted > buffer.count {
      buffer.replaceSubrange(0..<(end - start), with: buffer[start..<end])
      end -= start
      start = 0
    }
    while end - start < wanted, !isAtEnd, failure == nil {
      do throws(SourceFailure) {
        let count = try source.read(into: &buffer, from: end)
        end += count
        isAtEnd = count == 0
      } catch {
        failure = error
      }
    }
    if start == end, let failure { throw failure }
  }

  /// Calls `body` with the window, `limit` bytes of it at most.
  func withWindow<R>(limit: Int = .max, _ body: (Span<UInt8>) -> R) -> R {
    let window = buffer
    return body(window.span.extracting(start..<(start + min(limit, end - start))))
  }

  /// Takes bytes out of the front of the window.
  func consume(_ count: Int) {
    start += count
    consumed += count
    if start == end {
      start = 0
      end = 0
    }
  }
}
