import ArgumentParser
import Zhisou

/// `zhisou export`: ranked results to a file, for one query or many.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "export", abstract: "Write ranked results of one query or many to a file.",
    discussion: """
      A file of queries has a line for each: its number, a tab, its text. Without -o the results go \
      to standard output.
      """,
    examples: [
      "zhisou export --query 焊接气孔 --format csv -o results.csv",
      "zhisou export --query 轴承 --format jsonl --fields id,title,people -n 5",
      "zhisou export --queries corpus/queries.tsv --format trec -o run.txt",
    ])

  @Option(help: .message("One query."))
  var query: String?

  @Option(help: .message("A file of queries: number, tab, text."), completion: .file())
  var queries: String?

  @OptionGroup var index: IndexOption

  @Option(help: .message("How to write hits: \(list: Choice<ExportFormat>.names)."))
  var format: Choice<ExportFormat>

  @Option(
    name: .shortAndLong, help: .message("The file to write; - for standard output."),
    completion: .file())
  var output: String?

  @Flag(help: .message("Replace the file when it exists."))
  var force = false

  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: .message("Hits for each query."))
  var limit = 1000

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Flag(
    help: .message("Take the queries of a file for the query language, as one query always is."))
  var syntax = false

  @Option(
    help: .message(
      """
      Columns of csv, tsv and jsonl in their order, such as id,title,people: standard ones, or \
      fields and sections that documents have of their own.
      """))
  var fields: String?

  @Option(
    help: .message("A file for the time of each query: number, tab, microseconds."),
    completion: .file())
  var timings: String?

  @OptionGroup var threads: ThreadsOption

  /// What is held back until its columns are known, at most, in bytes.
  private static let mostHeld = 1 << 20

  func run() throws {
    let threads = try threads.count()
    let topics = try readTopics()
    let index = try SearchIndex(path: index.directory)
    var options = SearchOptions()
    options.limit = limit
    options.filter = try filters.filter()
    options.mostCounted = 0
    let batch = ExportBatch(
      index: index, exporter: try exporter(of: index), options: options,
      hasSyntax: syntax || query != nil)
    let path = output == "-" ? nil : output
    let file = try path.map { try ResultFile(path: $0, overwrites: force) }
    let timingFile = try timings.map { try ResultFile(path: $0, overwrites: force) }
    var held = batch.header
    var hits = 0
    var isChecked = false
    try batch.run(topics, threads: threads) { answer in
      hits += answer.hits
      held += answer.lines
      try timingFile?.write("\(answer.topic.id)\t\(answer.microseconds)\n")
      if batch.exporter.hasUnseenFields, !isChecked {
        if held.utf8.count < Self.mostHeld { return }
        try batch.exporter.checkFields()
        isChecked = true
      }
      try emit(held, to: file)
      held = ""
    }
    if !isChecked { try batch.exporter.checkFields() }
    try emit(held, to: file)
    try file?.commit()
    try timingFile?.commit()
    if hits == 0 { throw ExitCode(1) }
  }

  private func exporter(of index: SearchIndex) throws -> Exporter {
    let format = try format.value(of: "--format")
    guard let fields else { return Exporter(index, format: format) }
    let names = fields.split(omittingEmptySubsequences: false) { ",，、".contains($0) }
    return try Exporter(index, format: format, fields: names.map(String.init))
  }

  private func emit(_ text: String, to file: ResultFile?) throws {
    if let file { try file.write(text) } else { Terminal.write(data: text) }
  }

  private func readTopics() throws -> [Exporter.Topic] {
    switch (query, queries) {
    case (let query?, nil): return [Exporter.Topic(id: "1", text: query)]
    case (nil, let path?): return try TopicFile.read(path)
    case (nil, nil):
      throw ZhisouError(
        code: .invalidArgument, reason: "neither one query nor one file of queries was given",
        advice: "give either --query or --queries")
    case (_?, _?):
      throw ZhisouError(
        code: .invalidArgument, reason: "both --query and --queries were given",
        advice: "give one of them")
    }
  }
}
