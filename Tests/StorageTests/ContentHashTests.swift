import Storage
import TestSupport
import Testing

@Suite struct ContentHashTests {
  private static func hash(_ bytes: [UInt8]) -> ContentHash {
    unsafe bytes.withUnsafeBytes { unsafe ContentHash($0) }
  }

  private static func random(_ count: Int) -> [ContentHash] {
    var generator = SeededGenerator(seed: 3)
    return (0..<count).map { _ in ContentHash(low: generator.next(), high: generator.next()) }
  }

  @Test func `different bytes have different hashes`() {
    var generator = SeededGenerator(seed: 1)
    var seen = Set<String>()
    var inputs = Set<[UInt8]>()
    for length in 0..<80 {
      inputs.insert(.init(repeating: 0, count: length))
      inputs.insert((0..<length).map { _ in .random(in: .min ... .max, using: &generator) })
    }
    for input in inputs { seen.insert(Self.hash(input).description) }
    #expect(seen.count == inputs.count)
  }

  @Test func `one flipped bit changes about half of the bits`() {
    let bytes = Array("an identifier of some length".utf8)
    let base = Self.hash(bytes)
    var changed = 0
    for bit in 0..<(bytes.count * 8) {
      var other = bytes
      other[bit / 8] ^= 1 << UInt8(bit % 8)
      let hash = Self.hash(other)
      changed += (hash.low ^ base.low).nonzeroBitCount
    }
    let average = Double(changed) / Double(bytes.count * 8)
    #expect(abs(average - 32) < 3)
  }

  @Test func `where one run ends makes a difference`() {
    func joined(_ first: String, _ second: String) -> ContentHash {
      var hash = Self.hash(Array(first.utf8))
      unsafe Array(second.utf8).withUnsafeBytes { unsafe hash.combine($0) }
      return hash
    }
    #expect(joined("ab", "c") != joined("a", "bc"))
    #expect(joined("abcdefgh", "") != joined("", "abcdefgh"))
  }

  @Test func `the sum does not depend on the order`() {
    let hashes = Self.random(100)
    let sum = hashes.reduce(.zero, +)
    #expect(hashes.reversed().reduce(.zero, +) == sum)
    #expect(hashes[50...].reduce(.zero, +) + hashes[..<50].reduce(.zero, +) == sum)
  }

  @Test func `subtraction is the inverse of addition`() {
    let hashes = Self.random(100)
    let edges = [
      ContentHash.zero, ContentHash(low: .max, high: 0), ContentHash(low: .max, high: .max),
      ContentHash(low: 1, high: .max),
    ]
    for left in hashes.prefix(20) + edges {
      for right in hashes.suffix(20) + edges {
        #expect(left + right - right == left)
        #expect(left - right + right == left)
        #expect(left + right == right + left)
      }
    }
    #expect(
      ContentHash(low: .max, high: 4) + ContentHash(low: 1, high: 2)
        == ContentHash(low: 0, high: 7))
  }

  @Test func `the description is 32 digits, the high half first`() {
    let hash = ContentHash(low: 0xAB, high: 0x1)
    #expect(hash.description == "000000000000000100000000000000ab")
  }
}
