internal import Storage

/// What the central directory says of an entry (APPNOTE.TXT 6.3.10, section 4.3.12).
struct ZipHeader: Equatable {
  /// The bytes of the header without what varies in length.
  static let length = 46

  /// The name's bytes, in whatever encoding.
  let name: [UInt8]
  /// The name in UTF-8 that a field added for it says, if it belongs to this name.
  private(set) var unicodeName: [UInt8]?
  /// Whether the name is said to be UTF-8.
  let hasUTF8Name: Bool
  let isEncrypted: Bool
  let method: Int
  let checksum: UInt32
  /// Bytes in the archive.
  private(set) var packedSize: Int
  /// Bytes of the file itself.
  private(set) var size: Int
  /// Where its local header is, counted from the front of the archive.
  private(set) var offset: Int
  let shape: Shape

  enum Shape: Equatable {
    case file, folder, link, other
  }

  /// Reads a header with its name and extra fields; the bytes are as long as they say.
  init(_ bytes: Span<UInt8>) {
    let flags = bytes.uint16(at: 8)
    hasUTF8Name = flags & 1 << 11 != 0
    // Encrypted, encrypted strongly, and with a masked directory.
    isEncrypted = flags & (1 << 0 | 1 << 6 | 1 << 13) != 0
    method = bytes.uint16(at: 10)
    checksum = bytes.uint32(at: 16)
    packedSize = Int(bytes.uint32(at: 20))
    size = Int(bytes.uint32(at: 24))
    offset = Int(bytes.uint32(at: 42))
    let nameEnd = Self.length + bytes.uint16(at: 28)
    var name: [UInt8] = []
    name.append(bytes.extracting(Self.length..<nameEnd))
    self.name = name
    let shape = Self.shape(
      system: bytes.uint16(at: 4) >> 8, attributes: bytes.uint32(at: 38), name: name)
    // What has content is no folder, whatever else is said of it.
    self.shape = shape == .folder && size > 0 ? .file : shape
    readExtraFields(bytes.extracting(nameEnd..<(nameEnd + bytes.uint16(at: 30))))
  }

  /// The bytes of a whole header that begins so, its comment included.
  static func wholeLength(_ bytes: Span<UInt8>) -> Int {
    length + bytes.uint16(at: 28) + bytes.uint16(at: 30) + bytes.uint16(at: 32)
  }

  private static func shape(system: Int, attributes: UInt32, name: [UInt8]) -> Shape {
    if name.last == 0x2F { return .folder }
    let unix = 3
    let darwin = 19
    guard system == unix || system == darwin else {
      // The attribute of folders of MS-DOS.
      return attributes & 0x10 != 0 ? .folder : .file
    }
    switch attributes >> 28 {
    case 0, 8: return .file
    case 4: return .folder
    case 10: return .link
    default: return .other
    }
  }

  private mutating func readExtraFields(_ fields: Span<UInt8>) {
    var position = 0
    while position + 4 <= fields.count {
      let start = position + 4
      let end = start + fields.uint16(at: position + 2)
      guard end <= fields.count else { return }
      let field = fields.extracting(start..<end)
      switch fields.uint16(at: position) {
      case 0x0001: readLongValues(field)
      case 0x7075: readUnicodeName(field)
      default: break
      }
      position = end
    }
  }

  /// The values that do not fit into 32 bits (section 4.5.3): only those, in this order.
  private mutating func readLongValues(_ field: Span<UInt8>) {
    let mark = Int(UInt32.max)
    var position = 0
    func next() -> Int? {
      guard position + 8 <= field.count else { return nil }
      defer { position += 8 }
      return field.uint64(at: position)
    }
    if size == mark { size = next() ?? size }
    if packedSize == mark { packedSize = next() ?? packedSize }
    if offset == mark { offset = next() ?? offset }
  }

  /// The name in UTF-8 (section 4.6.9), which counts as long as the name has not been changed.
  private mutating func readUnicodeName(_ field: Span<UInt8>) {
    guard field.count > 5, field[0] == 1, field.uint32(at: 1) == Checksum.of(name.span) else {
      return
    }
    var name: [UInt8] = []
    name.append(field.extracting(5..<field.count))
    unicodeName = name
  }
}
