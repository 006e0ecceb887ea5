#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A large block of zeroed memory outside the heap, in huge pages where the system has them.
///
/// Address space is reserved at once, memory is used page by page on first touch. Kept and reused:
/// the first touch of fresh pages costs more than sorting what lies in them.
@safe
package final class AnonymousMemory {
  /// Length in bytes.
  package let count: Int
  private let base: UnsafeMutableRawPointer

  package init(count: Int) throws(StorageError) {
    self.count = count
    #if canImport(Glibc)
      let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    #else
      let flags = MAP_PRIVATE | MAP_ANON | MAP_NORESERVE
    #endif
    let mapping = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else {
      throw SystemCalls.failure("reserve memory", "\(count) bytes")
    }
    #if canImport(Glibc)
      unsafe madvise(mapping, count, MADV_HUGEPAGE)
    #endif
    unsafe base = mapping
  }

  deinit {
    unsafe munmap(base, count)
  }

  /// The memory as integers; valid as long as the object lives.
  package func words<Word: FixedWidthInteger & BitwiseCopyable>(
    of type: Word.Type
  ) -> UnsafeMutablePointer<Word> {
    unsafe base.assumingMemoryBound(to: type)
  }
}
