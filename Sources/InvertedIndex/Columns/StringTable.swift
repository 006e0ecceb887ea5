package import Storage

/// Byte strings by number, front-coded in blocks of 16.
///
/// See FileFormat.md, "String table". Used for identifiers (by document), names of source files and
/// the sorted values of ordinal columns.
@safe
package struct StringTable: @unchecked Sendable {
  static let stringsPerBlock = 16
  static let longestString = 1 << 20

  package let count: Int
  private let bytes: UnsafeRawBufferPointer
  private let directory: UnsafeRawBufferPointer

  /// A table of blocks and their directory: the number of strings, then the end of every block.
  init(
    bytes: UnsafeRawBufferPointer, directory: UnsafeRawBufferPointer
  ) throws(ByteCursor.Fault) {
    var cursor = unsafe ByteCursor(directory)
    count = Int(try cursor.read(UInt32.self))
    let blocks = (count + Self.stringsPerBlock - 1) / Self.stringsPerBlock
    guard cursor.remaining == blocks * 4 else { throw .malformed }
    unsafe self.bytes = bytes
    unsafe self.directory = unsafe UnsafeRawBufferPointer(rebasing: directory[4...])
  }

  private func end(ofBlock block: Int) -> Int {
    guard block >= 0 else { return 0 }
    return unsafe Int(
      UInt32(littleEndian: directory.loadUnaligned(fromByteOffset: block * 4, as: UInt32.self)))
  }

  /// The bytes of a block.
  fileprivate func bytes(
    ofBlock block: Int
  ) throws(ByteCursor.Fault) -> UnsafeRawBufferPointer {
    let start = end(ofBlock: block - 1)
    let end = end(ofBlock: block)
    guard start <= end, unsafe end <= bytes.count else { throw .malformed }
    return unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// The string with a number below `count`.
  ///
  /// - Complexity: O(1): at most sixteen strings are read.
  package func string(at index: Int) throws(ByteCursor.Fault) -> [UInt8] {
    var cursor = Cursor(self, at: index / Self.stringsPerBlock * Self.stringsPerBlock)
    for _ in 0..<(index % Self.stringsPerBlock) { try cursor.skip() }
    return try cursor.next()
  }

  /// Those of some documents of a block of 64, a bit each, whose string is accepted.
  ///
  /// - Complexity: O(strings between the first and the last of them).
  func documents(
    inBlock block: Int, among set: UInt64, _ accepts: ([UInt8]) -> Bool
  ) throws(ByteCursor.Fault) -> UInt64 {
    guard set != 0 else { return 0 }
    var place = set.trailingZeroBitCount / Self.stringsPerBlock * Self.stringsPerBlock
    var cursor = Cursor(self, at: block * DocumentSet.documentsPerWord + place)
    var found: UInt64 = 0
    while place < DocumentSet.documentsPerWord - set.leadingZeroBitCount {
      if set >> UInt64(place) & 1 == 0 {
        try cursor.skip()
      } else if accepts(try cursor.next()) {
        found |= 1 << UInt64(place)
      }
      place += 1
    }
    return found
  }

  /// Reads strings one after another.
  struct Cursor {
    private let table: StringTable
    private var index: Int
    private var block: ByteCursor?
    /// The string that ``skip()`` moved to.
    private(set) var string: [UInt8] = []

    /// Begins at a multiple of the block size.
    init(_ table: StringTable, at index: Int = 0) {
      self.table = table
      self.index = index
    }

    /// The next string; reading behind the last one is a damage.
    mutating func next() throws(ByteCursor.Fault) -> [UInt8] {
      try skip()
      return string
    }

    /// Moves to the next string.
    mutating func skip() throws(ByteCursor.Fault) {
      guard index >= 0, index < table.count else { throw .malformed }
      if index % StringTable.stringsPerBlock == 0 || block == nil {
        block = unsafe ByteCursor(try table.bytes(ofBlock: index / StringTable.stringsPerBlock))
        string.removeAll(keepingCapacity: true)
      }
      guard var cursor = block else { throw .malformed }
      let shared = try cursor.varint(upTo: string.count)
      let rest = try unsafe cursor.counted()
      guard shared + rest.count <= StringTable.longestString else { throw .malformed }
      string.removeLast(string.count - shared)
      unsafe string.append(contentsOf: rest)
      block = cursor
      index += 1
    }
  }
}

/// Collects strings in the order of their numbers; the twin of ``StringTable``.
struct StringTableWriter: ~Copyable {
  private(set) var count = 0
  private var bytes = ByteWriter()
  private var previous = ByteWriter(capacity: 64)
  private var ends: [UInt32] = []

  /// Bytes of memory in use.
  var size: Int { bytes.count + ends.count * 4 }

  mutating func append(_ string: UnsafeRawBufferPointer) {
    precondition(string.count <= StringTable.longestString)
    let shared = unsafe previous.withBytes { previous in
      var shared = 0
      while shared < previous.count, shared < string.count,
        unsafe previous[shared] == string[shared]
      {
        shared += 1
      }
      return shared
    }
    let kept = count % StringTable.stringsPerBlock == 0 ? 0 : shared
    bytes.append(varint: kept)
    unsafe bytes.append(counted: UnsafeRawBufferPointer(rebasing: string[kept...]))
    previous.removeAll()
    unsafe previous.append(string)
    count += 1
    if count % StringTable.stringsPerBlock == 0 { ends.append(UInt32(bytes.count)) }
  }

  mutating func finish(
    to file: FileWriter, bytes bytesKind: FileKind, directory directoryKind: FileKind
  ) throws(StorageError) {
    if count % StringTable.stringsPerBlock != 0 { ends.append(UInt32(bytes.count)) }
    try file.writeSection(bytesKind, bytes)
    var directory = ByteWriter(capacity: ends.count * 4 + 16)
    directory.append(UInt32(count))
    for end in ends { directory.append(end) }
    try file.writeSection(directoryKind, directory)
  }
}
