import Storage
import Testing

@testable import Zhisou

/// ``RunQueue``: each run to one worker, in order, within bounds.
@Suite struct RunQueueTests {
  @Test(arguments: [1, 2, 5])
  func `each run goes to one worker whole and in order`(workers: Int) throws {
    let queue = RunQueue<Int>(mostWaitingBytes: 10)
    let seen = Monitor<[Int: [Int]]>([:])
    let threads = try (0..<workers).map { _ throws(StorageError) in
      try WorkerThread {
        while let run = queue.takeRun() {
          var batches: [Int] = []
          while let batch = queue.takeBatch(of: run) { batches.append(batch) }
          let found = batches
          seen.change { #expect($0.updateValue(found, forKey: run) == nil) }
        }
      }
    }
    for run in 0..<30 {
      for batch in 0...run {
        try queue.put(batch, of: 4, run: run, isLast: batch == run && run < 29)
      }
    }
    queue.close()
    for thread in threads { thread.join() }
    #expect(
      seen.change { $0 } == Dictionary(uniqueKeysWithValues: (0..<30).map { ($0, [Int](0...$0)) }))
  }

  @Test func `what waits stays within its bytes`() throws {
    let queue = RunQueue<Int>(mostWaitingBytes: 10)
    let put = Monitor(0)
    let thread = try WorkerThread {
      for batch in 0..<100 {
        try? queue.put(batch, of: 6, run: 0, isLast: false)
        put.change { $0 += 1 }
      }
    }
    // Two batches fill the room; with every one that is taken there is room for another.
    #expect(queue.takeRun() == 0)
    for taken in 0..<98 {
      let count = put.wait { $0 >= taken + 2 ? $0 : nil }
      #expect(count == taken + 2)
      #expect(put.change { $0 } == taken + 2)
      #expect(queue.takeBatch(of: 0) == taken)
    }
    thread.join()
  }

  @Test func `a failure reaches the reader and stops the workers`() throws {
    let queue = RunQueue<Int>(mostWaitingBytes: 100)
    try queue.put(1, of: 1, run: 0, isLast: false)
    queue.close(failure: .interrupted)
    #expect(throws: ZhisouError.interrupted) { try queue.put(2, of: 1, run: 0, isLast: true) }
    #expect(queue.takeRun() == nil)
    #expect(queue.takeBatch(of: 0) == nil)
    #expect(queue.failure == .interrupted)
  }
}
