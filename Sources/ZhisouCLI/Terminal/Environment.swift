#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The environment of the process.
enum Environment {
  /// The text of a variable, `nil` when it is unset.
  static func text(of name: String) -> String? {
    guard let text = unsafe getenv(name) else { return nil }
    return unsafe String(cString: text)
  }

  /// The value of a variable, `nil` when it is unset or empty.
  static func value(of name: String) -> String? {
    text(of: name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
