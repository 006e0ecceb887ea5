import Synchronization
import Testing

@testable import Storage

struct ConcurrentMapTests {
  private struct Odd: Error, Equatable { let number: Int }

  @Test(arguments: [1, 2, 3, 8])
  func `results come in the order of the elements`(threads: Int) {
    let calls = Atomic<Int>(0)
    let squares = Array(0..<1000).map(threads: threads) { number in
      calls.add(1, ordering: .relaxed)
      return number * number
    }
    #expect(squares == (0..<1000).map { $0 * $0 })
    #expect(calls.load(ordering: .relaxed) == 1000)
    #expect([Int]().map(threads: threads) { $0 }.isEmpty)
  }

  @Test(arguments: [1, 2, 8])
  func `the first element that fails decides what is thrown`(threads: Int) {
    #expect(throws: Odd(number: 7)) {
      try [2, 4, 7, 8, 9, 11].map(threads: threads) { (number) throws(Odd) -> Int in
        guard number % 2 == 0 else { throw Odd(number: number) }
        return number
      }
    }
  }
}
