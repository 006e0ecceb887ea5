import ArgumentParser
import Zhisou

/// `zhisou verify`: every checksum and invariant of an index.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "verify", abstract: "Check every checksum and invariant of the index.",
    examples: ["zhisou verify", "zhisou verify --index small-index"])

  @OptionGroup var index: IndexOption

  func run() throws {
    let index = try SearchIndex(path: index.directory)
    try index.verify()
    let documents = index.statistics.documents
    Terminal.note(
      documents == 1 ? "1 document, nothing wrong" : "\(documents) documents, nothing wrong")
  }
}
