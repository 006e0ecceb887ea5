import ArgumentParser
import Zhisou

/// `zhisou verify`: every checksum and invariant of an index.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "verify", abstract: "Check every checksum and invariant of the index.",
    examples: ["zhisou verify", "zhisou verify --index small-index"])

  @OptionGroup var index: IndexOption

  @Option(help: .message("How many parts of the index to check at a time."))
  var threads = 2

  func run() throws {
    let threads = try ThreadsOption.checked(threads, most: IndexCommand.mostThreads)
    let index = try SearchIndex(path: index.directory)
    try index.verify(threads: threads)
    let documents = index.statistics.documents
    Terminal.note(
      documents == 1 ? "1 document, nothing wrong" : "\(documents) documents, nothing wrong")
  }
}
