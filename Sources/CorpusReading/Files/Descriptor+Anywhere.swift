#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reading an open file at any place, and files that only this process sees.
extension Descriptor {
  /// Where the next read begins.
  ///
  /// - Throws: for what has no places, such as a pipe.
  func offset() throws(SystemError) -> Int {
    let offset = lseek(number, 0, SEEK_CUR)
    guard offset >= 0 else { throw SystemError.last }
    return Int(offset)
  }

  /// Reads `count` bytes at most from a place into `buffer` from `offset`; 0 at the end of the file.
  func read(
    _ count: Int, at position: Int, into buffer: inout [UInt8], from offset: Int
  ) throws(SystemError) -> Int {
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { all in
        let target = unsafe UnsafeMutableRawBufferPointer(rebasing: all[offset...])
        return unsafe pread(
          number, target.baseAddress, min(count, target.count), off_t(position))
      }
      if got >= 0 { return got }
      guard errno == EINTR else { throw SystemError.last }
    }
  }

  /// Appends all the bytes.
  func append(_ bytes: Span<UInt8>) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.extracting(done..<bytes.count).withUnsafeBytes { rest in
        unsafe write(number, rest.baseAddress, rest.count)
      }
      if written >= 0 {
        done += written
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  /// Makes an empty file in a folder and takes its name away at once: it goes with the descriptor,
  /// and with the process however that ends.
  static func unnamed(inFolder folder: String) throws(SystemError) -> Descriptor {
    while true {
      let name = "\(folder)/.zhisou-spool-\(String(UInt64.random(in: 0 ... .max), radix: 16))"
      let number = unsafe openat(
        AT_FDCWD, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if number >= 0 {
        let descriptor = Descriptor(number: number)
        guard unsafe unlink(name) == 0 else { throw SystemError.last }
        return descriptor
      }
      guard errno == EEXIST || errno == EINTR else { throw SystemError.last }
    }
  }
}
