import ArgumentParser
import Zhisou

/// Runs the command and turns what comes of it into an exit code.
///
/// 0: hits or success. 1: no hits. 2: an error, with one line on standard error.
@main
enum Main {
  static func main() {
    Signals.explainLostPages()
    do {
      try run(QueryArguments.escaped(Array(CommandLine.arguments.dropFirst())))
      try Terminal.flush()
    } catch let error as ZhisouError {
      Terminal.complain(error.message)
      if error.code == .interrupted { Signals.dieOfInterrupt() }
      Terminal.exit(2)
    } catch let code as ExitCode {
      Terminal.exit(code.rawValue)
    } catch {
      if let text = ParserOutput.text(of: error) {
        Terminal.write(data: text + "\n")
        Terminal.exit(0)
      }
      let complaint = ParserComplaint(ZhisouCommand.message(for: error))
      Terminal.complain(
        complaint.message(withHelpOf: ZhisouCommand.verb(in: CommandLine.arguments.dropFirst())))
      Terminal.exit(2)
    }
    Terminal.exit(0)
  }

  private static func run(_ arguments: [String]) throws {
    try LanguageOption.check(arguments)
    if let search = PlainSearch.read(arguments) { return try search.run() }
    try ZhisouCommand.checkVerb(arguments)
    var command = try ZhisouCommand.parse(verb: arguments) ?? ZhisouCommand.parseAsRoot(arguments)
    try command.run()
  }
}
