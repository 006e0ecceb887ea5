import TestSupport
import Testing

@testable import Analysis

@Suite struct KeyFilterTests {
  @Test func `every key that was added may be in it, and few others`() {
    var generator = SeededGenerator(seed: 3)
    var filter = KeyFilter()
    #expect(!(0..<1000).contains { filter.mayContain($0) })
    let keys = (0..<20).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) }
    for key in keys { filter.insert(key) }
    #expect(keys.allSatisfy { filter.mayContain($0) })
    let others = (0..<10_000).count { _ in
      filter.mayContain(UInt64.random(in: 0...UInt64.max, using: &generator))
    }
    #expect(others < 200)
  }
}
