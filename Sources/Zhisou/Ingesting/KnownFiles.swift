internal import InvertedIndex
internal import Storage

/// Where the files are that an index knows, to tell which of them are gone.
struct KnownFiles {
  private let roots: [Int: String]

  init(_ roots: [Manifest.Root]) {
    self.roots = Dictionary(
      roots.map { ($0.number, $0.path) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path of a source, by its name in the index, when there is no such file any more.
  func path(ofGone name: [UInt8]) -> String? {
    guard let number = SourceName.root(of: name), let root = roots[number] else { return nil }
    let folder = Directory(path: root)
    let file = SourceName.file(of: name)
    if folder.exists { return Self.isMissing(file, in: folder) ? folder.path(of: file) : nil }
    // The root is a file itself, or the folder is gone.
    guard let slash = root.lastIndex(of: "/") else { return nil }
    let above = Directory(path: String(root[..<slash]))
    return Self.isMissing(String(root[slash...].dropFirst()), in: above)
      ? folder.path(of: file) : nil
  }

  private static func isMissing(_ name: String, in folder: Directory) -> Bool {
    (try? folder.contains(name)) == false
  }
}
