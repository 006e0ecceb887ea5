import Storage
import TestSupport
import Testing

@Suite struct ChecksumTests {
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe Checksum.of($0) }
  }

  @Test func `the check value of CRC-32 is met`() {
    #expect(Self.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Self.checksum([]) == 0)
    #expect(Self.checksum([0]) == 0xD202_EF8D)
  }

  @Test func `parts give the checksum of the whole`() {
    var generator = SeededGenerator(seed: 1)
    let bytes = (0..<1000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    for cut in stride(from: 0, through: 1000, by: 37) {
      var checksum = Checksum()
      for part in [Array(bytes[..<cut]), Array(bytes[cut...])] {
        unsafe part.withUnsafeBytes { unsafe checksum.update($0) }
      }
      #expect(checksum.value == Self.checksum(bytes))
    }
  }

  @Test func `checksums of parts, taken by themselves, give that of the whole`() {
    var generator = SeededGenerator(seed: 2)
    let bytes = (0..<1000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    for _ in 0..<100 {
      let cuts = (0..<3).map { _ in Int.random(in: 0...1000, using: &generator) }.sorted()
      var whole = Checksum()
      for (start, end) in zip([0] + cuts, cuts + [1000]) {
        var part = Checksum()
        unsafe bytes[start..<end].withUnsafeBytes { unsafe part.update($0) }
        whole.append(part, ofBytes: end - start)
      }
      #expect(whole.value == Self.checksum(bytes))
    }
  }
}
