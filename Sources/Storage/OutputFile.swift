#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file for others to read, that appears under its name when it is complete.
///
/// It is written beside its place and renamed in `commit`; dropped before that, it leaves nothing. A
/// path that is no regular file (a pipe, `/dev/stdout`) is written as it comes.
package final class OutputFile {
  package let path: String
  private let temporaryPath: String?
  private let descriptor: Int32
  private var buffer = ByteWriter(capacity: 1 << 16)
  private var isFinished = false

  /// Begins the file; one that is there must be allowed to be overwritten, else `EEXIST` is thrown.
  package init(path: String, overwrites: Bool) throws(StorageError) {
    self.path = path
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporaryPath = nil
      descriptor = try SystemCalls.open(path, O_WRONLY)
      return
    }
    if exists, !overwrites {
      throw .system(path: path, operation: "write", code: EEXIST)
    }
    let temporaryPath = "\(path).partial-\(getpid())"
    self.temporaryPath = temporaryPath
    descriptor = try SystemCalls.open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC)
  }

  deinit {
    close(descriptor)
    if let temporaryPath, !isFinished { unsafe unlink(temporaryPath) }
  }

  package func write(_ text: String) throws(StorageError) {
    var text = text
    text.withUTF8 { unsafe buffer.append(UnsafeRawBufferPointer($0)) }
    if buffer.count >= 1 << 16 { try flush() }
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try flush()
    try unsafe SystemCalls.writeAll(descriptor, bytes, path: path)
  }

  /// Puts the complete file in its place.
  package func commit() throws(StorageError) {
    try flush()
    if let temporaryPath {
      try SystemCalls.synchronize(descriptor, path: path)
      try SystemCalls.rename(temporaryPath, to: path)
    }
    isFinished = true
  }

  private func flush() throws(StorageError) {
    try unsafe buffer.withBytes { (bytes) throws(StorageError) in
      try unsafe SystemCalls.writeAll(descriptor, bytes, path: path)
    }
    buffer.removeAll()
  }
}
