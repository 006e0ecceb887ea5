/// Why reading could not begin.
///
/// What is wrong inside a file is never an error: it is in that file's report.
package enum ReadingError: Error, Equatable, Sendable {
  /// There is nothing at a PATH that was given.
  case missing(path: String)
  /// A PATH that was given cannot be looked at; `reason` is the system's own.
  case unreadable(path: String, reason: String)

  /// The path as it was given.
  package var path: String {
    switch self {
    case .missing(let path), .unreadable(let path, _): path
    }
  }

  /// What is wrong with it.
  package var reason: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(_, let reason): reason
    }
  }

  /// What to do next.
  package var advice: String {
    switch self {
    case .missing: "check the spelling, and that the disk or stick is there"
    case .unreadable: "check the permissions of the path and of the folders above it"
    }
  }
}
