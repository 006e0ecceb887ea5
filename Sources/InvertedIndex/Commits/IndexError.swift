package import Storage

/// What can go wrong with an index as a whole.
package enum IndexError: Error, Equatable, Sendable {
  case storage(StorageError)
  /// There is no index in this folder.
  case missing(path: String)
  /// The index was made with another analyzer; searching it would silently find too little.
  case otherAnalyzer(path: String, found: AnalyzerStamp, expected: AnalyzerStamp)
}

extension IndexError {
  /// Runs what throws storage errors where index errors are thrown.
  static func wrap<Result>(
    _ body: () throws(StorageError) -> Result
  ) throws(IndexError) -> Result {
    do {
      return try body()
    } catch {
      throw .storage(error)
    }
  }
}
