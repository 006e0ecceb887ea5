import ArgumentParser
import Zhisou

/// `zhisou-bench query`: times every query of a file, several times each, in one warm process.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Time the queries of a file.")

  enum Mode: String, ExpressibleByArgument {
    case or, and
  }

  @Option(help: "The folder of the index.")
  var index: String

  @Option(help: "Lines of a number, a type and runs of tokens with | between.")
  var queries: String

  @Option(help: "or: any term; and: all terms.")
  var mode = Mode.or

  @Option(help: "Hits for each query.")
  var k = 10

  @Option(help: "Rounds before the measured ones.")
  var warm = 2

  @Option(help: "Measured rounds.")
  var reps = 5

  func run() throws {
    let index = try TokenIndex.open(index)
    let texts = try QueryFile.read(queries)
    let queries = try texts.map { try TokenIndex.query($0) }
    var wall = [[Double]](repeating: [], count: queries.count)
    var cpu = wall
    var top = [[(ordinal: Int, score: Float)]](repeating: [], count: queries.count)
    for round in 0..<(warm + reps) {
      for (place, query) in queries.enumerated() {
        let stopwatch = Stopwatch()
        top[place] = try index.ordinals(query, limit: k, needsAll: mode == .and)
        if round >= warm {
          wall[place].append(stopwatch.wallMicroseconds)
          cpu[place].append(stopwatch.threadMicroseconds)
        }
      }
    }
    func medians(_ times: [[Double]]) -> JSONText.Value {
      .array(times.map { .number($0.sorted()[$0.count / 2]) })
    }
    print(
      JSONText.line(
        .object([
          ("lat_us", medians(wall)), ("min_us", .array(wall.map { .number($0.min() ?? 0) })),
          ("cpu_us", medians(cpu)),
          (
            "top",
            .array(
              top.map { hits in
                .array(hits.prefix(10).map { .array([.integer($0.ordinal), .score($0.score)]) })
              })
          ),
        ])))
  }
}

/// `zhisou-bench oneshot`: one query in a new process.
struct OneshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oneshot", abstract: "Answer one query.")

  @Option(help: "The folder of the index.")
  var index: String

  @Option(help: "Runs of tokens with | between.")
  var q: String

  @Option(help: "Hits.")
  var k = 10

  func run() throws {
    let tokens = q.split(separator: "|").joined(separator: " ")
    let hits = try TokenIndex.open(index).ordinals(
      try TokenIndex.query(tokens), limit: k, needsAll: false)
    print(JSONText.line(.array(hits.map { .integer($0.ordinal) })))
  }
}
