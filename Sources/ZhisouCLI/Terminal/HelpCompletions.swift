import ArgumentParser

/// What `zhisou help` can be followed by, in the scripts of completions that the parser makes.
///
/// The parser leaves that out.
enum HelpCompletions {
  private static var verbs: String {
    ZhisouCommand.verbs.compactMap { $0.configuration.commandName }.joined(separator: " ")
  }

  /// A script that proposes verbs too; any other text as it was.
  static func added(to script: String) -> String {
    if script.contains("\ncomplete -c 'zhisou' ") {
      return script + "\ncomplete -c 'zhisou' -n '__fish_seen_subcommand_from help' -fa '\(verbs)'"
    }
    let zsh = "'*:subcommands:'"
    if script.contains(zsh) { return script.replacing(zsh, with: "'*:verb:(\(verbs))'") }
    guard let function = script.firstRange(of: "\n_zhisou_help() {"),
      let end = script[function.upperBound...].firstRange(of: "\n}")
    else { return script }
    let line = "\n    COMPREPLY+=($(compgen -W '\(verbs)' -- \"${cur}\"))"
    return String(script[..<end.lowerBound]) + line + script[end.lowerBound...]
  }
}
