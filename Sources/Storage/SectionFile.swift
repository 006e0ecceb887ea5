/// A finished file of the format, mapped, with its table of sections.
///
/// See FileFormat.md, "Header and footer". Opening checks magic, kind, version, segment and length;
/// the checksum of the whole is left to `verify`, so that opening costs the same at any size.
package final class SectionFile: Sendable {
  package let file: MappedFile
  package let segment: UInt64
  private let sections: [UInt32: Extent]

  package var path: String { file.path }

  /// Maps the file and checks what it says of itself.
  ///
  /// - Throws: `.corrupt`, `.tooOld`, `.tooNew`, or `.system` when it cannot be opened.
  package init(path: String, kind: FileKind, segment: UInt64?) throws(StorageError) {
    file = try MappedFile(path: path)
    do {
      self.segment = try Self.readHeader(of: file, kind: kind, segment: segment)
      sections = try Self.readSections(of: file)
    } catch let fault as ByteCursor.Fault {
      throw .corrupt(path: path, offset: 0, reason: "the file is \(fault)")
    } catch let error as StorageError {
      throw error
    } catch {
      preconditionFailure("no other error is thrown above")
    }
  }

  /// The place of a section; a section that is not there is a damage.
  package func extent(of kind: FileKind) throws(StorageError) -> Extent {
    guard let extent = sections[kind.code] else {
      throw .corrupt(path: path, offset: file.count, reason: "a section is missing")
    }
    return extent
  }

  /// The bytes of a section; valid as long as this object lives.
  package func section(_ kind: FileKind) throws(StorageError) -> UnsafeRawBufferPointer {
    try unsafe file.bytes(in: extent(of: kind))
  }

  // MARK: - Checksum

  /// Bytes of a part whose checksum is taken by itself; fewer of the last one.
  private static let partSize = 1 << 25
  /// The bytes that the checksum is of.
  private var covered: Int { file.count - 8 }

  /// Parts whose checksums, taken in any order, give that of the whole.
  package var parts: Int { (covered + Self.partSize - 1) / Self.partSize }

  private func range(ofPart part: Int) -> Range<Int> {
    part * Self.partSize..<min((part + 1) * Self.partSize, covered)
  }

  /// Reads a part and takes its checksum.
  ///
  /// The memory that it takes does not grow with it: pages are released as they are read.
  package func checksum(ofPart part: Int) throws(StorageError) -> Checksum {
    var checksum = Checksum()
    var range = range(ofPart: part)
    file.prefetch(range)
    while !range.isEmpty {
      let read = range.prefix(1 << 22)
      try unsafe checksum.update(
        file.bytes(in: Extent(offset: read.lowerBound, count: read.count)))
      file.releasePages(in: read)
      range = read.upperBound..<range.upperBound
    }
    return checksum
  }

  /// Compares the checksums of all parts with that of the file.
  package func verify(_ parts: [Checksum]) throws(StorageError) {
    var checksum = Checksum()
    for (part, next) in parts.enumerated() {
      checksum.append(next, ofBytes: range(ofPart: part).count)
    }
    let bytes = unsafe file.bytes
    let expected = unsafe UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: covered, as: UInt32.self))
    guard checksum.value == expected else {
      throw .corrupt(path: path, offset: covered, reason: "the checksum does not match")
    }
  }

  /// Reads the whole file and compares its checksum.
  ///
  /// - Complexity: O(length), at about 1 GB/s from the page cache.
  package func verify() throws(StorageError) {
    try verify((0..<parts).map { (part) throws(StorageError) in try checksum(ofPart: part) })
  }

  private static func readHeader(
    of file: MappedFile, kind: FileKind, segment: UInt64?
  ) throws -> UInt64 {
    var cursor = unsafe ByteCursor(file.bytes)
    for byte in FileHeader.magic {
      guard try cursor.read(UInt8.self) == byte else {
        throw StorageError.corrupt(
          path: file.path, offset: 0, reason: "this is not a file of a zhisou index")
      }
    }
    guard try cursor.read(UInt32.self) == kind.code else {
      throw StorageError.corrupt(
        path: file.path, offset: 8, reason: "this is another kind of file than its name says")
    }
    let version = try cursor.read(UInt32.self)
    if version < FileHeader.oldestVersion {
      throw StorageError.tooOld(
        path: file.path, found: version, oldest: FileHeader.oldestVersion)
    }
    if version > FileHeader.version {
      throw StorageError.tooNew(path: file.path, found: version, newest: FileHeader.version)
    }
    let found = try cursor.read(UInt64.self)
    if let segment, segment != found {
      throw StorageError.corrupt(
        path: file.path, offset: 16, reason: "the file belongs to segment \(found)")
    }
    return found
  }

  private static func readSections(of file: MappedFile) throws -> [UInt32: Extent] {
    let footer = file.count - FileHeader.footerSize
    guard footer >= FileHeader.size else { throw ByteCursor.Fault.truncated }
    var cursor = unsafe ByteCursor(file.bytes, at: footer)
    let table = try cursor.read(UInt64.self)
    let length = try cursor.read(UInt64.self)
    _ = try cursor.read(UInt32.self)
    guard try cursor.read(UInt32.self) == FileHeader.footerMagic else {
      throw StorageError.corrupt(
        path: file.path, offset: footer, reason: "the end of the file is missing")
    }
    guard length == UInt64(file.count), table >= UInt64(FileHeader.size),
      table <= UInt64(footer), (footer - Int(table)) % FileHeader.sectionEntrySize == 0
    else {
      throw StorageError.corrupt(
        path: file.path, offset: footer, reason: "the footer says other lengths than the file has")
    }
    var sections: [UInt32: Extent] = [:]
    var entry = unsafe ByteCursor(file.bytes, at: Int(table))
    while entry.offset < footer {
      let kind = try entry.read(UInt32.self)
      _ = try entry.read(UInt32.self)
      let offset = try entry.read(UInt64.self)
      let count = try entry.read(UInt64.self)
      guard offset >= UInt64(FileHeader.size), offset <= table, count <= table - offset else {
        throw StorageError.corrupt(
          path: file.path, offset: entry.offset - FileHeader.sectionEntrySize,
          reason: "a section leaves the file")
      }
      sections[kind] = Extent(offset: Int(offset), count: Int(count))
    }
    return sections
  }
}
