import Testing

@testable import Analysis

@Suite struct CharacterCounterTests {
  @Test func `characters are counted where they begin`() {
    // Bytes: a 0, 磨 1, é 4, 𠮷 6, z 10.
    let bytes = Array("a磨é𠮷z".utf8)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var counter = unsafe CharacterCounter(buffer)
      #expect(counter.characters(of: 1..<6) == 1..<3)
      #expect(counter.characters(of: 1..<4) == 1..<2)
      #expect(counter.characters(of: 6..<11) == 3..<5)
      #expect(counter.characters(of: 11..<11) == 5..<5)
    }
  }
}
