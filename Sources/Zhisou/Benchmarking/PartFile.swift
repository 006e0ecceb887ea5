internal import Storage

/// A file of a generated corpus, written block by block; it has its name when it is complete.
package final class PartFile {
  /// Entries of an archive at most, since its end says so in 16 bits.
  package static let mostEntries = 65_000
  /// Bytes of the file so far.
  package private(set) var bytes = 0
  private let file: OutputFile
  private let isArchive: Bool
  private var directory = ByteWriter(capacity: 1 << 12)
  private var entries = 0

  /// Begins a file that must not be there; the folders above it are made.
  package init(path: String, packing: CompressedText.Packing) throws(ZhisouError) {
    isArchive = packing == .zip
    file = try ZhisouError.wrap { () throws(StorageError) in
      if let slash = path.lastIndex(of: "/") {
        try Directory(path: String(path[..<slash])).create()
      }
      return try OutputFile(path: path, overwrites: false)
    }
  }

  package func append(_ block: CompressedText) throws(ZhisouError) {
    for entry in block.entries { entry.appendDirectoryEntry(base: bytes, to: &directory) }
    entries += block.entries.count
    bytes += block.bytes.count
    precondition(entries <= Self.mostEntries && bytes < 1 << 32 || !isArchive)
    try ZhisouError.wrap { () throws(StorageError) in
      try unsafe block.bytes.span.withUnsafeBytes { (bytes) throws(StorageError) in
        try unsafe file.write(bytes)
      }
    }
  }

  /// Puts the complete file in its place.
  package func commit() throws(ZhisouError) {
    if isArchive {
      let size = directory.count
      ZipEntry.appendEnd(count: entries, size: size, offset: bytes, to: &directory)
      bytes += directory.count
    }
    try ZhisouError.wrap { () throws(StorageError) in
      try unsafe directory.withBytes { (bytes) throws(StorageError) in
        try unsafe file.write(bytes)
      }
      try file.commit()
    }
  }

  /// Whether a folder has nothing in it, or is not there.
  package static func isVacant(_ folder: String) throws(ZhisouError) -> Bool {
    let directory = Directory(path: folder)
    guard directory.exists else { return true }
    return try ZhisouError.wrapReading { () throws(StorageError) in try directory.names().isEmpty }
  }
}
