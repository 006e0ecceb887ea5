import ArgumentParser
import Zhisou

/// `zhisou-bench info`: what the engine can be asked for.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "info")

  func run() {
    print(
      JSONText.line(
        .object([
          ("name", .string("zhisou")), ("positions", .array([.integer(0)])),
          ("threads", .array([.integer(1), .integer(2)])),
          ("modes", .array([.string("or"), .string("and")])),
        ])))
  }
}
