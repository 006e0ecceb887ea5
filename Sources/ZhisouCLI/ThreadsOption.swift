import ArgumentParser
import Zhisou

/// The option of verbs that answer many queries.
struct ThreadsOption: ParsableArguments {
  @Option(help: .message("How many queries to answer at a time."))
  var threads = 1

  func count() throws(ZhisouError) -> Int {
    guard (1...SearchOptions.mostThreads).contains(threads) else {
      throw ZhisouError(
        code: .invalidArgument, reason: "--threads cannot be \(threads)",
        advice: "give a number from 1 to \(SearchOptions.mostThreads)")
    }
    return threads
  }
}
