#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder that holds an index.
package struct Directory: Equatable, Sendable {
  package let path: String

  package init(path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  package func path(of name: String) -> String {
    "\(path)/\(name)"
  }

  package var exists: Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is something of that name.
  ///
  /// - Throws: when it cannot be told, for one because the folder may not be entered.
  package func contains(_ name: String) throws(StorageError) -> Bool {
    if unsafe access(path(of: name), F_OK) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw SystemCalls.failure("find", path(of: name))
    }
    return false
  }

  /// Creates the folder and those above it that are missing.
  package func create() throws(StorageError) {
    if exists { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try Directory(path: String(path[..<slash])).create()
    }
    if unsafe mkdir(path, 0o755) == 0 { return }
    let failure = SystemCalls.failure("create folder", path)
    // Another process may have made it meanwhile; a file in its place is an error.
    guard exists else { throw failure }
  }

  /// The folder and those above it as far as they are missing, each before the one that it is in.
  package var missing: [Directory] {
    if exists { return [] }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return [self] }
    return [self] + Directory(path: String(path[..<slash])).missing
  }

  /// Removes the folder when there is nothing in it.
  package func removeIfEmpty() {
    unsafe rmdir(path)
  }

  /// The path from the top of the file system, links resolved.
  package static func absolute(_ path: String) throws(StorageError) -> String {
    guard let resolved = unsafe realpath(path, nil) else {
      throw SystemCalls.failure("find", path)
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The names in the folder, sorted by bytes, without `.` and `..`.
  package func names() throws(StorageError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw SystemCalls.failure("open folder", path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  package func remove(_ name: String) throws(StorageError) {
    guard unsafe unlink(path(of: name)) == 0 || errno == ENOENT else {
      throw SystemCalls.failure("remove", path(of: name))
    }
  }

  /// Waits until the disk has the names of the folder.
  package func synchronize() throws(StorageError) {
    let descriptor = try SystemCalls.open(path, O_RDONLY)
    defer { close(descriptor) }
    try SystemCalls.synchronize(descriptor, path: path)
  }
}
