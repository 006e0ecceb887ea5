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
    write("documents", statistics.documents)
    for kind in DocumentKind.allCases {
      if let count = statistics.kinds[kind] { write("  \(Message(kind.name))", count) }
    }
    write("segments", statistics.segments)
    write("bytes", statistics.totalBytes)
    for part in statistics.bytes { write("  \(Message(part.name))", part.bytes) }
    write("analyzer", statistics.analyzer)
    write("digest", statistics.digest)
  }

  private func write(_ name: Message, _ value: some CustomStringConvertible) {
    Terminal.write("\(name.text(in: .ofPerson))  \(value)\n")
  }
}
