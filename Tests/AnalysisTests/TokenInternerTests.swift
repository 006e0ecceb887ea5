import Analysis
import TestSupport
import Testing

@Suite struct TokenInternerTests {
  @Test func `ids follow first sight, through all growth, and lead back to the bytes`() {
    let interner = TokenInterner()
    var generator = SeededGenerator(seed: 7)
    var ids: [[UInt8]: UInt32] = [:]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...12, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: 97...100, using: &generator) }
      #expect(find(bytes, in: interner) == ids[bytes])
      let expected = ids[bytes] ?? UInt32(ids.count)
      ids[bytes] = expected
      #expect(intern(bytes, in: interner) == expected)
    }
    #expect(interner.count == ids.count)
    #expect(interner.memoryInBytes > ids.count * 16)
    for (bytes, id) in ids {
      #expect(unsafe interner.withBytes(of: id) { unsafe Array($0) } == bytes)
    }
  }

  @Test func `ids come in the order of their bytes`() {
    let interner = TokenInterner()
    var generator = SeededGenerator(seed: 8)
    var all: Set<[UInt8]> = []
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...20, using: &generator)
      let bytes = (0..<length).map { _ in
        UInt8([0, 1, 0x7F, 0xFF].randomElement(using: &generator) ?? 0)
      }
      all.insert(bytes)
      _ = intern(bytes, in: interner)
    }
    let found = interner.idsInByteOrder().map { id in
      unsafe interner.withBytes(of: id) { unsafe Array($0) }
    }
    #expect(found == all.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `nothing is left after all is removed`() {
    let interner = TokenInterner()
    for number in 0..<1_000 { _ = intern(Array("\(number)".utf8), in: interner) }
    interner.removeAll()
    #expect(interner.count == 0)
    #expect(find(Array("7".utf8), in: interner) == nil)
    #expect(intern(Array("7".utf8), in: interner) == 0)
    #expect(interner.idsInByteOrder() == [0])
  }

  private func intern(_ bytes: [UInt8], in interner: TokenInterner) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { unsafe interner.intern($0) }
  }

  private func find(_ bytes: [UInt8], in interner: TokenInterner) -> UInt32? {
    unsafe bytes.withUnsafeBufferPointer { unsafe interner.find($0) }
  }
}
