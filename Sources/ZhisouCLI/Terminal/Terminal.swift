import Synchronization
import Zhisou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error: data go to the one, everything else to the other.
enum Terminal {
  private static let outputDescriptor: Int32 = 1
  private static let errorDescriptor: Int32 = 2
  private static let bufferSize = 1 << 16
  private static let buffer = Mutex<[UInt8]>([])
  private static let hasFailed = Atomic<Bool>(false)

  /// Whether a person watches standard output and colours are wanted.
  static var isColoured: Bool {
    isatty(outputDescriptor) == 1 && Environment.value(of: "NO_COLOR") == nil
      && Environment.value(of: "TERM") != "dumb"
  }

  /// Writes data.
  static func write(_ text: String) {
    buffer.withLock { buffer in
      buffer += text.utf8
      if buffer.count >= bufferSize { hand(&buffer) }
    }
  }

  /// Says something to the person: one line with the program's name.
  static func complain(_ message: String) {
    note("zhisou: \(message)")
  }

  /// Says something to the person.
  static func note(_ message: String) {
    _ = send(Array((message.hasSuffix("\n") ? message : message + "\n").utf8), to: errorDescriptor)
  }

  /// Hands all data on and reports when they could not be written.
  static func flush() throws {
    buffer.withLock { hand(&$0) }
    if hasFailed.load(ordering: .relaxed) {
      throw ZhisouError(
        code: .system, path: "standard output", reason: "could not be written",
        advice: "check the disk that it goes to")
    }
  }

  static func exit(_ code: Int32) -> Never {
    buffer.withLock { hand(&$0) }
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }

  private static func hand(_ buffer: inout [UInt8]) {
    if !send(buffer, to: outputDescriptor) { hasFailed.store(true, ordering: .relaxed) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// - Returns: whether all bytes could be written.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
