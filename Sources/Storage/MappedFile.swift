#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file mapped read-only for as long as the object lives.
///
/// Opening costs a few system calls whatever the size. A file that shrinks while it is mapped
/// raises `SIGBUS` on the next touch of a lost page; a program that wants to explain that installs
/// a handler (the command line does).
@safe
package final class MappedFile: @unchecked Sendable {
  package let path: String
  package let count: Int
  private let base: UnsafeRawPointer?

  /// Maps the whole file.
  ///
  /// An empty file has no bytes and no mapping.
  ///
  /// - Throws: `StorageError.system` when the file cannot be opened or mapped.
  package init(path: String) throws(StorageError) {
    // A pipe in the place of the file is never waited for: it has no size and so no bytes.
    let descriptor = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    defer { close(descriptor) }
    let size = try SystemCalls.size(of: descriptor, path: path)
    self.path = path
    count = size
    guard size > 0 else {
      unsafe base = nil
      return
    }
    let mapping = unsafe mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw SystemCalls.failure("mmap", path)
    }
    unsafe base = UnsafeRawPointer(mapping)
  }

  deinit {
    if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) }
  }

  /// All bytes; valid as long as the object lives.
  package var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count)
  }

  /// The bytes of an extent, checked against the file's length.
  ///
  /// - Throws: `StorageError.corrupt` when the extent leaves the file.
  package func bytes(in extent: Extent) throws(StorageError) -> UnsafeRawBufferPointer {
    guard extent.offset >= 0, extent.count >= 0, extent.offset <= count - extent.count else {
      throw .corrupt(
        path: path, offset: extent.offset,
        reason: "a range of \(extent.count) bytes leaves the file of \(count)")
    }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[extent.offset..<extent.end])
  }

  /// Tells the system that a range will be read soon, so that it reads ahead.
  package func prefetch(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<count)
    let first = range.lowerBound & ~0xFFFF
    if let base = unsafe base, first < range.upperBound {
      unsafe madvise(
        UnsafeMutableRawPointer(mutating: base + first), range.upperBound - first, MADV_WILLNEED)
    }
  }

  /// Tells the system that the pages before `offset` will not be read again soon.
  ///
  /// A pass over a large file that calls this as it goes keeps its resident memory constant.
  package func releasePages(before offset: Int) {
    releasePages(in: 0..<offset)
  }

  /// Tells the system that the pages in a range will not be read again soon.
  package func releasePages(in range: Range<Int>) {
    let first = (range.lowerBound + 0xFFFF) & ~0xFFFF
    let end = range.upperBound >= count ? count : range.upperBound & ~0xFFFF
    if let base = unsafe base, first < end {
      unsafe madvise(UnsafeMutableRawPointer(mutating: base + first), end - first, MADV_DONTNEED)
    }
  }
}
