import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct BlockPackingTests {
  /// The layout bit by bit: bit `b` of integer `4 row + lane` is bit `row · width + b` of its lane.
  private static func pack(_ integers: [UInt32], width: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 16 * width)
    for (place, integer) in integers.enumerated() {
      for bit in 0..<width where integer >> UInt32(bit) & 1 == 1 {
        let (row, lane) = (place / 4, place % 4)
        let position = row * width + bit
        let byte = position / 32 * 16 + lane * 4 + position % 32 / 8
        bytes[byte] |= 1 << UInt8(position % 8)
      }
    }
    return bytes
  }

  @Test(arguments: 0...BlockPacking.widest)
  func `every width packs as the bit-by-bit twin and comes back`(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    let mask = UInt32((UInt64(1) << UInt64(width)) - 1)
    var samples = [[UInt32](repeating: 0, count: 128), .init(repeating: mask, count: 128)]
    for _ in 0..<20 { samples.append((0..<128).map { _ in generator.next() & mask }) }
    for sample in samples {
      let expected = Self.pack(sample, width: width)
      #expect(expected.count == BlockPacking.size(width: width))
      // A byte more, so that writing beyond the end shows.
      var packed = [UInt8](repeating: 0xA5, count: expected.count + 1)
      unsafe packed.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress {
          unsafe BlockPacking.pack(sample, width: width, into: base)
        }
      }
      #expect(packed == expected + [0xA5])
      var found = [UInt32](repeating: 9, count: 129)
      unsafe expected.withUnsafeBytes { bytes in
        let base = unsafe bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 16)
        if let base = unsafe base {
          unsafe BlockPacking.unpack(base, width: width, into: &found)
        }
      }
      #expect(found == sample + [9])
    }
  }

  @Test func `bits above the width are cut off`() {
    let integers = (0..<128).map { UInt32.max - $0 }
    var packed = [UInt8](repeating: 0, count: 16 * 5)
    unsafe packed.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { unsafe BlockPacking.pack(integers, width: 5, into: base) }
    }
    #expect(packed == Self.pack(integers.map { $0 & 31 }, width: 5))
  }
}

extension SeededGenerator {
  /// A random word of 32 bits.
  fileprivate mutating func next() -> UInt32 { .random(in: .min ... .max, using: &self) }
}
