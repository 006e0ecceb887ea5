/// The identifier of a query or a document in the form that it has in TREC files.
///
/// Columns of TREC files are separated by white space, so white space, the control characters and
/// the percent sign are percent-encoded as the bytes of UTF-8 (RFC 3986): `GB/T 1804` is
/// `GB/T%201804`, `50%` is `50%25`. Judgements, runs and exports all hold this form, so that they
/// can be compared as they stand.
///
/// Two identifiers are equal, and ordered, by their bytes, as in C; Unicode equivalence does not
/// count.
public struct TRECIdentifier: Sendable {
  /// The encoded form.
  public let text: String

  /// The form of a document's or a query's own identifier.
  public init(_ identifier: String) {
    text = Self.encode(identifier, keepsEscapes: false)
  }

  /// The form of what stands in a file, whether it was encoded or not.
  ///
  /// A percent sign in front of two hexadecimal digits is an escape and stays; any other one is
  /// meant as itself. An identifier that itself reads like an escape must be encoded in the file.
  init(column: String) {
    text = Self.encode(column, keepsEscapes: true)
  }

  private static func encode(_ identifier: String, keepsEscapes: Bool) -> String {
    guard identifier.unicodeScalars.contains(where: mustBeEncoded) else { return identifier }
    var text = ""
    var rest = identifier.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isEscape = keepsEscapes && scalar == "%" && startsWithTwoDigits(rest)
      guard mustBeEncoded(scalar), !isEscape else {
        text.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  private static func mustBeEncoded(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value <= 0x20 || scalar == "%" : scalar.isWhiteSpace
  }

  private static func startsWithTwoDigits(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let digits = scalars.prefix(2)
    return digits.count == 2 && digits.allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

extension TRECIdentifier: Hashable {
  /// Whether the bytes are the same.
  public static func == (left: TRECIdentifier, right: TRECIdentifier) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Adds the identifier to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}

extension TRECIdentifier: Comparable {
  /// Whether the bytes of one come before those of another.
  public static func < (left: TRECIdentifier, right: TRECIdentifier) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension TRECIdentifier: CustomStringConvertible {
  /// The encoded form.
  public var description: String { text }
}
