/// The last component of a path, seen as a title and an extension.
///
/// A name is never trusted: it breaks ties between formats, and stands in for a title.
struct FileName {
  /// The name without its extension, nor that of the compression around it: `笔记` of `笔记.md.gz`.
  let stem: String
  /// What stands behind the last dot of the name, in lower case: `md` of `笔记.MD.gz`; else empty.
  let pathExtension: String

  init(_ name: String) {
    let (outer, compression) = Self.split(name)
    let base = compression == "gz" && !outer.isEmpty ? outer : name
    (stem, pathExtension) = Self.split(base)
  }

  /// Cuts a name at its last dot, if what follows looks like an extension: `GB 1804.2000` has none.
  private static func split(_ name: String) -> (stem: String, pathExtension: String) {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (name, "") }
    let last = name[name.index(after: dot)...]
    guard (1...longestExtension).contains(last.utf8.count), last.utf8.allSatisfy(isAlphanumeric),
      last.utf8.contains(where: { $0 >= 0x41 })
    else { return (name, "") }
    return (String(name[..<dot]), last.lowercased())
  }

  private static let longestExtension = 8

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
