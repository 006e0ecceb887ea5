#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Zhisou

/// Standard output and standard error: data go to the one, everything else to the other.
enum Terminal {
  private static let outputDescriptor: Int32 = 1
  private static let errorDescriptor: Int32 = 2

  /// Whether a person watches standard output and colours are wanted.
  static var isColoured: Bool {
    isatty(outputDescriptor) == 1 && Environment.value(of: "NO_COLOR") == nil
      && Environment.value(of: "TERM") != "dumb"
  }

  /// Writes data.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = unsafe fwrite(bytes.baseAddress, 1, bytes.count, stdout)
    }
  }

  /// Says something to the person: one line with the program's name.
  static func complain(_ message: String) {
    note("zhisou: \(message)")
  }

  /// Says something to the person.
  static func note(_ message: String) {
    var text = message.hasSuffix("\n") ? message : message + "\n"
    text.withUTF8 { bytes in
      _ = unsafe fwrite(bytes.baseAddress, 1, bytes.count, stderr)
    }
  }

  /// Hands all data on and reports when they could not be written.
  static func flush() throws {
    guard unsafe fflush(stdout) == 0, unsafe ferror(stdout) == 0 else {
      throw ZhisouError(
        code: .system, path: "standard output", reason: "could not be written",
        advice: "check the disk that it goes to")
    }
  }

  static func exit(_ code: Int32) -> Never {
    unsafe fflush(stdout)
    #if canImport(Glibc)
      Glibc.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}
