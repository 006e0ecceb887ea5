import Testing

@testable import Storage

@Suite struct ScratchMemoryTests {
  @Test(arguments: [0, 1, 4096, 4097, 1 << 20, (1 << 20) + 1, ScratchMemory.mostKept + 1])
  func `all bytes asked for are there, aligned`(byteCount: Int) {
    // More than once, so that some of it was kept.
    for round in 0..<3 {
      let memory = ScratchMemory(byteCount: byteCount)
      let bytes = unsafe memory.room(UInt8.self)
      #expect(UInt(bitPattern: bytes) % 16 == 0)
      unsafe bytes.initialize(repeating: UInt8(round), count: byteCount)
      let last = unsafe byteCount > 0 ? bytes[byteCount - 1] : UInt8(round)
      #expect(last == UInt8(round))
    }
  }

  @Test func `parts of it follow one another`() {
    let memory = ScratchMemory(byteCount: 8 * 10 + 4 * 3 + 1 * 5 + 3 + 8)
    var offset = 0
    let words = unsafe memory.room(for: 10, UInt64.self, at: &offset)
    #expect(offset == 80)
    let integers = unsafe memory.room(for: 3, UInt32.self, at: &offset)
    let bytes = unsafe memory.room(for: 5, UInt8.self, at: &offset)
    #expect(offset == 97)
    let word = unsafe memory.room(for: 1, UInt64.self, at: &offset)
    #expect(offset == 112)
    let first = UInt(bitPattern: words)
    #expect(UInt(bitPattern: integers) - first == 80)
    #expect(UInt(bitPattern: bytes) - first == 92)
    #expect(UInt(bitPattern: word) - first == 104)
  }

  /// Owners of other memory never see what is written into one, whatever was kept.
  @Test func `no two owners share memory`() throws {
    let mixed = try Array(0..<64).map(threads: 4) { (number) throws(StorageError) -> Bool in
      var isOwn = true
      for round in 0..<200 {
        let size = 1 << (10 + (number + round) % 9)
        let memory = ScratchMemory(byteCount: size)
        let other = ScratchMemory(byteCount: size)
        let words = unsafe memory.room(Int.self)
        let others = unsafe other.room(Int.self)
        unsafe words.initialize(repeating: number, count: size / 8)
        unsafe others.initialize(repeating: -1, count: size / 8)
        isOwn =
          isOwn
          && (0..<(size / 8)).allSatisfy { place in
            unsafe words[place] == number && others[place] == -1
          }
      }
      return isOwn
    }
    #expect(mixed.allSatisfy { $0 })
  }
}
