/// How a source is named in the index: the number of its root, a zero byte, the path below it.
///
/// The root tells which records a later run over the same path replaces; what is shown is the path.
enum SourceName {
  static func make(root: Int, file: String) -> [UInt8] {
    Array(String(root).utf8) + [0] + Array(file.utf8)
  }

  /// The number of the root, `nil` when the name has none.
  static func root(of name: [UInt8]) -> Int? {
    guard let end = name.firstIndex(of: 0) else { return nil }
    return Int(String(decoding: name[..<end], as: UTF8.self))
  }

  /// The path that is shown.
  static func file(of name: [UInt8]) -> String {
    guard let end = name.firstIndex(of: 0) else { return String(decoding: name, as: UTF8.self) }
    return String(decoding: name[(end + 1)...], as: UTF8.self)
  }
}
