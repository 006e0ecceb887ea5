/// How a source is named in the index: the number of its root, a zero byte, the path below it.
///
/// The root tells which records a later run over the same path replaces; what is shown is the path.
/// A record of a container whose id is unique only in its entry has the entry's name behind another
/// zero byte, so that equal ids of two entries stay apart; a national pack of patents has none.
struct SourceName {
  /// The name as it stands in the index.
  let bytes: [UInt8]
  private let file: String

  init(root: Int, file: String, entry: String = "") {
    let scope: [UInt8] = entry.isEmpty ? [] : [0] + Array(entry.utf8)
    bytes = Array(String(root).utf8) + [0] + Array(file.utf8) + scope
    self.file = file
  }

  /// The identifier of a record that has none of its own.
  func identifier(ofRecord ordinal: Int) -> [UInt8] {
    Array("\(file)#\(ordinal)".utf8)
  }

  /// The number of the root, `nil` when the name has none.
  static func root(of name: [UInt8]) -> Int? {
    guard let end = name.firstIndex(of: 0) else { return nil }
    return Int(String(decoding: name[..<end], as: UTF8.self))
  }

  /// The path that is shown.
  static func file(of name: [UInt8]) -> String {
    let parts = name.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    return String(decoding: parts.count > 1 ? parts[1] : name[...], as: UTF8.self)
  }
}
