import ArgumentParser
import Zhisou

/// `zhisou search`: the best documents for a query.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find the documents that match a query best.",
    discussion: "Exit code 0 with hits, 1 without, 2 on an error.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl, tsv
  }

  @Argument(help: "What to look for; several words are one query.")
  var query: [String]

  @OptionGroup var index: IndexOption

  @Option(name: [.customShort("n"), .long], help: "How many hits to show.")
  var limit = 10

  @Option(help: "How many hits to leave out in front.")
  var offset = 0

  @OptionGroup var kinds: KindOption

  @Option(help: "How to print hits: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Flag(help: "Take every score apart.")
  var explain = false

  func run() throws {
    if explain, format == .jsonl || format == .tsv {
      throw ValidationError("--explain goes with the formats text and json")
    }
    let query = try Query(self.query.joined(separator: " "))
    let index = try SearchIndex(path: index.directory)
    let results = try index.search(
      query, limit: limit, offset: offset, kinds: try kinds.kinds())
    switch format {
    case .text: try HitList(index: index, query: query, explains: explain).print(results)
    case .json: try printJSON(results, query, index)
    case .jsonl, .tsv:
      let exporter = Exporter(index, format: format == .jsonl ? .jsonl : .tsv)
      let topic = Exporter.Topic(id: "1", text: query.text)
      Terminal.write(exporter.header)
      Terminal.write(try exporter.lines(for: results, topic: topic, query: query))
    }
    if results.hits.isEmpty { throw ExitCode(1) }
  }

  private func printJSON(
    _ results: SearchResults, _ query: Query, _ index: SearchIndex
  ) throws {
    var hits: [JSONText.Value] = []
    for hit in results.hits {
      let document = try index.document(at: hit.address)
      let snippet = index.snippet(of: document, for: query)
      var members = hit.members(of: document, snippet: snippet)
      if explain { members.append(("explain", try index.explain(query, hit.address).value)) }
      hits.append(.object(members))
    }
    let object: JSONText.Value = .object([
      ("query", .string(query.text)), ("matches", .integer(results.matches)),
      ("hits", .array(hits)),
    ])
    Terminal.write(JSONText.line(object) + "\n")
  }
}

/// The option that chooses kinds of documents.
struct KindOption: ParsableArguments {
  @Option(help: "Only these kinds, such as patent,course.")
  var kind: String?

  func kinds() throws -> Set<DocumentKind> {
    guard let kind else { return [] }
    var kinds: Set<DocumentKind> = []
    for name in kind.split(separator: ",") {
      guard let known = DocumentKind(name: String(name)) else {
        let names = DocumentKind.allCases.map(\.name).joined(separator: ", ")
        throw ZhisouError(
          code: .invalidArgument, reason: "there is no kind \"\(name)\"",
          advice: "the kinds are \(names)")
      }
      kinds.insert(known)
    }
    return kinds
  }
}
