import ArgumentParser
import Zhisou

/// What the argument parser writes when it is asked: help, a version, completions, or the description
/// that manual pages are made of.
enum ParserOutput {
  /// The columns of help in a pipe.
  private static let columns = 80
  /// What the parser says of its own options, which completions and manual pages have too.
  private static let descriptions = [
    "Show the version.", "Show help information.", "Show subcommand help information.",
  ]

  /// The text in the person's language, help fitted to the window; `nil` of what is an error.
  ///
  /// Help is known by its text: to tell its exit code the parser would lay it out once more, for the
  /// window, which must have 27 columns for that.
  static func text(of error: any Error) -> String? {
    var text = ZhisouCommand.fullMessage(for: error, columns: HelpText.parserColumns)
    if let help = HelpText(text, in: .ofPerson) {
      let lines = help.lines(columns: Window.current?.columns ?? columns)
      return lines.joined(separator: "\n")
    }
    guard ZhisouCommand.exitCode(for: error) == .success else { return nil }
    text = HelpCompletions.added(to: text)
    return descriptions.reduce(text) { text, description in
      text.replacing(description, with: Message(description).text(in: .ofPerson))
    }
  }
}
