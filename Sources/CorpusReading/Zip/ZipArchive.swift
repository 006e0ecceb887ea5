/// A zip archive: the files in it, as its central directory names them (APPNOTE.TXT 6.3.10).
///
/// Sizes and checksums are those of the directory; the header in front of a file only says where its
/// data begin. An entry takes 16 bytes of memory: names are read again when they are wanted.
final class ZipArchive {
  /// A file in the archive.
  struct Entry: Equatable {
    /// Where its local header is.
    let offset: Int
    /// Where its header in the directory is.
    let header: Int
  }

  /// The entries in the order of their data, so that the archive is read from front to back; entries
  /// that claim the same place in the order of the directory.
  let entries: [Entry]
  /// Why entries are missing from `entries`, nil when none are.
  let damage: String?
  /// Whether an entry has a name that packages have, such as documents and e-books.
  let hasPackageMark: Bool

  private let bytes: any RandomAccess
  private let end: ZipEnd
  private let directory: ZipDirectory
  private let limits: ReadingLimits
  private let budget: OutputBudget

  private static let entryMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Opens an archive by its end and reads its directory once.
  ///
  /// Complexity: O(size of the directory).
  ///
  /// - Throws: `SourceFailure.damaged` when the archive has no end or no directory.
  init(
    _ bytes: any RandomAccess, limits: ReadingLimits, budget: OutputBudget
  ) throws(SourceFailure) {
    self.bytes = bytes
    self.limits = limits
    self.budget = budget
    end = try ZipEnd.find(in: bytes)
    directory = ZipDirectory(bytes, end.directory)
    var entries: [Entry] = []
    var isMarked = false
    var position = end.directory.lowerBound
    // The count of an archive without long records is known in 16 bits only.
    while entries.count < limits.archiveEntries,
      let (header, next) = try directory.header(at: position)
    {
      let (offset, isFar) = end.base.addingReportingOverflow(header.offset)
      entries.append(Entry(offset: isFar ? .max : offset, header: position))
      isMarked = isMarked || Package.isMark(header.name)
      position = next
    }
    if position < end.directory.upperBound || entries.count < end.entryCount {
      damage = try Self.damage(behind: entries.count, limits: limits)
    } else if end.base > 0, try bytes.bytes(0..<4) == Self.entryMark {
      damage = "another archive stands in front: the file is truncated, or several were joined"
    } else {
      damage = nil
    }
    hasPackageMark = isMarked
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.offset <= $1.offset }
    if !isSorted { entries.sort { ($0.offset, $0.header) < ($1.offset, $1.header) } }
    self.entries = entries
  }

  /// Whether bytes begin as an archive does: with an entry, with the end of an empty one, or with
  /// the mark of one that was split or could have been.
  static func recognises(_ opening: Opening) -> Bool {
    let ends: [[UInt8]] = [[0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x06, 0x06]]
    let splits: [[UInt8]] = [[0x50, 0x4B, 0x07, 0x08], [0x50, 0x4B, 0x30, 0x30]]
    return opening.has(entryMark, at: 0) || ends.contains { opening.has($0, at: 0) }
      || splits.contains { opening.has($0, at: 0) && opening.has(entryMark, at: 4) }
  }

  /// Whether bytes begin as a program does that may have an archive behind it, to unpack itself.
  static func mayFollow(_ opening: Opening) -> Bool {
    opening.has([0x4D, 0x5A], at: 0) || opening.has([0x7F, 0x45, 0x4C, 0x46], at: 0)
  }

  /// What the directory says of the entry at an index.
  func header(at index: Int) throws(SourceFailure) -> ZipHeader {
    guard let (header, _) = try directory.header(at: entries[index].header) else {
      throw .damaged("the directory of the archive changed while it was read")
    }
    return header
  }

  /// Why an entry is not unpacked, nil when it can be.
  static func obstacle(_ header: ZipHeader) -> String? {
    if header.shape == .link { return "a symbolic link is not followed" }
    if header.shape == .other { return "not a file" }
    if header.isEncrypted { return "encrypted: unpack it with its password first" }
    guard header.method != 0, header.method != 8 else { return nil }
    let name = methodNames[header.method].map { " (\($0))" } ?? ""
    return "method \(header.method)\(name) is not supported"
  }

  /// What comes out of the entry at an index.
  ///
  /// - Throws: `SourceFailure.damaged` when its data are not where they should be, or belong to
  ///   another entry too.
  func source(at index: Int, _ header: ZipHeader) throws(SourceFailure) -> ZipEntrySource {
    let start = entries[index].offset
    let next = index + 1 < entries.count ? entries[index + 1].offset : .max
    let limit = min(next, end.directory.lowerBound)
    guard start >= 0, start < end.directory.lowerBound else {
      throw .damaged("its data are not in the archive")
    }
    guard start < limit else { throw .damaged("its data are those of another entry too") }
    return try ZipEntrySource(
      bytes, header, at: start..<limit, chunk: limits.chunkBytes, budget: budget)
  }

  private static func damage(
    behind count: Int, limits: ReadingLimits
  ) throws(SourceFailure) -> String {
    if count == limits.archiveEntries {
      return "the archive has more than \(count) entries, the others are not read"
    }
    if count == 0 { throw .damaged("the directory of the archive is damaged") }
    return "the directory of the archive is damaged behind \(count) entries"
  }

  private static let methodNames = [
    1: "shrink", 6: "implode", 9: "deflate64", 12: "bzip2", 14: "lzma", 93: "zstd", 95: "xz",
    98: "ppmd", 99: "aes",
  ]
}
