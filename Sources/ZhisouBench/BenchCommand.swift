import ArgumentParser

/// The command `zhisou-bench`: measures the engine, alone or beside others.
///
/// `info`, `index`, `query` and `oneshot` are the four subcommands by which a comparison harness
/// drives every engine alike; each prints one JSON object on its last line. `read` is our own.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhisou-bench", abstract: "Measure zhisou.",
    subcommands: [
      InfoCommand.self, IndexCommand.self, QueryCommand.self, OneshotCommand.self,
      ReadCommand.self, GenerateCommand.self, StatisticsCommand.self, QueriesCommand.self,
      SearchTimesCommand.self,
    ])
}
