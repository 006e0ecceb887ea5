/// An archive whose parts together are one document: Office files (ISO/IEC 29500-2), OpenDocument,
/// e-books.
final class Package {
  /// The part that an Office document begins with.
  enum Main {
    /// This is no Office document.
    case none
    /// The part and the local name of its root element; the name is empty for a part in binary.
    case part(String, root: String)
    case unusable(PartFailure)
  }

  private(set) var main = Main.none
  /// The package's own relationships, nil when it has none.
  private(set) var relationships: Relationships?
  /// What the part `mimetype` says, with which OpenDocument and EPUB begin.
  private(set) var mediaType = ""

  private let archive: ZipArchive
  private let sink: RecordSink
  private let limits: ReadingLimits
  /// The entries of parts by their folded names.
  private var parts: [String: Int] = [:]

  private static let mostParts = 1 << 16
  private static let longestPartName = 1 << 10
  private static let ownRelationships = "_rels/.rels"
  private static let contentTypes = "[content_types].xml"
  private static let marks = [ownRelationships, contentTypes, "mimetype", "imsmanifest.xml"]
  private static let longestMark = contentTypes.utf8.count

  /// Looks at an archive; nil when it is only a bundle of files.
  init?(_ archive: ZipArchive, sink: RecordSink, limits: ReadingLimits) {
    guard archive.hasPackageMark, archive.entries.count <= Self.mostParts else { return nil }
    self.archive = archive
    self.sink = sink
    self.limits = limits
    for index in archive.entries.indices {
      guard let header = try? archive.header(at: index) else { return nil }
      guard header.shape == .file, header.name.count <= Self.longestPartName else { continue }
      let name = PartName.folded(header.name)
      if parts[name] == nil { parts[name] = index }
    }
    mediaType = readMediaType()
    main = findMain()
  }

  /// Whether a file of that name makes it possible that an archive is a package.
  static func isMark(_ name: [UInt8]) -> Bool {
    name.count <= longestMark && marks.contains(PartName.folded(name))
  }

  func hasPart(_ name: String) -> Bool { parts[name] != nil }

  /// Whether this is an Office document of which the part to begin with cannot be told.
  var isHeadless: Bool {
    guard case .none = main else { return false }
    return hasPart(Self.contentTypes)
  }

  /// The relationships of a part; none when it has no part for them.
  func relationships(of part: String) throws(PartFailure) -> Relationships {
    let relationships = Relationships(of: part)
    let name = PartName.relationships(of: part)
    if hasPart(name) { try parse(name, relationships) }
    return relationships
  }

  /// Pushes a part through an XML parser as it is unpacked.
  ///
  /// A part that declares a document type is refused: Office files have none.
  ///
  /// - Throws: `PartFailure` when the part is missing or damaged; what came before it was told.
  func parse(_ part: String, _ events: any PartEvents) throws(PartFailure) {
    let reader = ByteReader(
      try source(of: part), capacity: max(limits.openingBytes, limits.chunkBytes))
    // A failure comes again when what is in front of it has been read.
    try? reader.fill(atLeast: limits.openingBytes)
    let text = TextReader(reader, opening: Opening(of: reader, limits: limits), limits: limits)
    if let reason = text.encoding.unsupportedReason {
      throw PartFailure(part: part, reason: reason)
    }
    guard let parser = XMLPushParser(limits: limits, events: events, allowsDocumentType: false)
    else { throw PartFailure(part: part, reason: "not enough memory to read XML") }
    var isLast = false
    while !isLast, !events.isSatisfied {
      isLast = !text.advance()
      sink.count(textBytes: text.byteCount)
      do throws(XMLPushParser.Failure) {
        try parser.feed(text.text.span)
        if isLast, text.failure == nil { try parser.finish() }
      } catch {
        throw PartFailure(part: part, line: error.line, reason: error.reason)
      }
      if let failure = text.failure { throw PartFailure(part: part, reason: failure.reason) }
    }
  }

  private func source(of part: String) throws(PartFailure) -> ZipEntrySource {
    guard let index = parts[part] else {
      throw PartFailure(part: part, reason: "the document has no such part")
    }
    do throws(SourceFailure) {
      let header = try archive.header(at: index)
      if let obstacle = ZipArchive.obstacle(header) { throw .damaged(obstacle) }
      return try archive.source(at: index, header)
    } catch {
      throw PartFailure(part: part, reason: error.reason)
    }
  }

  private func readMediaType() -> String {
    let longest = 128
    guard hasPart("mimetype"), let source = try? source(of: "mimetype") else { return "" }
    let reader = ByteReader(source, capacity: longest)
    try? reader.fill(atLeast: longest)
    return reader.withWindow { window in
      let blanks = window.indices.first { Bytes.isBlank(window[$0]) || window[$0] == 0 }
      return window.extracting(0..<(blanks ?? window.count)).string
    }
  }

  private func findMain() -> Main {
    guard hasPart(Self.ownRelationships) else { return .none }
    do throws(PartFailure) {
      let relationships = try relationships(of: "")
      self.relationships = relationships
      guard let target = relationships.first(ofType: "officeDocument") else { return .none }
      guard let part = target.part else {
        throw PartFailure(
          part: Self.ownRelationships, reason: "the document is said to be outside of its file")
      }
      if part.hasSuffix(".bin") { return .part(part, root: "") }
      let root = RootElement()
      try parse(part, root)
      return .part(part, root: root.name ?? "")
    } catch {
      return .unusable(error)
    }
  }
}
