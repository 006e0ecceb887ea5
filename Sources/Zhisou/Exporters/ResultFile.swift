internal import Storage

/// A file of results that appears under its name when it is complete.
public final class ResultFile {
  private let file: OutputFile

  /// Begins a file.
  ///
  /// - Parameter overwrites: whether a file that is there may be replaced.
  public init(path: String, overwrites: Bool) throws(ZhisouError) {
    do {
      file = try OutputFile(path: path, overwrites: overwrites)
    } catch {
      if StorageError.isExisting(error) {
        throw ZhisouError(
          code: .invalidArgument, path: path, reason: "the file exists",
          advice: "give another name, or --force to replace it")
      }
      throw ZhisouError(error)
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
