import ArgumentParser
import Zhisou

/// `zhisou-bench index`: builds an index of token lines or of JSONL.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build an index of token lines or of JSONL.")

  @Option(help: "Lines of an ordinal, a tab and tokens.")
  var tokens: String?

  @Option(help: "JSONL: analyzed, text stored, committed to disk.")
  var jsonl: String?

  @Option(help: "The folder of the index.")
  var out: String

  @Option(help: "Threads.")
  var threads = 1

  @Option(help: "Megabytes of memory for what is inverted at a time.")
  var memory = Ingester.Options().memory >> 20

  func run() throws {
    let documents: Int
    let sizes: [IndexStatistics.Part]
    switch (tokens, jsonl) {
    case (let tokens?, nil):
      let report = try TokenIndex.build(tokens, in: out, memory: memory << 20, threads: threads)
      (documents, sizes) = (report.documents, report.sizes)
    case (nil, let jsonl?):
      var options = Ingester.Options()
      options.memory = memory << 20
      options.threads = threads
      documents = try Ingester(indexPath: out, options: options).run([jsonl]).documents
      sizes = try SearchIndex(path: out).statistics.bytes
    default: throw ValidationError("give either --tokens or --jsonl")
    }
    var members: [(String, JSONText.Value)] = sizes.map { part in
      // The harness calls the postings of every engine "doc".
      (part.name == "postings" ? "doc" : part.name, .integer(part.bytes))
    }
    members.append(("total", .integer(sizes.reduce(0) { $0 + $1.bytes })))
    print(JSONText.line(.object([("docs", .integer(documents)), ("size", .object(members))])))
  }
}
