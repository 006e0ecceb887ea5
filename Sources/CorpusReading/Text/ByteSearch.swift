#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The search for one byte; the C library looks faster than we do.
enum ByteSearch {
  /// The index of the first `byte` from `start` up to `end`, nil when there is none.
  static func first(
    _ byte: UInt8, in text: Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    unsafe text.withUnsafeBufferPointer { bytes -> Int? in
      guard let base = bytes.baseAddress, start < end, end <= bytes.count,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
