internal import InvertedIndex
internal import Storage

/// The paths that a run reads, placed among those that the index knows.
///
/// A path below another one, of this run or of one before, belongs to that root, so that reading a
/// folder again in part replaces just that part; roots below a path that is given now are absorbed
/// by it.
struct SourceRoots {
  /// One path of the run.
  struct Place {
    /// The path as it was given.
    let path: String
    let root: Int
    /// The path below its root; empty for the root itself.
    let below: String
    /// What stands in front of the names of its files, such as `patents/`.
    let lead: String
  }

  let places: [Place]
  private let absorbed: Set<Int>

  /// Finds or begins the roots of the paths, each of which must exist.
  init(_ paths: [String], in writer: IndexWriter) throws(ZhisouError) {
    var absolutes: [String] = []
    for path in paths {
      absolutes.append(
        try ZhisouError.wrapReading { () throws(StorageError) in try Directory.absolute(path) })
    }
    // The shortest first: a path that has others below it becomes their root.
    for absolute in absolutes.sorted(by: { $0.utf8.count < $1.utf8.count }) {
      _ = Self.root(of: absolute, in: writer)
    }
    var places: [Place] = []
    var absorbed: Set<Int> = []
    for (path, absolute) in zip(paths, absolutes) {
      let root = Self.root(of: absolute, in: writer)
      places.append(Self.place(path, absolute, in: root))
      for other in writer.roots where Self.isPath(absolute, aboveOrAt: other.path) {
        if other.number != root.number { absorbed.insert(other.number) }
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
      place.root == root && (place.below.isEmpty || Self.isPath(place.below, aboveOrAt: file))
    }
  }

  /// The topmost root at or above a path, a new one where there is none.
  ///
  /// A root below another one has no sources: they were absorbed when the other one was read.
  private static func root(
    of path: String, in writer: IndexWriter
  ) -> (number: Int, path: String) {
    let above = writer.roots.filter { isPath($0.path, aboveOrAt: path) }
    if let root = above.min(by: { $0.path.utf8.count < $1.path.utf8.count }) {
      return (root.number, root.path)
    }
    return (writer.number(ofRoot: path), path)
  }

  private static func place(
    _ path: String, _ absolute: String, in root: (number: Int, path: String)
  ) -> Place {
    let below = String(absolute.dropFirst(root.path.count).drop { $0 == "/" })
    if Directory(path: absolute).exists {
      let lead = below.isEmpty ? "" : below + "/"
      return Place(path: path, root: root.number, below: below, lead: lead)
    }
    let name = below.split(separator: "/").last ?? ""
    let lead = String(below.dropLast(name.count))
    return Place(path: path, root: root.number, below: below, lead: lead)
  }

  private static func isPath(_ path: String, aboveOrAt other: String) -> Bool {
    path == other || other.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
