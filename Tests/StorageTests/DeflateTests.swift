import Storage
import TestSupport
import Testing

@Suite struct DeflateTests {
  private static func inflate(_ packed: [UInt8], to count: Int) -> [UInt8]? {
    var output = ByteWriter()
    var isWhole = false
    unsafe output.append(upTo: count) { space in
      isWhole = unsafe packed.withUnsafeBytes { packed in
        unsafe Deflate.inflate(
          packed, into: UnsafeMutableRawBufferPointer(rebasing: space[..<count]))
      }
      return isWhole ? count : 0
    }
    return isWhole ? output.array : nil
  }

  private static func deflate(_ bytes: [UInt8], _ deflate: Deflate) -> [UInt8] {
    var output = ByteWriter()
    unsafe bytes.withUnsafeBytes { unsafe deflate.compress($0, into: &output) }
    return output.array
  }

  private static func samples() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 1)
    let noise = (0..<40_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let text = Array(String(repeating: "轴承磨削烧伤。", count: 900).utf8)
    return [[], [0], Array("abcca".utf8), text, noise, .init(repeating: 7, count: 100_000)]
  }

  @Test(arguments: [Int32(1), 3, 9])
  func `what goes in comes out, from one compressor block after block`(level: Int32) {
    let compressor = Deflate(level: level)
    for sample in Self.samples() + Self.samples() {
      let packed = Self.deflate(sample, compressor)
      #expect(Self.inflate(packed, to: sample.count) == sample)
    }
  }

  @Test func `another length than the block's is refused`() {
    let compressor = Deflate(level: 3)
    for sample in Self.samples() where !sample.isEmpty {
      let packed = Self.deflate(sample, compressor)
      #expect(Self.inflate(packed, to: sample.count - 1) == nil)
      #expect(Self.inflate(packed, to: sample.count + 1) == nil)
    }
  }

  @Test func `cut and changed blocks never come back as if whole`() {
    let sample = Array("磨床主轴轴承过热的处理方法，主轴轴承".utf8)
    let packed = Self.deflate(sample, Deflate(level: 3))
    for length in packed.indices {
      #expect(Self.inflate(Array(packed[..<length]), to: sample.count) == nil)
    }
    for place in packed.indices {
      for bit in 0..<8 {
        var damaged = packed
        damaged[place] ^= 1 << UInt8(bit)
        let found = Self.inflate(damaged, to: sample.count)
        #expect(found == nil || found?.count == sample.count)
      }
    }
  }
}
