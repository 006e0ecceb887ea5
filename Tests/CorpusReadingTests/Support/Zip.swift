import Storage

/// A zip archive made by hand, which can lie about everything.
struct Zip {
  /// A file in the archive; what is nil is said truly.
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var method = 8
    var flags = 0
    var checksum: UInt32?
    var size: Int?
    var packedSize: Int?
    var offset: Int?
    var extra: [UInt8] = []
    var localExtra: [UInt8] = []
    /// 0 is MS-DOS, 3 is Unix.
    var system = 0
    var attributes: UInt32 = 0
    /// What stands in the archive instead of the compressed content.
    var packed: [UInt8]?

    init(_ name: String, _ content: String, method: Int = 8, flags: Int = 0) {
      self.init(bytes: Array(name.utf8), Array(content.utf8), method: method, flags: flags)
    }

    init(_ name: String, _ content: [UInt8], method: Int = 8) {
      self.init(bytes: Array(name.utf8), content, method: method)
    }

    init(bytes name: [UInt8], _ content: [UInt8], method: Int = 8, flags: Int = 0) {
      self.name = name
      self.content = content
      self.method = method
      self.flags = flags
    }

    /// The entry with some of it changed.
    func with(_ change: (inout Entry) -> Void) -> Entry {
      var entry = self
      change(&entry)
      return entry
    }
  }

  var entries: [Entry]
  var prefix: [UInt8] = []
  var comment: [UInt8] = []
  /// Whether sizes and checksums stand behind the data, and zeros in front.
  var hasDescriptors = false
  /// Whether the archive ends with the record for large ones.
  var isLong = false
  /// Added to the place of the directory that the end tells.
  var directoryShift = 0
  /// The number of entries that the end tells.
  var count: Int?

  init(_ entries: Entry...) {
    self.entries = entries
  }

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// An archive of one file with one record for each title.
  static func titles(_ name: String, _ titles: String...) -> [UInt8] {
    Zip(Entry(name, titles.map { "{\"title\":\"\($0)\"}\n" }.joined())).bytes
  }

  var bytes: [UInt8] {
    var out = prefix
    var directory: [UInt8] = []
    for entry in entries {
      let offset = out.count - prefix.count
      let packed = entry.packed ?? (entry.method == 8 ? Self.deflate(entry.content) : entry.content)
      let checksum = entry.checksum ?? Gzip.crc32(entry.content)
      let sizes =
        Gzip.little(checksum) + Self.uint32(entry.packedSize ?? packed.count)
        + Self.uint32(entry.size ?? entry.content.count)
      let flags = entry.flags | (hasDescriptors ? 8 : 0)
      let front = Self.uint16(flags) + Self.uint16(entry.method) + [0, 0, 0x21, 0x58]
      out += [0x50, 0x4B, 3, 4, 20, 0] + front
      out += hasDescriptors ? [UInt8](repeating: 0, count: 12) : sizes
      out += Self.uint16(entry.name.count) + Self.uint16(entry.localExtra.count)
      out += entry.name + entry.localExtra + packed
      if hasDescriptors { out += [0x50, 0x4B, 7, 8] + sizes }
      directory += [0x50, 0x4B, 1, 2, 20, UInt8(entry.system), 20, 0] + front + sizes
      directory += Self.uint16(entry.name.count) + Self.uint16(entry.extra.count)
      directory += [UInt8](repeating: 0, count: 6) + Gzip.little(entry.attributes)
      directory += Self.uint32(entry.offset ?? offset) + entry.name + entry.extra
    }
    let start = out.count - prefix.count
    out += directory
    return out + end(start: start + directoryShift, size: directory.count)
  }

  /// The names and contents that belong to a field for large values.
  static func longField(_ values: UInt64...) -> [UInt8] {
    uint16(1) + uint16(values.count * 8) + values.flatMap { Gzip.little($0) }
  }

  /// The field that gives a name in UTF-8.
  static func unicodeField(_ name: String, of raw: [UInt8]) -> [UInt8] {
    let value = [1] + Gzip.little(Gzip.crc32(raw)) + Array(name.utf8)
    return uint16(0x7075) + uint16(value.count) + value
  }

  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(capacity: 64)
    let deflate = Deflate(level: 9)
    unsafe bytes.withUnsafeBytes { unsafe deflate.compress($0, into: &writer) }
    return unsafe writer.withBytes { unsafe Array($0) }
  }

  private func end(start: Int, size: Int) -> [UInt8] {
    let count = count ?? entries.count
    guard isLong else {
      return [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.uint16(count) + Self.uint16(count)
        + Self.uint32(size) + Self.uint32(start) + Self.uint16(comment.count) + comment
    }
    let record =
      [0x50, 0x4B, 6, 6] + Gzip.little(UInt64(44)) + [45, 0, 45, 0]
      + [UInt8](repeating: 0, count: 8)
      + [count, count, size, start].flatMap { Gzip.little(UInt64($0)) }
    let locator =
      [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + Gzip.little(UInt64(start + size)) + [1, 0, 0, 0]
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12)
    return record + locator + end + Self.uint16(comment.count) + comment
  }

  private static func uint16(_ value: Int) -> [UInt8] {
    Gzip.little(UInt16(truncatingIfNeeded: value))
  }

  private static func uint32(_ value: Int) -> [UInt8] {
    Gzip.little(UInt32(truncatingIfNeeded: value))
  }
}
