import Storage
import Synchronization
import Testing

/// ``WorkerThread`` and ``Monitor``.
@Suite struct ThreadTests {
  @Test func `changes of many threads are none lost`() throws {
    let sum = Monitor(0)
    let threads = try (0..<4).map { _ throws(StorageError) in
      try WorkerThread {
        for _ in 0..<1000 { sum.change { $0 += 1 } }
      }
    }
    for thread in threads { thread.join() }
    #expect(sum.change { $0 } == 4000)
  }

  @Test func `two threads take turns by waiting for each other`() throws {
    let turns = Monitor<[Int]>([])
    let thread = try WorkerThread {
      for turn in 0..<500 {
        turns.wait { $0.count == 2 * turn + 1 ? $0.append(1) : nil }
      }
    }
    for turn in 0..<500 {
      turns.wait { $0.count == 2 * turn ? $0.append(0) : nil }
    }
    thread.join()
    #expect(turns.change { $0 } == (0..<1000).map { $0 % 2 })
  }

  @Test func `what a thread holds is let go when it ends`() throws {
    final class Held: Sendable {}
    weak var observed: Held?
    do {
      let held = Held()
      observed = held
      try WorkerThread { _ = held }.join()
    }
    #expect(observed == nil)
  }
}
