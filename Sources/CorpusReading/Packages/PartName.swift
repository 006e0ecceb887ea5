/// The names of the parts of a package (ISO/IEC 29500-2, clause 6): paths inside the archive only.
enum PartName {
  /// The form in which names are compared: without a leading slash, ASCII in lower case, slashes
  /// for the backslashes that some programs write.
  static func folded(_ name: some Sequence<UInt8>) -> String {
    let folded = name.map { byte -> UInt8 in
      if byte == 0x5C { return 0x2F }
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    return String(decoding: folded.drop { $0 == 0x2F }, as: UTF8.self)
  }

  /// The part that a relationship of the part `source` points to; nil when that is no place inside
  /// the package.
  ///
  /// The source of the package's own relationships is empty. A target with a scheme, such as a web
  /// address, and one that climbs out of the package are no parts.
  static func resolve(_ target: [UInt8], from source: String) -> String? {
    let path = percentDecoded(target.prefix { $0 != 0x23 })  // #
    guard !path.isEmpty, !hasScheme(path) else { return nil }
    let isAbsolute = path[0] == 0x2F || path[0] == 0x5C
    var names = isAbsolute ? [] : source.split(separator: "/").dropLast()
    for name in folded(path).split(separator: "/") where name != "." {
      if name == ".." {
        guard names.popLast() != nil else { return nil }
      } else {
        names.append(name)
      }
    }
    return names.isEmpty ? nil : names.joined(separator: "/")
  }

  /// The part that holds the relationships of a part.
  static func relationships(of source: String) -> String {
    var names = source.split(separator: "/").map(String.init)
    let last = names.popLast() ?? ""
    return (names + ["_rels", last + ".rels"]).joined(separator: "/")
  }

  /// Whether a colon stands before any slash.
  private static func hasScheme(_ path: [UInt8]) -> Bool {
    path.first { $0 == 0x3A || $0 == 0x2F || $0 == 0x5C } == 0x3A
  }

  private static func percentDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == 0x25, rest.count >= 2, let value = UInt8(digits, radix: 16) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
