/// Finds the files of a corpus and reads the records out of them.
///
/// A reader has no state: it can be used from several threads at once. Memory is bounded by
/// `ReadingLimits`, whatever the size of files, records and folders.
package struct CorpusReader: Sendable {
  /// The bounds it keeps to.
  package let limits: ReadingLimits
  /// Where what is compressed is unpacked when that is needed and memory is too small for it.
  package let spoolFolder: String?
  /// What is told how far reading has come.
  private let meter: ReadingMeter?

  /// Makes a reader.
  ///
  /// `spoolFolder` is the one folder in which it makes files, without a name and for as long as they
  /// are read. Without it, archives inside compressed files beyond `spoolMemoryBytes` are reported.
  package init(
    limits: ReadingLimits = ReadingLimits(), spoolFolder: String? = nil,
    meter: ReadingMeter? = nil
  ) {
    self.limits = limits
    self.spoolFolder = spoolFolder
    self.meter = meter
  }

  /// Calls `body` with each file under the paths, in a stable order.
  ///
  /// The paths come in the order given; the entries of a folder in the order of their names'
  /// bytes, folders entered where their name stands. Hidden files and leftovers of other programs
  /// are passed over. What cannot be read (links, pipes, folders without permission) is visited
  /// too, and reading it gives its report. The names of one folder at a time are in memory.
  ///
  /// - Throws: `WalkError.reading` when a path is not there, before anything is visited, or may not
  ///   be read, before anything of it is visited; `WalkError.body` with what `body` threw.
  package func forEachFile<E: Error>(
    under paths: [String], _ body: (CorpusFile) throws(E) -> Void
  ) throws(WalkError<E>) {
    let roots = paths.map { Array($0.utf8) }
    for root in roots {
      do throws(SystemError) {
        _ = try FileStatus.of(path: root)
      } catch {
        throw .reading(FolderWalk.readingError(error, root))
      }
    }
    let walk = FolderWalk(limits: limits)
    for root in roots { try walk.visit(root: root, body) }
  }

  /// Reads a file and calls `body` with each record.
  ///
  /// The record is one buffer used again and again: `body` may take from it what it wants, and must
  /// not expect it to stand. Bad content is never an error; it is in the report.
  ///
  /// - Throws: what `body` throws, which ends the reading at once.
  package func read<E: Error>(
    _ file: CorpusFile, _ body: (inout Record) throws(E) -> Void
  ) throws(E) -> FileReport {
    try withSink(name: file.name, kind: file.kind, body) { sink in
      switch file.obstacle {
      case .unsupported(let reason): sink.refuse(reason)
      case .failed(let reason): sink.fail(reason)
      case nil:
        do throws(SystemError) {
          let descriptor = try Descriptor.open(path: file.path, followsLink: file.followsLink)
          try read(descriptor, sink)
        } catch {
          guard error.isLink else {
            sink.fail(error.reason)
            return
          }
          sink.refuse("a symbolic link is not followed")
        }
      }
    }
  }

  /// Reads bytes that are in memory as if they were a file of that name.
  package func read<E: Error>(
    bytes: [UInt8], name: String, kind: RecordKind? = nil,
    _ body: (inout Record) throws(E) -> Void
  ) throws(E) -> FileReport {
    try withSink(name: name, kind: kind, body) { sink in
      sink.count(bytesRead: bytes.count)
      reading(sink, of: bytes.count).read(MemorySource(bytes), expected: bytes.count)
    }
  }

  /// Reads an open file from where it stands; the descriptor stays open.
  package func read<E: Error>(
    descriptor: Int32, name: String, kind: RecordKind? = nil,
    _ body: (inout Record) throws(E) -> Void
  ) throws(E) -> FileReport {
    try withSink(name: name, kind: kind, body) { sink in
      do throws(SystemError) {
        try read(Descriptor(number: descriptor, isOwned: false), sink)
      } catch {
        sink.fail(error.reason)
      }
    }
  }

  private func read(_ descriptor: Descriptor, _ sink: RecordSink) throws(SystemError) {
    let before = try descriptor.status()
    if case .unsupported(let reason) = NameFilter.obstacle(before.shape) {
      sink.refuse(reason)
      return
    }
    meter?.beginFile()
    let source = DescriptorSource(descriptor, meter: meter)
    reading(sink, of: before.size).read(source, expected: before.size)
    sink.count(bytesRead: source.bytesRead)
    if try descriptor.status() != before {
      sink.lose("", "the file changed while it was read")
    }
  }

  private func reading(_ sink: RecordSink, of bytes: Int) -> FileReading {
    FileReading(limits: limits, sink: sink, spoolFolder: spoolFolder, fileBytes: bytes)
  }

  /// Runs `read` with a sink that gives records to `body` and remembers what it throws.
  private func withSink<E: Error>(
    name: String, kind: RecordKind?, _ body: (inout Record) throws(E) -> Void,
    _ read: (RecordSink) -> Void
  ) throws(E) -> FileReport {
    var thrown: E?
    // Apart from the closure, which is called for every record.
    @inline(never)
    func keep(_ error: E) -> Bool {
      thrown = error
      return false
    }
    let report = withoutActuallyEscaping(body) { body in
      let sink = RecordSink(
        report: FileReport(path: name), folderKind: kind, keptProblems: limits.keptProblems,
        meter: meter
      ) { record in
        do throws(E) {
          try body(&record)
          return true
        } catch {
          return keep(error)
        }
      }
      read(sink)
      return sink.report
    }
    if let thrown { throw thrown }
    return report
  }
}
