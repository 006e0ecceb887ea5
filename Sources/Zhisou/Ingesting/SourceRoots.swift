internal import InvertedIndex
internal import Storage

/// The paths that a run reads, placed among those that the index knows.
///
/// A path below one that was given before belongs to that root, so that reading a folder again in
/// part replaces just that part; roots below a path that is given now are absorbed by it.
struct SourceRoots {
  /// One path of the run.
  struct Place {
    /// The path as it was given.
    let path: String
    let root: Int
    /// What stands in front of the names of its files, such as `patents/`.
    let lead: String
    /// The name of the file that the path is; `nil` for a folder.
    let file: String?
  }

  let places: [Place]
  private let absorbed: Set<Int>

  /// Finds or begins the roots of the paths, each of which must exist.
  init(_ paths: [String], in writer: IndexWriter) throws(ZhisouError) {
    var places: [Place] = []
    var absorbed: Set<Int> = []
    for path in paths {
      let absolute = try ZhisouError.wrap { () throws(StorageError) in
        try Directory.absolute(path)
      }
      let above = writer.roots.first { Self.isPath($0.path, aboveOrAt: absolute) }
      for root in writer.roots where Self.isPath(absolute, aboveOrAt: root.path) {
        if root.path != absolute { absorbed.insert(root.number) }
      }
      let root = above?.number ?? writer.number(ofRoot: absolute)
      let below = absolute.dropFirst((above?.path ?? absolute).count).drop { $0 == "/" }
      if Directory(path: absolute).exists {
        let lead = below.isEmpty ? "" : below + "/"
        places.append(Place(path: path, root: root, lead: lead, file: nil))
      } else {
        let name = absolute.split(separator: "/").last.map(String.init) ?? ""
        let lead = String(below.dropLast(name.count))
        places.append(Place(path: path, root: root, lead: lead, file: lead + name))
      }
    }
    self.places = places
    self.absorbed = absorbed
  }

  /// Whether the run reads a source of the former index again, or finds it gone.
  func replaces(_ name: [UInt8]) -> Bool {
    guard let root = SourceName.root(of: name) else { return true }
    if absorbed.contains(root) { return true }
    let file = SourceName.file(of: name)
    return places.contains { place in
      place.root == root && place.file.map { $0 == file } ?? file.hasPrefix(place.lead)
    }
  }

  private static func isPath(_ path: String, aboveOrAt other: String) -> Bool {
    path == other || other.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
