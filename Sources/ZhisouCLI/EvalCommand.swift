import ArgumentParser
import Zhisou

/// `zhisou eval`: how good rankings are, measured against judgements.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "eval", abstract: "Measure rankings against judgements.",
    discussion: """
      Judgements (qrels) and runs are files as trec_eval reads them. Every judged query counts in \
      the mean; one without results counts 0. With --against, a difference above 0 says that the \
      queries or the run are better than what they are compared with, and p is that of a paired \
      two-sided randomisation test.
      """,
    examples: [
      "zhisou eval --qrels corpus/qrels.txt --queries corpus/queries.tsv",
      "zhisou eval --qrels corpus/qrels.txt --run run.txt --per-query",
      "zhisou eval --qrels corpus/qrels.txt --run run.txt --against run.txt",
    ])

  @Option(
    help: .message("The judgements: query, iteration, document, grade on a line."),
    completion: .file())
  var qrels: String

  @Option(
    help: .message("A file of queries to answer from the index: number, tab, plain text."),
    completion: .file())
  var queries: String?

  @Option(
    name: .customLong("run"),
    help: .message("A run to measure: query, Q0, document, rank, score, tag on a line."),
    completion: .file())
  var runFile: String?

  @Option(help: .message("A run to compare with."), completion: .file())
  var against: String?

  @OptionGroup var index: IndexOption

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(
    name: [.customShort("n", allowingJoined: true), .long],
    help: .message(
      "With --against, how many of the queries to list that changed most (default: 10)."))
  var changed: Int?

  @Flag(help: .message("List the measures of every judged query."))
  var perQuery = false

  @Flag(help: .message("Print JSON."))
  var json = false

  @OptionGroup var threads: ThreadsOption

  /// Hits for each query.
  private static let depth = 1000

  /// Refuses options that do not go together.
  private func check() throws(ZhisouError) {
    guard queries != nil || runFile != nil else {
      throw ZhisouError(
        code: .invalidArgument, reason: "neither a file of queries nor a run was given",
        advice: "give either --queries or --run")
    }
    guard queries == nil || runFile == nil else {
      throw ZhisouError(
        code: .invalidArgument, reason: "both --queries and --run were given",
        advice: "give one of them")
    }
    guard (changed ?? 0) >= 0 else {
      throw ZhisouError(negative: "--changed")
    }
    guard changed == nil || against != nil else {
      throw ZhisouError(
        code: .invalidArgument, reason: "--changed goes with --against",
        advice: "name a run to compare with, or leave --changed out")
    }
  }

  func run() throws {
    try check()
    let judgements = try Judgements(path: qrels)
    var topics: [Exporter.Topic] = []
    let measured: Run
    if let runFile {
      measured = try Run(path: runFile)
    } else {
      topics = try readTopics(judgements)
      measured = try answer(topics)
    }
    let evaluation = Evaluation(of: measured, by: judgements)
    let comparison = try against.map {
      Comparison(of: measured, against: try Run(path: $0), by: judgements)
    }
    let report = EvaluationReport(
      evaluation: evaluation, comparison: comparison, changed: changed ?? 10,
      listsQueries: perQuery, topics: topics)
    if json {
      Terminal.write(data: JSONText.line(report.value) + "\n")
    } else {
      Terminal.write(report.text)
    }
    let missing = evaluation.queriesWithoutResults
    if missing > 0 {
      Terminal.complain(
        "\(missing) of \(evaluation.queries.count) judged queries have no results and count 0")
    }
    if missing == evaluation.queries.count { throw ExitCode(1) }
  }

  /// The judged queries of the file, each once.
  private func readTopics(_ judgements: Judgements) throws -> [Exporter.Topic] {
    let path = queries ?? ""
    let topics = try TopicFile.read(path)
    var seen: Set<TRECIdentifier> = []
    for topic in topics where !seen.insert(TRECIdentifier(topic.id)).inserted {
      throw ZhisouError(
        code: .invalidArgument, path: path, reason: "the query \(topic.id) is there twice",
        advice: "give every query a number of its own")
    }
    let judged = topics.filter { judgements.contains(TRECIdentifier($0.id)) }
    if judged.count < topics.count {
      Terminal.complain(
        "\(topics.count - judged.count) of \(topics.count) queries are not judged and do not count")
    }
    return judged
  }

  private func answer(_ topics: [Exporter.Topic]) throws -> Run {
    let index = try SearchIndex(path: index.directory)
    let filter = try filters.filter()
    let answers = topics.answers(threads: try threads.count()) { topic in
      Result { () throws(ZhisouError) in
        do throws(ZhisouError) {
          let query = try Query(topic.text)
          return try index.ranking(for: query, limit: Self.depth, filter: filter)
        } catch {
          guard error.code == .emptyQuery else { throw error }
          Terminal.complain("query \(topic.id): \(error.message)")
          return []
        }
      }
    }
    var rankings: [TRECIdentifier: [TRECIdentifier]] = [:]
    for (topic, answer) in zip(topics, answers) {
      rankings[TRECIdentifier(topic.id)] = try answer.get()
    }
    return Run(rankings: rankings)
  }
}
