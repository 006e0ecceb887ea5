/// Bytes that come one piece after another: a file, memory, or what comes out of a container.
protocol ByteSource: AnyObject {
  /// Fills `buffer` from `offset`, as far as it likes; 0 at the end.
  ///
  /// - Throws: `SourceFailure` at the place where the bytes end before their time. All that could be
  ///   had was given before.
  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int

  /// All the bytes, from the first, to be read at any place; nil when they come only once.
  var randomAccess: (any RandomAccess)? { get }
}

extension ByteSource {
  var randomAccess: (any RandomAccess)? { nil }
}

/// Why the rest of a source cannot be had.
enum SourceFailure: Error, Equatable {
  /// The bytes are damaged; the words say how.
  case damaged(String)
  /// The system does not give them; the words are its own.
  case unreadable(String)

  var reason: String {
    switch self {
    case .damaged(let reason), .unreadable(let reason): reason
    }
  }
}
