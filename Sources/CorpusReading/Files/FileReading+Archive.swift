/// Archives: the files in them, or the one document that their parts make.
extension FileReading {
  /// Reads an archive that begins at the front of `source`, of which `reader` has taken nothing.
  func readArchive(_ source: any ByteSource, _ reader: ByteReader, _ containers: [String]) {
    sink.setFormat(Self.format("zip", in: containers))
    do throws(SourceFailure) {
      guard let bytes = source.randomAccess else {
        try readSpooledArchive(reader, containers)
        return
      }
      read(try ZipArchive(bytes, limits: limits, budget: budget), containers)
    } catch {
      report(error)
    }
  }

  /// The archive that a program unpacks from itself, nil when there is none.
  func archive(behindProgram source: any ByteSource) -> ZipArchive? {
    guard let bytes = source.randomAccess else { return nil }
    return try? ZipArchive(bytes, limits: limits, budget: budget)
  }

  /// Reads the entries of an archive, or the document that it is.
  func read(_ archive: ZipArchive, _ containers: [String]) {
    if readPackage(archive, containers) { return }
    sink.setFormat(Self.format("zip", in: containers))
    guard containers.count < limits.containerDepth else {
      sink.refuse("containers are nested more than \(limits.containerDepth) deep")
      return
    }
    var folders = EntryFolders()
    for index in archive.entries.indices where !sink.isStopped && !budget.isExceeded {
      do throws(SourceFailure) {
        let header = try archive.header(at: index)
        let name = EntryName.text(of: header)
        let place = folders.look(at: name)
        guard header.shape != .folder, !place.isSkipped else { continue }
        sink.readEntry(name, kind: place.kind) {
          read(entry: index, header, of: archive, containers)
        }
      } catch {
        report(error)
        return
      }
    }
    if let damage = archive.damage { sink.lose("", damage) }
  }

  private func read(
    entry index: Int, _ header: ZipHeader, of archive: ZipArchive, _ containers: [String]
  ) {
    if let obstacle = ZipArchive.obstacle(header) {
      sink.refuse(obstacle)
      return
    }
    do throws(SourceFailure) {
      let source = try archive.source(at: index, header)
      read(source, containers: containers + ["zip"], expected: header.size)
    } catch {
      report(error)
    }
  }

  private func readSpooledArchive(
    _ reader: ByteReader, _ containers: [String]
  ) throws(SourceFailure) {
    let spool = Spool(limits: limits, folder: spoolFolder)
    let failure = try spool.take(reader)
    if let failure { report(failure) }
    do throws(SourceFailure) {
      read(try ZipArchive(spool, limits: limits, budget: budget), containers)
    } catch {
      // Of bytes that broke off it is known already why they have no end.
      if failure == nil { throw error }
    }
  }

  /// Reads an archive whose parts together are a document; false when they are not.
  private func readPackage(_ archive: ZipArchive, _ containers: [String]) -> Bool {
    guard let package = Package(archive, sink: sink, limits: limits) else { return false }
    if case .unusable(let failure) = package.main {
      sink.setFormat(Self.format("office", in: containers))
      sink.lose(failure.place, failure.reason)
      return true
    }
    if let format = FormatRegistry.format(of: package) {
      sink.setFormat(Self.format(format.name, in: containers))
      format.read(package, into: sink, limits: limits)
      return true
    }
    if package.isHeadless {
      sink.setFormat(Self.format("office", in: containers))
      sink.lose("", "an Office document that does not say with which part it begins")
      return true
    }
    guard let signature = FileSignature.of(package) else { return false }
    sink.setFormat(Self.format(signature.name, in: containers))
    sink.refuse(signature.reason)
    return true
  }

  /// The name of a format and of the containers around it, from the inside out.
  static func format(_ name: String, in containers: [String]) -> String {
    name + containers.reversed().map { "." + $0 }.joined()
  }
}
