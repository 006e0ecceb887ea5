import Testing

@testable import Analysis

@Suite struct TokenBufferTests {
  @Test func `keys and ranges stay in order through all growth`() {
    var buffer = TokenBuffer(keepsRanges: true)
    for number in 0..<5_000 {
      buffer.append(UInt32(number), from: number, to: number + 3, isExtra: number % 5 == 0)
    }
    #expect(buffer.count == 5_000)
    #expect(buffer.positions == 4_000)
    #expect(unsafe buffer.withKeys { unsafe Array($0) } == Array(0..<5_000))
    #expect(buffer[4_999] == Token(key: 4_999, start: 4_999, end: 5_002, isExtra: false))
    #expect(buffer[4_995].isExtra)
  }

  @Test func `nothing is left after all is removed`() {
    var buffer = TokenBuffer(keepsRanges: true)
    buffer.append(7, from: 0, to: 3, isExtra: true)
    buffer.removeAll()
    #expect(buffer.count == 0 && buffer.positions == 0)
    #expect(unsafe buffer.withKeys { $0.count } == 0)
    buffer.append(9, from: 1, to: 2)
    #expect(buffer[0] == Token(key: 9, start: 1, end: 2, isExtra: false))
    #expect(buffer.positions == 1)
  }

  @Test func `a buffer without ranges counts extras all the same`() {
    var buffer = TokenBuffer(keepsRanges: false)
    buffer.append(7, from: 0, to: 3, isExtra: true)
    buffer.append(8, from: 0, to: 3)
    #expect(buffer.count == 2 && buffer.positions == 1)
  }
}
