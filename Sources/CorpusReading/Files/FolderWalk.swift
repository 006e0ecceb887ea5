/// The files under a folder, in the order of their names' bytes, depth first.
///
/// Holds the names of the folders on the way down, never those of the whole tree.
struct FolderWalk {
  private let limits: ReadingLimits

  init(limits: ReadingLimits) {
    self.limits = limits
  }

  /// Visits everything that stands at a path which was given by the user.
  ///
  /// - Throws: `ReadingError` when there is nothing or it may not be read, else what `body` throws.
  func visit<E: Error>(
    root path: [UInt8], _ body: (CorpusFile) throws(E) -> Void
  ) throws(WalkError<E>) {
    let status: FileStatus
    var folder: OpenFolder?
    do throws(SystemError) {
      status = try FileStatus.of(path: path)
      if status.shape == .folder || status.shape == .file {
        let opened = try Descriptor.open(path: path, followsLink: true)
        if status.shape == .folder { folder = try OpenFolder(opened) }
      }
    } catch {
      throw .reading(Self.readingError(error, path))
    }
    do {
      if let folder {
        let kind = FolderNames.kind(parents: Self.components(path).suffix(1))
        try visit(folder, Place(path: path, name: [], kind: kind, depth: 0), body)
      } else {
        try body(
          CorpusFile(
            path: path, name: CorpusFile.shown(Self.lastComponent(path)),
            kind: FolderNames.kind(parents: Self.parents(path).suffix(1)),
            size: status.size, modified: status.modified,
            obstacle: NameFilter.obstacle(status.shape), followsLink: true))
      }
    } catch {
      throw .body(error)
    }
  }

  static func readingError(_ error: SystemError, _ path: [UInt8]) -> ReadingError {
    error.isMissing
      ? .missing(path: CorpusFile.shown(path))
      : .unreadable(path: CorpusFile.shown(path), reason: error.reason)
  }

  private func visit<E: Error>(
    _ folder: OpenFolder, _ place: Place, _ body: (CorpusFile) throws(E) -> Void
  ) throws(E) {
    var ignored = place.ignored
    if folder.names.contains(IgnoreList.fileName) {
      do throws(SystemError) {
        ignored.add(try folder.descriptor.ignoreList())
      } catch {
        let reason = "\(error.reason), so that nothing in its folder is read"
        try body(place.entry(IgnoreList.fileName).file(.failed(reason)))
        return
      }
    }
    for name in folder.names where !NameFilter.skips(name) && !ignored.contains(name) {
      let entry = place.entry(name)
      let status: FileStatus
      do throws(SystemError) {
        status = try folder.descriptor.status(of: name)
      } catch {
        try body(entry.file(.failed(error.reason)))
        continue
      }
      guard status.shape == .folder else {
        try body(entry.file(NameFilter.obstacle(status.shape), status))
        continue
      }
      guard entry.depth <= limits.folderDepth else {
        try body(entry.file(.failed("folders are nested more than \(limits.folderDepth) deep")))
        continue
      }
      let inner: OpenFolder
      do throws(SystemError) {
        inner = try OpenFolder(folder.descriptor.openFolder(name))
      } catch {
        try body(entry.file(.failed(error.reason)))
        continue
      }
      try visit(inner, entry.folder(kind: FolderNames.kind(of: name), ignored: ignored), body)
    }
  }

  private static func components(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    path.split(separator: 0x2F)
  }

  private static func lastComponent(_ path: [UInt8]) -> ArraySlice<UInt8> {
    components(path).last ?? path[...]
  }

  private static func parents(_ path: [UInt8]) -> ArraySlice<ArraySlice<UInt8>> {
    components(path).dropLast()
  }
}

/// A folder and the names in it.
private struct OpenFolder {
  let descriptor: Descriptor
  let names: [[UInt8]]

  init(_ descriptor: Descriptor) throws(SystemError) {
    self.descriptor = descriptor
    names = try descriptor.sortedNames()
  }
}

extension Descriptor {
  /// The front of the list in this folder of what is not to be read.
  fileprivate func ignoreList() throws(SystemError) -> [UInt8] {
    let file = try openFile(IgnoreList.fileName)
    var bytes = [UInt8](repeating: 0, count: IgnoreList.largestSize)
    let count = try file.read(into: &bytes, from: 0)
    return Array(bytes[..<count])
  }
}

/// A place in the walk: how to open it, how to show it, what its folders say.
private struct Place {
  let path: [UInt8]
  let name: [UInt8]
  let kind: RecordKind?
  let depth: Int
  /// What the folders above do not want read.
  var ignored = IgnoreList()

  func entry(_ entry: [UInt8]) -> Place {
    let slash: [UInt8] = [0x2F]
    return Place(
      path: path.last == 0x2F ? path + entry : path + slash + entry,
      name: name.isEmpty ? entry : name + slash + entry, kind: kind, depth: depth + 1)
  }

  /// The same place once it is known to be a folder whose name says a kind, or says none.
  func folder(kind folderKind: RecordKind?, ignored: IgnoreList) -> Place {
    Place(path: path, name: name, kind: folderKind ?? kind, depth: depth, ignored: ignored)
  }

  func file(_ obstacle: CorpusFile.Obstacle?, _ status: FileStatus? = nil) -> CorpusFile {
    CorpusFile(
      path: path, name: CorpusFile.shown(name), kind: kind,
      size: status?.size ?? 0, modified: status?.modified ?? 0, obstacle: obstacle,
      followsLink: false)
  }
}
