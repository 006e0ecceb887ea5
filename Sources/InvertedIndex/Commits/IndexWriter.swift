package import Storage

/// The one writer of an index: merges new segments with the old and commits.
///
/// Until ``commit(keeping:)`` returns, the index on disk is the one that was there before, whatever
/// happens to the process; see FileFormat.md, "Commit".
package final class IndexWriter {
  package struct Outcome: Equatable, Sendable {
    /// Documents in the index now.
    package let documents: Int
    package let segments: Int
    /// Documents left out because their identifier came again later or was withdrawn.
    package let superseded: Int
    /// Documents of the former index that are not in this one because their root was read again.
    package let replaced: Int
  }

  package let directory: Directory
  /// Where the segments of the next commit are made.
  package let newSegments: NewSegments
  private let lock: DirectoryLock
  private var manifest: Manifest

  /// Takes the lock, reads what is there and removes what an earlier writer left unfinished.
  package init(
    directory: Directory, analyzer: AnalyzerStamp
  ) throws(IndexError) {
    self.directory = directory
    lock = try IndexError.wrap { () throws(StorageError) in
      try directory.create()
      return try DirectoryLock(directory)
    }
    do {
      manifest = try Manifest.read(from: directory)
    } catch IndexError.missing {
      manifest = Manifest(analyzer: analyzer)
    }
    guard manifest.analyzer == analyzer else {
      throw .otherAnalyzer(
        path: directory.path, found: manifest.analyzer, expected: analyzer)
    }
    newSegments = NewSegments(in: directory, from: manifest.nextSegment)
    try IndexError.wrap { () throws(StorageError) in try removeStrays() }
  }

  /// The paths that were given to be indexed, now and before.
  package var roots: [Manifest.Root] { manifest.roots }

  /// The number of a root, a new one for a path not seen before.
  package func number(ofRoot path: String) -> Int {
    if let known = manifest.roots.first(where: { $0.path == path }) { return known.number }
    let number = (manifest.roots.map(\.number).max() ?? -1) + 1
    manifest.roots.append(Manifest.Root(number: number, path: path))
    return number
  }

  /// Makes old and new documents one index, durably.
  ///
  /// `isKept` says of each source of the former index, by its name, whether its documents stay. With
  /// one of `threads` merging has no other thread.
  package func commit(
    threads: Int = 1, keeping isKept: ([UInt8]) -> Bool
  ) throws(IndexError) -> Outcome {
    try IndexError.wrap { () throws(StorageError) in
      var replaced = 0
      var sources: [MergeSource] = []
      for segment in manifest.segments {
        var source = MergeSource(try SegmentReader(segment.number, in: directory))
        try Self.keep(isKept, in: &source)
        replaced += source.reader.info.documents - source.living
        sources.append(source)
      }
      let new = newSegments.all
      for segment in new {
        manifest.nextSegment = max(manifest.nextSegment, segment.number + 1)
        let reader = try SegmentReader(segment.number, in: directory, form: segment.form)
        reader.releasePages()
        sources.append(MergeSource(reader))
      }
      let superseded = try SupersededDocuments.remove(from: &sources)
      for source in sources { source.reader.releasePages() }
      var groups = Self.groups(sources.filter { $0.living > 0 })
      sources = []
      var segments: [Manifest.Segment] = []
      while !groups.isEmpty {
        segments.append(
          try merge(groups.removeFirst(), new: Set(new.map(\.number)), threads: threads))
      }
      manifest.segments = segments
      manifest.generation += 1
      try manifest.write(to: directory)
      newSegments.removeAll()
      try removeStrays()
      return Outcome(
        documents: segments.reduce(0) { $0 + $1.documents }, segments: segments.count,
        superseded: superseded, replaced: replaced)
    }
  }

  /// Gives up the new segments; the index stays as it was.
  package func abandon() {
    // What cannot be removed now is removed by the next writer.
    try? removeStrays()
  }

  private static func keep(
    _ isKept: ([UInt8]) -> Bool, in source: inout MergeSource
  ) throws(StorageError) {
    let reader = source.reader
    var decisions: [UInt32: Bool] = [:]
    try source.remove { (document) throws(StorageError) in
      try reader.reading(reader.columnsFile, "a source") { () throws(ByteCursor.Fault) in
        let file = try reader.sources.source(of: document).file
        if let known = decisions[file] { return known }
        let isRemoved = try !isKept(reader.sources.names.string(at: Int(file)))
        decisions[file] = isRemoved
        return isRemoved
      }
    }
  }

  /// Cuts the segments into runs whose files stay within the largest file there may be.
  ///
  /// A quarter is kept free: a list that is rare in one segment may be dense, and longer, in all.
  private static func groups(_ sources: [MergeSource]) -> [[MergeSource]] {
    let limit = FileHeader.largestFile / 4 * 3
    var groups: [[MergeSource]] = []
    var sizes: [Int] = []
    for source in sources {
      let own = source.reader.sizes.map(\.bytes)
      let joined = sizes.isEmpty ? own : zip(sizes, own).map { $0 + $1 }
      if !groups.isEmpty, joined.allSatisfy({ $0 <= limit }) {
        groups[groups.count - 1].append(source)
        sizes = joined
      } else {
        groups.append([source])
        sizes = own
      }
    }
    return groups
  }

  private func merge(
    _ group: [MergeSource], new: Set<UInt64>, threads: Int
  ) throws(StorageError) -> Manifest.Segment {
    if group.count == 1, group[0].isWhole, group[0].reader.form == .finished {
      return Manifest.Segment(
        number: group[0].reader.number, documents: group[0].reader.info.documents)
    }
    // A damage that is merged would have a right checksum from then on.
    for source in group where !new.contains(source.reader.number) {
      try source.reader.verifyChecksums()
    }
    let number = manifest.nextSegment
    manifest.nextSegment += 1
    try SegmentMerger(group).write(
      SegmentFiles(number: number), in: directory, threads: threads)
    // The disk need not hold all segments twice: what is merged goes, unless it is committed.
    for source in group where new.contains(source.reader.number) {
      for name in SegmentFiles(number: source.reader.number).all { try directory.remove(name) }
    }
    return Manifest.Segment(number: number, documents: group.reduce(0) { $0 + $1.living })
  }

  /// Removes files of segments that no manifest names.
  private func removeStrays() throws(StorageError) {
    let committed: Set<String>
    do {
      let current = try Manifest.read(from: directory)
      committed = Set(current.segments.flatMap { SegmentFiles(number: $0.number).all })
    } catch IndexError.missing {
      committed = []
    } catch IndexError.storage(let error) {
      throw error
    } catch {
      preconditionFailure("reading a manifest throws nothing else")
    }
    for name in try directory.names() {
      let isStray = SegmentFiles.isSegmentFile(name) && !committed.contains(name)
      if isStray || name == Manifest.newName { try directory.remove(name) }
    }
  }
}
