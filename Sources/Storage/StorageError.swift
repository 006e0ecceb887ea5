#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What can go wrong between bytes and disk.
///
/// Corrupt, too old and too new are three cases because they ask for three remedies: rebuild,
/// rebuild with this version, update the program.
package enum StorageError: Error, Equatable, Sendable {
  /// A system call failed; `code` is its `errno`.
  case system(path: String, operation: String, code: Int32)
  /// The bytes at `offset` of the file are not what the format allows.
  case corrupt(path: String, offset: Int, reason: String)
  /// The file has a format version older than this program reads.
  case tooOld(path: String, found: UInt32, oldest: UInt32)
  /// The file has a format version newer than this program knows.
  case tooNew(path: String, found: UInt32, newest: UInt32)
  /// Another process writes to this folder.
  case locked(path: String)
  /// A file would grow beyond what the format can address.
  case tooLarge(path: String, limit: Int)
}

extension StorageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let path, let operation, let code):
      "\(path): \(operation): \(SystemCalls.message(of: code))"
    case .corrupt(let path, let offset, let reason):
      "\(path): damaged at byte \(offset): \(reason)"
    case .tooOld(let path, let found, let oldest):
      "\(path): format version \(found) is older than \(oldest), the oldest this program reads"
    case .tooNew(let path, let found, let newest):
      "\(path): format version \(found) is newer than \(newest), the newest this program knows"
    case .locked(let path):
      "\(path): another process is writing to this index"
    case .tooLarge(let path, let limit):
      "\(path): would grow beyond \(limit) bytes"
    }
  }
}

extension StorageError {
  /// What a caller can do something about.
  package enum Cause: Sendable {
    case noSpace, noPermission, missing, other
  }

  /// What an `errno` means for the one who has to mend it.
  package static func cause(of code: Int32) -> Cause {
    switch code {
    case ENOSPC, EDQUOT: .noSpace
    case EACCES, EPERM, EROFS: .noPermission
    case ENOENT, ENOTDIR: .missing
    default: .other
    }
  }

  /// The system's words for an `errno`.
  package static func message(of code: Int32) -> String {
    SystemCalls.message(of: code)
  }

  /// Whether a file was to be created that is there already.
  package static func isExisting(_ error: StorageError) -> Bool {
    if case .system(_, _, EEXIST) = error { true } else { false }
  }
}
