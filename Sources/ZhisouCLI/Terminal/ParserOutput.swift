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

  /// The text in the person's language, help fitted to the window.
  static func text(of error: any Error) -> String {
    let text = ZhisouCommand.fullMessage(for: error, columns: HelpText.parserColumns)
    if let help = HelpText(text, in: .ofPerson) {
      let lines = help.lines(columns: Window.current?.columns ?? columns)
      return lines.joined(separator: "\n")
    }
    return descriptions.reduce(text) { text, description in
      text.replacing(description, with: Message(description).text(in: .ofPerson))
    }
  }
}
