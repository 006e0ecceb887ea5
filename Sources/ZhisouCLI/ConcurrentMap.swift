import ArgumentParser
import Dispatch
import Synchronization
import Zhisou

extension Array where Element: Sendable {
  /// The results of a function of every element in their order, several computed at a time.
  func map<Result: Sendable>(
    threads: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    if threads == 1 { return map(transform) }
    let results = Mutex([Result?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        let result = transform(self[place])
        results.withLock { $0[place] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}

/// The option of verbs that answer many queries.
struct ThreadsOption: ParsableArguments {
  @Option(help: .message("How many queries to answer at a time."))
  var threads = 1

  func count() throws(ZhisouError) -> Int {
    guard threads > 0, threads <= 1024 else {
      throw ZhisouError(
        code: .invalidArgument, reason: "--threads cannot be \(threads)",
        advice: "give a number from 1 to 1024")
    }
    return threads
  }
}
