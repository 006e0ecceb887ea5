internal import Storage

/// A file of results that appears under its name when it is complete.
public final class ResultFile {
  private let file: OutputFile

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: where it will appear; a pipe or a device is written as it comes.
  ///   - overwrites: whether a file that is there may be replaced.
  /// - Throws: `.invalidArgument` when one is there and may not, `.system` when it cannot be written.
  public init(path: String, overwrites: Bool) throws(ZhisouError) {
    do {
      file = try OutputFile(path: path, overwrites: overwrites)
    } catch {
      if StorageError.isExisting(error) {
        throw ZhisouError(
          code: .invalidArgument, path: path, reason: "the file exists",
          advice: "give another name, or --force to replace it")
      }
      guard case .system(_, let operation, let code) = error else { throw ZhisouError(error) }
      guard StorageError.cause(of: code) != .missing else {
        throw ZhisouError(
          code: .system, path: path, reason: "the folder of the file is missing",
          advice: "make the folder first, or give another path")
      }
      // It is begun under another name, which nobody gave.
      throw ZhisouError(.system(path: path, operation: operation, code: code))
    }
  }

  /// Adds text at the end.
  public func write(_ text: String) throws(ZhisouError) {
    try ZhisouError.wrap { () throws(StorageError) in try file.write(text) }
  }

  /// Puts the complete file in its place.
  public func commit() throws(ZhisouError) {
    try ZhisouError.wrap { () throws(StorageError) in try file.commit() }
  }
}
