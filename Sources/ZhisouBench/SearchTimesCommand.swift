import ArgumentParser
import Zhisou

/// `zhisou-bench search`: times queries as the engine gets them from people: analysis, ranking, counting,
/// but no output.
///
/// Lines of a number, a tab and a text, as `zhisou export --queries` reads them. With `--rounds 1` and
/// `--warm 0` in a new process every query meets the index for the first time.
struct SearchTimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Time searches of an index of records.")

  enum Form: String, ExpressibleByArgument {
    case words, all, phrase
  }

  @Option(help: "The folder of the index.")
  var index: String

  @Option(help: "Lines of a number, a tab and a text.")
  var queries: String

  @Option(help: "words: any term; all: every term; phrase: the text as it is.")
  var form = Form.words

  @Option(help: "Hits for each query.")
  var k = 10

  @Option(help: "Only documents of this kind.")
  var kind: String?

  @Option(help: "A facet over all matches, such as year.")
  var facet: String?

  @Option(help: "Occurrences of terms that are counted for the number of matches.")
  var mostCounted = SearchOptions().mostCounted

  @Option(help: "How many threads look for the best documents.")
  var threads = SearchOptions().threads

  @Flag(help: "Count the processor's time in place of the wall's, on a busy machine.")
  var cpu = false

  @Option(help: "Rounds before the measured ones.")
  var warm = 1

  @Option(help: "Measured rounds, of which each query's median counts.")
  var rounds = 3

  func run() throws {
    guard rounds > 0 else { throw ValidationError("rounds must be positive") }
    let index = try SearchIndex(path: index)
    var options = SearchOptions()
    options.limit = k
    options.mostCounted = mostCounted
    options.threads = threads
    if let kind {
      guard let kind = DocumentKind(name: kind) else { throw ValidationError("no such kind") }
      options.filter.kinds = [kind]
    }
    if let facet { options.facets = [try Facet(name: facet)] }
    let texts = try TopicFile.read(queries).map(\.text)
    var times = [[Double]](repeating: [], count: texts.count)
    var hits = 0
    for round in 0..<(warm + rounds) {
      for (place, text) in texts.enumerated() {
        let stopwatch = Stopwatch()
        let results = try index.search(query(text), options)
        let time = cpu ? stopwatch.threadMicroseconds : stopwatch.wallMicroseconds
        if round >= warm { times[place].append(time) }
        if round == 0 { hits += results.hits.count }
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }.sorted()
    func percentile(_ share: Double) -> JSONText.Value {
      guard !medians.isEmpty else { return .number(0) }
      return .number(medians[min(medians.count - 1, Int(Double(medians.count) * share))].rounded())
    }
    print(
      JSONText.line(
        .object([
          ("queries", .integer(texts.count)), ("hits", .integer(hits)),
          ("mean_us", .number((medians.reduce(0, +) / Double(max(medians.count, 1))).rounded())),
          ("p50_us", percentile(0.5)), ("p95_us", percentile(0.95)), ("p99_us", percentile(0.99)),
          ("peak_rss_mb", .number((Double(ProcessMemory.peakBytes) / 1e6).rounded())),
        ])))
  }

  private func query(_ text: String) throws -> Query {
    switch form {
    case .words: try Query(text)
    case .all: try Query(.list([QueryExpression.Clause(.required, .words(text))]))
    case .phrase: try Query(.phrase(text))
    }
  }
}
