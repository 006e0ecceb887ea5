#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A small file read whole: lists of queries and the like.
package enum InputFile {
  /// The bytes of a file or a pipe.
  ///
  /// - Throws: `.tooLarge` beyond `limit` bytes.
  package static func read(_ path: String, upTo limit: Int) throws(StorageError) -> [UInt8] {
    let descriptor = try SystemCalls.open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Int(
        buffer.withUnsafeMutableBytes { unsafe systemRead(descriptor, $0.baseAddress, $0.count) })
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemCalls.failure("read", path)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
    }
  }

  /// `read`, which this type has a function of its own by the name of.
  private static func systemRead(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, buffer, count)
    #else
      unsafe Darwin.read(descriptor, buffer, count)
    #endif
  }
}
