#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The system calls of this room, each retried on `EINTR` and turned into a thrown error.
enum SystemCalls {
  static func message(of code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  static func failure(_ operation: String, _ path: String) -> StorageError {
    .system(path: path, operation: operation, code: errno)
  }

  /// Opens a file close-on-exec and returns its descriptor.
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o644
  ) throws(StorageError) -> Int32 {
    while true {
      #if canImport(Glibc)
        let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, mode)
      #else
        let descriptor = unsafe Darwin.open(path, flags | O_CLOEXEC, mode)
      #endif
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw failure("open", path) }
    }
  }

  /// Writes all bytes, or throws with what `write` said.
  static func writeAll(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(StorageError) {
    guard let base = bytes.baseAddress else { return }
    var done = 0
    while done < bytes.count {
      let written = unsafe write(descriptor, base + done, bytes.count - done)
      if written < 0 {
        if errno == EINTR { continue }
        throw failure("write", path)
      }
      done += written
    }
  }

  static func synchronize(_ descriptor: Int32, path: String) throws(StorageError) {
    while fsync(descriptor) != 0 {
      if errno != EINTR { throw failure("fsync", path) }
    }
  }

  static func size(of descriptor: Int32, path: String) throws(StorageError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("stat", path) }
    return Int(status.st_size)
  }

  static func rename(_ source: String, to target: String) throws(StorageError) {
    #if canImport(Glibc)
      let result = unsafe Glibc.rename(source, target)
    #else
      let result = unsafe Darwin.rename(source, target)
    #endif
    guard result == 0 else { throw failure("rename", target) }
  }
}
