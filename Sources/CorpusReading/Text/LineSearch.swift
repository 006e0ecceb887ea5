#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The search for the ends of lines.
enum LineSearch {
  /// The index of the first newline at or behind `start`; the C library looks faster than we do.
  static func newline(in text: Span<UInt8>, from start: Int) -> Int? {
    unsafe text.withUnsafeBufferPointer { bytes -> Int? in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = unsafe memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// How many newlines there are.
  static func count(in text: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let end = newline(in: text, from: start) {
      count += 1
      start = end + 1
    }
    return count
  }
}
