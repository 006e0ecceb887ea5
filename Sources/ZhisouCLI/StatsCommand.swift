import ArgumentParser
import Zhisou

/// `zhisou stats`: what is in an index.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Say what is in the index.")

  @OptionGroup var index: IndexOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let statistics = try SearchIndex(path: index.directory).statistics
    guard !json else {
      Terminal.write(JSONText.line(statistics.value) + "\n")
      return
    }
    Terminal.write("documents  \(statistics.documents)\n")
    for kind in DocumentKind.allCases {
      if let count = statistics.kinds[kind] { Terminal.write("  \(kind.name)  \(count)\n") }
    }
    Terminal.write("segments  \(statistics.segments)\n")
    Terminal.write("bytes  \(statistics.totalBytes)\n")
    for part in statistics.bytes { Terminal.write("  \(part.name)  \(part.bytes)\n") }
    Terminal.write("analyzer  \(statistics.analyzer)\n")
    Terminal.write("digest  \(statistics.digest)\n")
  }
}
