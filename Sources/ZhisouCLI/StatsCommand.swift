import ArgumentParser
import Zhisou

/// `zhisou stats`: what is in an index.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "stats", abstract: "Say what is in the index.",
    examples: ["zhisou stats", "zhisou stats --index small-index --json"])

  @OptionGroup var index: IndexOption

  @Flag(help: .message("Print JSON."))
  var json = false

  func run() throws {
    let statistics = try SearchIndex(path: index.directory).statistics
    guard !json else {
      Terminal.write(data: JSONText.line(statistics.value) + "\n")
      return
    }
    let kinds: [(Message, String)] = DocumentKind.allCases.compactMap { kind in
      statistics.kinds[kind].map { ("  \(Message(kind.name))", String($0)) }
    }
    let parts: [(Message, String)] = statistics.bytes.map { part in
      ("  \(part.name)", String(part.bytes))
    }
    write([("documents", String(statistics.documents))] + kinds)
    write([("segments", String(statistics.segments))])
    write([("bytes", String(statistics.totalBytes))] + parts)
    write([("analyzer", statistics.analyzer), ("digest", statistics.digest)])
  }

  private func write(_ facts: [(name: Message, value: String)]) {
    for (name, value) in facts {
      Terminal.write("\(name.text(in: .ofPerson))  \(value)\n")
    }
  }
}
