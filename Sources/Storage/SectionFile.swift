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

  /// Reads the whole file and compares its checksum.
  ///
  /// - Complexity: O(length), at about 1 GB/s from the page cache.
  package func verify() throws(StorageError) {
    let covered = file.count - 8
    var checksum = Checksum()
    var offset = 0
    while offset < covered {
      let count = min(1 << 22, covered - offset)
      try unsafe checksum.update(file.bytes(in: Extent(offset: offset, count: count)))
      offset += count
      file.releasePages(before: offset)
    }
    let bytes = unsafe file.bytes
    let expected = unsafe UInt32(
      littleEndian: bytes.loadUnaligned(fromByteOffset: covered, as: UInt32.self))
    guard checksum.value == expected else {
      throw .corrupt(path: path, offset: covered, reason: "the checksum does not match")
    }
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
