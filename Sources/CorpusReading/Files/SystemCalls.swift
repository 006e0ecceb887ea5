#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The system's refusal, by its number.
struct SystemError: Error, Equatable {
  let code: Int32

  static var last: SystemError { SystemError(code: errno) }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  var isLink: Bool { code == ELOOP }

  /// The system's own words: "Permission denied".
  var reason: String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}

/// What stands at a path.
struct FileStatus: Equatable {
  enum Shape: Equatable {
    case file, folder, link, pipe, socket, device
  }

  let shape: Shape
  /// Bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64

  init(_ status: stat) {
    shape =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Looks at a path, following a link at its end.
  static func of(path: [UInt8]) throws(SystemError) -> FileStatus {
    var status = stat()
    let result = unsafe withCString(path) { unsafe stat($0, &status) }
    guard result == 0 else { throw SystemError.last }
    return FileStatus(status)
  }
}

/// An open file or folder; closed when the last reference goes.
final class Descriptor: Sendable {
  let number: Int32
  private let isOwned: Bool

  init(number: Int32, isOwned: Bool = true) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { _ = close(number) }
  }

  /// Opens a path for reading, never waiting for a pipe's other end.
  ///
  /// A path longer than the system takes at once is opened piece by piece. A link at the end is
  /// refused with ELOOP unless `followsLink`.
  static func open(path: [UInt8], followsLink: Bool = false) throws(SystemError) -> Descriptor {
    let longestPiece = 3_000
    var start = 0
    var folder: Descriptor?
    while path.count - start > longestPiece {
      guard
        let slash = path[start..<(start + longestPiece)].lastIndex(of: 0x2F), slash > start
      else { throw SystemError(code: ENAMETOOLONG) }
      folder = try openEntry(Array(path[start..<slash]), in: folder, O_RDONLY | O_DIRECTORY)
      start = slash + 1
    }
    let flags = O_RDONLY | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
    return try openEntry(Array(path[start...]), in: folder, flags)
  }

  /// Opens a folder in this folder; a link is refused.
  func openFolder(_ name: [UInt8]) throws(SystemError) -> Descriptor {
    try Self.openEntry(name, in: self, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  /// Opens a file in this folder, never waiting for a pipe's other end; a link is refused.
  func openFile(_ name: [UInt8]) throws(SystemError) -> Descriptor {
    try Self.openEntry(name, in: self, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  }

  private static func openEntry(
    _ name: [UInt8], in folder: Descriptor?, _ flags: Int32
  ) throws(SystemError) -> Descriptor {
    let base = folder?.number ?? AT_FDCWD
    let number = unsafe withCString(name) { unsafe openat(base, $0, flags | O_CLOEXEC) }
    guard number >= 0 else { throw SystemError.last }
    return Descriptor(number: number)
  }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// Looks at an entry of this folder without following a link.
  func status(of name: [UInt8]) throws(SystemError) -> FileStatus {
    var status = stat()
    let result = unsafe withCString(name) {
      unsafe fstatat(number, $0, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// Reads into `buffer` from `offset` to its end at most; 0 at the end of the file.
  func read(into buffer: inout [UInt8], from offset: Int) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { all in
        let target = unsafe UnsafeMutableRawBufferPointer(rebasing: all[offset...])
        #if canImport(Darwin)
          return unsafe Darwin.read(number, target.baseAddress, target.count)
        #elseif canImport(Musl)
          return unsafe Musl.read(number, target.baseAddress, target.count)
        #else
          return unsafe Glibc.read(number, target.baseAddress, target.count)
        #endif
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw SystemError.last }
    }
  }

  /// The names in this folder, as raw bytes, without `.` and `..`, in the order of those bytes.
  ///
  /// Complexity: O(n log n); holds the names of this one folder.
  func sortedNames() throws(SystemError) -> [[UInt8]] {
    // `closedir` closes what it was given, so the stream gets a descriptor of its own.
    let copy = unsafe openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError.last }
    guard let stream = unsafe fdopendir(copy) else {
      let error = SystemError.last
      _ = close(copy)
      throw error
    }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
        unsafe Array(field.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError.last }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// Calls `body` with bytes as a C string.
private func withCString<R>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
  let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
  return unsafe terminated.withUnsafeBufferPointer { buffer in
    // The array is never empty, so its address exists; an empty path otherwise.
    guard let base = buffer.baseAddress else { return unsafe body("") }
    return unsafe body(base)
  }
}
