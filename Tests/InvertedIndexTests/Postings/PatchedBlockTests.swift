import Storage
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct PatchedBlockTests {
  private static func encode(_ integers: [UInt32]) -> [UInt8] {
    var output = ByteWriter()
    unsafe PatchedBlock.encode(integers, into: &output)
    return output.array
  }

  private static func decode(_ bytes: [UInt8]) throws -> [UInt32] {
    var found = [UInt32](repeating: 77, count: 128)
    try bytes.reading { cursor in
      try unsafe PatchedBlock.decode(&cursor, into: &found)
      #expect(cursor.remaining == 0)
    }
    return found
  }

  /// The smallest size over all widths, every exception written out.
  private static func smallestSize(_ integers: [UInt32]) -> Int {
    (0...24).map { width in
      integers.reduce(2 + 16 * width) { size, integer in
        let high = UInt64(integer) >> UInt64(width)
        if high == 0 { return size }
        var bytes = ByteWriter()
        bytes.append(varint: high)
        return size + 1 + bytes.count
      }
    }.min() ?? 0
  }

  /// Blocks of integers of about so many bits with some of many more.
  private static func samples() -> [[UInt32]] {
    var generator = SeededGenerator(seed: 5)
    var samples: [[UInt32]] = [
      .init(repeating: 0, count: 128), .init(repeating: .max, count: 128),
      .init(repeating: 1 << 24, count: 128), .init(repeating: (1 << 24) - 1, count: 128),
      (0..<128).map { $0 % 2 == 0 ? 0 : .max }, [.max] + .init(repeating: 0, count: 127),
      .init(repeating: 0, count: 127) + [.max],
    ]
    for bits in 0...32 {
      for share in [0.0, 0.02, 0.3] {
        samples.append(
          (0..<128).map { _ in
            let isLarge = Double.random(in: 0..<1, using: &generator) < share
            let most = UInt32((UInt64(1) << UInt64(bits)) - 1)
            return .random(in: 0...(isLarge ? .max : most), using: &generator)
          })
      }
    }
    return samples
  }

  @Test func `blocks of any distribution come back in the smallest size`() throws {
    for sample in Self.samples() {
      let bytes = Self.encode(sample)
      #expect(try Self.decode(bytes) == sample)
      #expect(bytes.count == Self.smallestSize(sample))
    }
  }

  @Test func `every cut is truncated, every change is refused or decodes`() {
    for sample in Self.samples().prefix(40) {
      let bytes = Self.encode(sample)
      for length in stride(from: 0, to: bytes.count, by: 7) {
        #expect(throws: ByteCursor.Fault.self) { try Self.decode(Array(bytes[..<length])) }
      }
    }
    let bytes = Self.encode([.max] + .init(repeating: 3, count: 127))
    for place in bytes.indices {
      for bits: UInt8 in [1, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= bits
        try? damaged.reading { cursor in
          var found = [UInt32](repeating: 0, count: 128)
          try unsafe PatchedBlock.decode(&cursor, into: &found)
        }
      }
    }
  }
}
