import ArgumentParser
import Zhisou

/// The option of verbs that answer many queries.
struct ThreadsOption: ParsableArguments {
  @Option(help: .message("How many queries to answer at a time."))
  var threads = 1

  func count() throws(ZhisouError) -> Int {
    try Self.checked(threads, most: SearchOptions.mostThreads)
  }

  /// A number of threads that is from 1 to `most`, or an error.
  static func checked(_ threads: Int, most: Int) throws(ZhisouError) -> Int {
    guard (1...most).contains(threads) else {
      throw ZhisouError(
        code: .invalidArgument, reason: "--threads cannot be \(threads)",
        advice: "give a number from 1 to \(most)")
    }
    return threads
  }
}
