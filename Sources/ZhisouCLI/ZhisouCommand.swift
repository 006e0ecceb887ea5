import ArgumentParser

/// The command `zhisou`: one verb a file.
struct ZhisouCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhisou",
    abstract: "Offline search for Chinese technical knowledge.",
    discussion: """
      zhisou index corpus          build an index of a folder
      zhisou search 磨削烧伤        find the best documents
      zhisou export --query 焊接气孔 --format csv -o results.csv
      """,
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, ExportCommand.self, ShowCommand.self,
      EvalCommand.self, StatsCommand.self, VerifyCommand.self,
    ])
}

/// The option that every verb has.
struct IndexOption: ParsableArguments {
  @Option(
    name: [.customLong("index"), .customShort("i")],
    help: "The folder of the index (default: $ZHISOU_INDEX, else ./zhisou-index).")
  var path: String?

  /// The folder that was meant.
  var directory: String {
    path ?? Environment.value(of: "ZHISOU_INDEX") ?? "zhisou-index"
  }
}
