import ArgumentParser
import Zhisou

/// The command `zhisou`: one verb a file.
struct ZhisouCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "zhisou", abstract: "Offline search for Chinese technical knowledge.",
    discussion: """
      index reads files into an index, and search finds the best documents in it. Completions for a \
      shell: --generate-completion-script bash, zsh or fish.
      """,
    examples: [
      "zhisou index corpus",
      "zhisou search 磨削烧伤",
      "zhisou export --query 焊接气孔 --format csv -o results.csv",
    ],
    version: "0.1.0",
    verbs: verbs)

  static let verbs: [any ParsableCommand.Type] = [
    IndexCommand.self, SearchCommand.self, ExportCommand.self, ShowCommand.self,
    EvalCommand.self, StatsCommand.self, VerifyCommand.self,
  ]

  @OptionGroup var language: LanguageOption

  /// Refuses a verb that there is not.
  ///
  /// - Throws: `.invalidArgument` with the verbs that are nearest.
  static func checkVerb(_ arguments: [String]) throws(ZhisouError) {
    var words = behindLanguage(arguments)
    // What is wrong with an option, the parser says.
    if let option = words.first, option.hasPrefix("-") { return }
    let verbs = verbs.compactMap { $0.configuration.commandName }
    if words.first == "help" { words = words.dropFirst() }
    guard let verb = words.first, !(verbs + ["help"]).contains(verb), !verb.hasPrefix("-") else {
      return
    }
    let nearest = NearestNames.nearest(to: verb, among: verbs)
    throw ZhisouError(
      code: .invalidArgument, reason: "there is no verb \"\(verb)\"",
      advice: nearest.isEmpty ? "the verbs are \(list: verbs)" : "did you mean \(anyOf: nearest)?")
  }
}

/// The options that every verb has.
struct IndexOption: ParsableArguments {
  @Option(
    name: [.customLong("index"), .customShort("i")],
    help: .message("The folder of the index (default: $ZHISOU_INDEX, else ./zhisou-index)."),
    completion: .directory)
  var path: String?

  @OptionGroup var language: LanguageOption

  /// The folder that was meant.
  var directory: String { Self.directory(path) }

  /// The folder that is meant by a path, or by none.
  static func directory(_ path: String?) -> String {
    path ?? Environment.value(of: "ZHISOU_INDEX") ?? "zhisou-index"
  }
}
