/// The central directory of a zip archive, read a window at a time and never as a whole.
final class ZipDirectory {
  private static let windowBytes = 64 << 10

  private let bytes: any RandomAccess
  private let range: Range<Int>
  /// The bytes that were read last, and where they stand.
  private var window: [UInt8] = []
  private var windowStart = 0

  init(_ bytes: any RandomAccess, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The header at a place and the place behind it; nil when none stands there.
  func header(at position: Int) throws(SourceFailure) -> (header: ZipHeader, end: Int)? {
    guard try load(position, ZipHeader.length) else { return nil }
    let length = withWindow(from: position) { bytes -> Int? in
      bytes.uint32(at: 0) == 0x0201_4B50 ? ZipHeader.wholeLength(bytes) : nil
    }
    guard let length, try load(position, length) else { return nil }
    return (withWindow(from: position) { ZipHeader($0) }, position + length)
  }

  private func withWindow<R>(from position: Int, _ body: (Span<UInt8>) -> R) -> R {
    let window = window
    return body(window.span.extracting((position - windowStart)...))
  }

  /// Makes sure that the window has `count` bytes from a place; false when the directory does not.
  private func load(_ position: Int, _ count: Int) throws(SourceFailure) -> Bool {
    guard range.contains(position), count <= range.upperBound - position else { return false }
    if position >= windowStart, position + count <= windowStart + window.count { return true }
    let end = min(range.upperBound, position + max(count, Self.windowBytes))
    window = try bytes.bytes(position..<end)
    windowStart = position
    return window.count >= count
  }
}
