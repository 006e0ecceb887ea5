#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The right to write to a folder, held by one process at a time.
///
/// An advisory `flock` on a file of the folder: it dies with the process that holds it, so a killed
/// writer leaves no lock behind. Readers do not take it.
package final class DirectoryLock: Sendable {
  package static let name = "lock"
  private let descriptor: Int32

  /// Takes the lock without waiting.
  ///
  /// - Throws: `.locked` when another process holds it.
  package init(_ directory: Directory) throws(StorageError) {
    let path = directory.path(of: Self.name)
    let descriptor = try SystemCalls.open(path, O_RDWR | O_CREAT)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let failure: StorageError =
        errno == EWOULDBLOCK
        ? .locked(path: directory.path) : SystemCalls.failure("lock", path)
      close(descriptor)
      throw failure
    }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
