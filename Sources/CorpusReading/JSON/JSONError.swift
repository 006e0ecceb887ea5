/// Why a line is not JSON (RFC 8259), or not a record.
enum JSONError: Error, Equatable {
  case empty
  case notAnObject(String)
  case unexpectedEnd
  case unexpected(UInt8, at: Int)
  case controlCharacter(at: Int)
  case badEscape(at: Int)
  case badNumber(at: Int)
  case tooDeep(Int)

  /// The words for a report; positions count bytes of the line from 1.
  var reason: String {
    switch self {
    case .empty: "an empty line"
    case .notAnObject(let what): "\(what) where an object {…} is expected"
    case .unexpectedEnd: "the line ends before its object does"
    case .unexpected(let byte, let index):
      "not JSON: \(Self.shown(byte)) is not expected at byte \(index + 1)"
    case .controlCharacter(let index):
      "not JSON: a tab or control character inside a string at byte \(index + 1)"
    case .badEscape(let index): "not JSON: a bad escape in a string at byte \(index + 1)"
    case .badNumber(let index): "not JSON: a bad number at byte \(index + 1)"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    }
  }

  /// The byte at which it is wrong, counted from 0; nil where there is none.
  var position: Int? {
    switch self {
    case .unexpected(_, let index), .controlCharacter(let index), .badEscape(let index),
      .badNumber(let index):
      index
    case .empty, .notAnObject, .unexpectedEnd, .tooDeep: nil
    }
  }

  /// The same, where the byte is counted from another place.
  func moved(to index: Int) -> JSONError {
    switch self {
    case .unexpected(let byte, _): .unexpected(byte, at: index)
    case .controlCharacter: .controlCharacter(at: index)
    case .badEscape: .badEscape(at: index)
    case .badNumber: .badNumber(at: index)
    case .empty, .notAnObject, .unexpectedEnd, .tooDeep: self
    }
  }

  private static func shown(_ byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "a character"
  }
}
