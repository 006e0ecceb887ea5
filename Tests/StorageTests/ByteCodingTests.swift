import Storage
import TestSupport
import Testing

extension ByteWriter {
  /// A copy of what was written.
  var array: [UInt8] { unsafe withBytes { unsafe Array($0) } }
}

extension Array where Element == UInt8 {
  /// Runs a read of these bytes.
  func reading<Result>(_ body: (inout ByteCursor) throws -> Result) throws -> Result {
    try unsafe withUnsafeBytes { bytes in
      var cursor = unsafe ByteCursor(bytes)
      return try body(&cursor)
    }
  }
}

/// ``ByteWriter`` and ``ByteCursor``, twins of each other.
@Suite struct ByteCodingTests {
  /// LEB128 once more, by division.
  private static func varint(_ value: UInt64) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value % 128) + 128] + varint(value / 128)
  }

  /// Every number of significant bits, its neighbours, and random numbers.
  private static let values: [UInt64] = {
    var generator = SeededGenerator(seed: 1)
    let edges = (0..<64).flatMap { (bit: UInt64) -> [UInt64] in
      [1 << bit, (1 << bit) - 1, (1 << bit) | 1]
    }
    let spread = (0..<2000).map { (_: Int) -> UInt64 in
      UInt64.random(in: .min ... .max, using: &generator)
        >> UInt64.random(in: 0..<64, using: &generator)
    }
    return edges + spread + [.max]
  }()

  @Test func `varints are LEB128 and come back`() throws {
    for value in Self.values {
      var writer = ByteWriter()
      writer.append(varint: value)
      #expect(writer.array == Self.varint(value))
      let found = try writer.array.reading { try $0.varint() }
      #expect(found == value)
    }
  }

  @Test func `a varint that ends too early is truncated`() {
    for value in Self.values.prefix(200) {
      let bytes = Self.varint(value)
      for length in bytes.indices {
        #expect(throws: ByteCursor.Fault.truncated) {
          try Array(bytes[..<length]).reading { try $0.varint() }
        }
      }
    }
  }

  @Test func `longer forms up to ten bytes are read, more than 64 bits are refused`() throws {
    #expect(try [0x85, 0x00].reading { try $0.varint() } == 5)
    #expect(try ([0x85] + .init(repeating: 0x80, count: 8) + [0]).reading { try $0.varint() } == 5)
    let ones = [UInt8](repeating: 0xFF, count: 9)
    #expect(try (ones + [1]).reading { try $0.varint() } == .max)
    for last: UInt8 in [2, 0x7F, 0x80, 0x81] {
      #expect(throws: ByteCursor.Fault.malformed) {
        try (ones + [last, 0]).reading { try $0.varint() }
      }
    }
  }

  @Test func `a varint above its limit is malformed`() throws {
    #expect(try [0x7F].reading { try $0.varint(upTo: 127) } == 127)
    #expect(throws: ByteCursor.Fault.malformed) { try [0x7F].reading { try $0.varint(upTo: 126) } }
    #expect(throws: ByteCursor.Fault.malformed) {
      try Self.varint(.max).reading { try $0.varint(upTo: .max) }
    }
  }

  @Test func `integers are little-endian and truncation is noticed`() throws {
    var writer = ByteWriter()
    writer.append(UInt8(1))
    writer.append(UInt16(0x0203))
    writer.append(UInt32(0x0405_0607))
    writer.append(UInt64(0x0809_0A0B_0C0D_0E0F))
    let bytes = writer.array
    #expect(bytes == [1, 3, 2, 7, 6, 5, 4, 15, 14, 13, 12, 11, 10, 9, 8])
    for length in 0...bytes.count {
      let read = {
        try Array(bytes[..<length]).reading { cursor in
          _ = try cursor.read(UInt8.self)
          _ = try cursor.read(UInt16.self)
          _ = try cursor.read(UInt32.self)
          return try cursor.read(UInt64.self)
        }
      }
      if length == bytes.count {
        #expect(try read() == 0x0809_0A0B_0C0D_0E0F)
      } else {
        #expect(throws: ByteCursor.Fault.truncated) { try read() }
      }
    }
  }

  @Test func `counted bytes never reach behind the end`() throws {
    var writer = ByteWriter()
    writer.append(counted: "知搜")
    writer.append(counted: "")
    let bytes = writer.array
    try bytes.reading { cursor in
      try #expect(cursor.countedString() == "知搜")
      try #expect(cursor.countedString() == "")
      #expect(cursor.remaining == 0 && cursor.offset == bytes.count)
    }
    for length in 0..<7 {
      #expect(throws: ByteCursor.Fault.self) {
        try Array(bytes[..<length]).reading { try $0.countedString() }
      }
    }
    #expect(throws: ByteCursor.Fault.self) {
      try (Self.varint(.max) + [1]).reading { try $0.countedString() }
    }
  }

  @Test func `bad UTF-8 is repaired, not refused`() throws {
    #expect(try [2, 0xFF, 0x41].reading { try $0.countedString() } == "\u{FFFD}A")
  }

  @Test func `skipping stays inside the bytes`() throws {
    try [UInt8](repeating: 7, count: 4).reading { cursor in
      try cursor.skip(3)
      #expect(throws: ByteCursor.Fault.truncated) { try cursor.skip(2) }
      #expect(throws: ByteCursor.Fault.truncated) { try cursor.skip(-1) }
      #expect(cursor.offset == 3)
      try cursor.skip(1)
      #expect(throws: ByteCursor.Fault.truncated) { try cursor.read(UInt8.self) }
    }
  }

  @Test func `a growing writer keeps everything`() {
    var generator = SeededGenerator(seed: 2)
    var writer = ByteWriter(capacity: 0)
    var twin: [UInt8] = []
    for _ in 0..<3000 {
      let run = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      unsafe run.withUnsafeBytes { unsafe writer.append($0) }
      twin += run
    }
    #expect(writer.array == twin)
    writer.truncate(to: 10)
    #expect(writer.array == Array(twin[..<10]))
    writer.replace(at: 2, with: UInt32(0x0102_0304))
    #expect(writer.array[2..<6] == [4, 3, 2, 1])
    writer.removeAll()
    #expect(writer.count == 0 && writer.array.isEmpty)
  }

  @Test func `appending in place counts what was filled`() {
    var writer = ByteWriter()
    writer.append(UInt8(9))
    unsafe writer.append(upTo: 500) { space in
      unsafe space[0] = 1
      unsafe space[1] = 2
      return 2
    }
    #expect(writer.array == [9, 1, 2])
  }
}
