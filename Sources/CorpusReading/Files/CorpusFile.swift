/// A file that a walk has found; nothing of it has been read yet.
package struct CorpusFile: Sendable {
  /// The path to open, in the bytes the file system gave.
  package let path: [UInt8]
  /// The path to show and to cite as a source.
  ///
  /// Relative to the folder that was given, or the last component of a file that was given. Bytes
  /// that are not UTF-8 and control characters are written `\xHH`.
  package let name: String
  /// The kind that the nearest folder's name says, if any does.
  package let kind: RecordKind?
  /// Bytes, when the walk passed.
  package let size: Int
  /// The time of the last change, nanoseconds since 1970, when the walk passed.
  package let modified: Int64
  /// Why the file is listed although it cannot be read; its report says the same.
  let obstacle: Obstacle?
  /// Whether a link at the end of `path` was named by the user and is to be followed.
  let followsLink: Bool

  /// Whether this is a file to read; otherwise reading it only gives its report.
  package var isRegular: Bool { obstacle == nil }

  /// Something that is not a file.
  enum Obstacle: Equatable, Sendable {
    /// Left alone on purpose; the words say what it is.
    case unsupported(String)
    /// The system refused; the words are its own.
    case failed(String)
  }

  /// The form of raw path bytes that can be shown on one line anywhere.
  package static func shown(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = ""
    for scalar in EscapedScalars.of(bytes) { text += scalar }
    return text
  }
}

/// Raw bytes cut into characters that can be shown.
private enum EscapedScalars {
  static func of(_ bytes: [UInt8]) -> [String] {
    var parts: [String] = []
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var position = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        if isControl {
          parts += encoded.map(escape)
        } else {
          parts.append(String(scalar))
        }
        position += encoded.count
      case .error(let length):
        parts += bytes[position..<(position + length)].map(escape)
        position += length
      case .emptyInput:
        return parts
      }
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "\\x0\(digits)" : "\\x\(digits)"
  }
}
