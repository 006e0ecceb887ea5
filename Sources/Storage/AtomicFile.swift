/// A file that is replaced whole or not at all.
package enum AtomicFile {
  /// Moves a finished file over another name in the same folder and makes the change durable.
  ///
  /// The rename is the commit: before it the old file stands, after it the new one, whenever the
  /// machine stops.
  package static func rename(
    _ source: String, to target: String, in directory: Directory
  ) throws(StorageError) {
    try directory.synchronize()
    try SystemCalls.rename(source, to: target)
    try directory.synchronize()
  }
}
