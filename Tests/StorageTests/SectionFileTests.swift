import Storage
import TestSupport
import Testing

/// ``FileWriter`` and ``SectionFile``, twins of each other.
@Suite struct SectionFileTests {
  private static let kind = FileKind("KIND")
  private static let names = [FileKind("AAAA"), FileKind("BBBB"), FileKind("CCCC")]
  private static let contents: [[UInt8]] = [[1, 2, 3], [], Array(0..<17)]

  private let folder = TemporaryFolder()
  private var path: String { folder.path("file") }

  /// Writes a file of three sections.
  private func write() throws -> [UInt8] {
    let file = try FileWriter(path: path, kind: Self.kind, segment: 42)
    for (name, content) in zip(Self.names, Self.contents) {
      try file.beginSection(name)
      try unsafe content.withUnsafeBytes { try unsafe file.write($0) }
      file.endSection()
    }
    let length = try file.finish()
    let bytes = TestFile.read(path)
    #expect(bytes.count == length)
    return bytes
  }

  private func open(_ bytes: [UInt8]) throws -> SectionFile {
    TestFile.write(bytes, to: path)
    return try SectionFile(path: path, kind: Self.kind, segment: 42)
  }

  @Test func `sections come back at multiples of eight`() throws {
    let file = try open(write())
    for (name, content) in zip(Self.names, Self.contents) {
      #expect(try unsafe Array(file.section(name)) == content)
      #expect(try file.extent(of: name).offset % 8 == 0)
    }
    #expect(file.segment == 42)
    try file.verify()
  }

  @Test func `a section that is not there is a damage`() throws {
    let file = try open(write())
    #expect(throws: StorageError.self) { try file.extent(of: FileKind("DDDD")) }
  }

  @Test func `large sections go through the buffer unchanged`() throws {
    var generator = SeededGenerator(seed: 1)
    let sizes = [1, 100_000, 262_144, 300_000, 5, 262_139, 1_000_000]
    let parts = sizes.map { size in
      [UInt8](repeating: .random(in: .min ... .max, using: &generator), count: size)
    }
    let writer = try FileWriter(path: path, kind: Self.kind, segment: 1)
    try writer.beginSection(Self.names[0])
    for part in parts { try unsafe part.withUnsafeBytes { try unsafe writer.write($0) } }
    writer.endSection()
    try writer.finish()
    let file = try SectionFile(path: path, kind: Self.kind, segment: 1)
    #expect(try unsafe Array(file.section(Self.names[0])) == parts.flatMap { $0 })
    try file.verify()
  }

  @Test func `a large file is checked in parts, and each of them counts`() throws {
    let writer = try FileWriter(path: path, kind: Self.kind, segment: 1)
    try writer.beginSection(Self.names[0])
    let chunk = [UInt8](repeating: 7, count: 1 << 20)
    for _ in 0..<70 { try unsafe chunk.withUnsafeBytes { try unsafe writer.write($0) } }
    writer.endSection()
    try writer.finish()
    let file = try SectionFile(path: path, kind: Self.kind, segment: 1)
    #expect(file.parts == 3)
    try file.verify()
    var parts = try (0..<3).map { try file.checksum(ofPart: $0) }
    try file.verify(parts)
    for part in 0..<3 {
      let right = parts[part]
      unsafe [1].withUnsafeBytes { unsafe parts[part].update($0) }
      #expect(throws: StorageError.self) { try file.verify(parts) }
      parts[part] = right
    }
  }

  @Test func `another magic, kind or segment is refused`() throws {
    let bytes = try write()
    for place in [0, 7, 8, 11, 16, 23] {
      var other = bytes
      other[place] ^= 1
      #expect(throws: StorageError.self) { try open(other) }
    }
    TestFile.write(bytes, to: path)
    #expect(throws: StorageError.self) {
      try SectionFile(path: path, kind: FileKind("OTHR"), segment: 42)
    }
    #expect(throws: StorageError.self) { try SectionFile(path: path, kind: Self.kind, segment: 41) }
    #expect(try SectionFile(path: path, kind: Self.kind, segment: nil).segment == 42)
  }

  @Test func `older and newer versions are errors of their own`() throws {
    var bytes = try write()
    let (oldest, newest) = (FileHeader.oldestVersion, FileHeader.version)
    bytes[12] = UInt8(oldest - 1)
    #expect(throws: StorageError.tooOld(path: path, found: oldest - 1, oldest: oldest)) {
      try open(bytes)
    }
    bytes[12] = UInt8(newest + 1)
    #expect(throws: StorageError.tooNew(path: path, found: newest + 1, newest: newest)) {
      try open(bytes)
    }
  }

  @Test func `a file cut at any length is refused`() throws {
    let bytes = try write()
    for length in bytes.indices {
      #expect(throws: StorageError.self, "\(length)") { try open(Array(bytes[..<length])) }
    }
    #expect(throws: StorageError.self) { try open(bytes + [0]) }
  }

  @Test func `every flipped bit is found on opening or by verify`() throws {
    let bytes = try write()
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        #expect(throws: StorageError.self, "\(place)") { try open(damaged).verify() }
      }
    }
  }

  @Test func `a name is never written twice`() throws {
    _ = try write()
    #expect(throws: StorageError.self) {
      try FileWriter(path: path, kind: Self.kind, segment: 42)
    }
    #expect(!folder.names.isEmpty)
  }

  @Test func `a writer that is dropped leaves no file`() throws {
    do {
      let file = try FileWriter(path: path, kind: Self.kind, segment: 42)
      try file.beginSection(Self.names[0])
    }
    #expect(folder.names.isEmpty)
  }
}
