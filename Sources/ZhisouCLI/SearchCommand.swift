import ArgumentParser
import Zhisou

/// `zhisou search`: the best documents for a query.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "search", abstract: "Find the documents that match a query best.",
    discussion: "Exit code 0 with hits, 1 without, 2 on an error.",
    examples: [
      "zhisou search 磨削烧伤",
      #"zhisou search '"磨削烧伤" ipc:B24B date:2024..2025'"#,
      "zhisou search 轴承异响 --kind craftsman,course --facet region,year",
      "zhisou search 焊接气孔 -n 3 --format json > hits.json",
    ])

  enum Format: String, CaseIterable {
    case text, json, jsonl, tsv
  }

  private static let facetNames = Facet.Property.allCases.map(\.rawValue)

  @Argument(help: .message("What to look for, in the query language; several words are one query."))
  var query: [String]

  @OptionGroup var index: IndexOption

  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: .message("How many hits to show.")
  )
  var limit = 10

  @Option(help: .message("How many hits to leave out in front."))
  var offset = 0

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(help: .message("What hits are sorted by: \(list: Choice<SearchOptions.Order>.names)."))
  var sort = Choice(SearchOptions.Order.score)

  @Option(help: .message("So many hits of each kind, in place of --limit."))
  var perKind: Int?

  @Option(
    help: .message(
      "Show the publications of one invention as one: \(list: Choice<SearchOptions.Collapse>.names)."
    ))
  var collapse: Choice<SearchOptions.Collapse>?

  @Option(
    help: .message(
      """
      Count all matches by \(list: facetNames); ipc has levels: ipc:1, ipc:3, ipc:4, ipc:group, \
      ipc:symbol.
      """),
    completion: .list(facetNames))
  var facet: [String] = []

  @Option(help: .message("How many values of a facet to show."))
  var facetLimit = 10

  @Option(help: .message("How many documents may be read to decide about phrases."))
  var mostChecks = SearchOptions().mostChecks

  @Option(help: .message("Count matches up to so many occurrences of terms; estimate more."))
  var mostCounted = SearchOptions().mostCounted

  @Option(help: .message("About how many characters of a document to show."))
  var snippetChars = 80

  @Flag(help: .message("Take a query that does not parse for an error, not for plain text."))
  var strictQuery = false

  @Option(help: .message("How to print hits: \(list: Choice<Format>.names)."))
  var format = Choice(Format.text)

  @Flag(help: .message("Take every score apart."))
  var explain = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let format = try format.value(of: "--format")
    if explain, format == .jsonl || format == .tsv {
      throw ZhisouError(
        code: .invalidArgument, reason: "--explain goes with the formats text and json",
        advice: "choose one of the two, or leave --explain out")
    }
    let query = try parsedQuery()
    let index = try SearchIndex(path: index.directory)
    let results = try index.search(query, try options())
    switch format {
    case .text: try printText(results, query, index)
    case .json: try printJSON(results, query, index)
    case .jsonl, .tsv:
      let exporter = Exporter(index, format: format == .jsonl ? .jsonl : .tsv)
      let topic = Exporter.Topic(id: "1", text: query.text)
      Terminal.write(data: exporter.header)
      Terminal.write(data: try exporter.lines(for: results, topic: topic, query: query))
    }
    let hasFound = limit == 0 ? results.matches > 0 : !results.hits.isEmpty
    if !hasFound { throw ExitCode(1) }
  }

  /// The query; what does not parse is told, and an error when it must be.
  private func parsedQuery() throws -> Query {
    let text = query.joined(separator: " ")
    let parsed = ParsedQuery.parse(text)
    for problem in parsed.problems {
      Terminal.complain(
        strictQuery ? problem.message : "\(problem.message); searched as plain text")
      Terminal.note(Message(QueryMark(text, problem).lines))
    }
    if strictQuery, !parsed.problems.isEmpty { throw ExitCode(2) }
    return try Query(parsed)
  }

  private func options() throws -> SearchOptions {
    var options = SearchOptions()
    options.limit = limit
    options.offset = offset
    options.filter = try filters.filter()
    options.order = try sort.value(of: "--sort")
    options.perKind = perKind
    options.collapse = try collapse?.value(of: "--collapse")
    options.facets = try facet.flatMap { $0.split { ",，".contains($0) } }.map {
      try Facet(name: String($0))
    }
    options.facetLimit = facetLimit
    options.mostChecks = mostChecks
    options.mostCounted = mostCounted
    return options
  }

  private func printText(
    _ results: SearchResults, _ query: Query, _ index: SearchIndex
  ) throws {
    let layout = layout.begin()
    try HitList(
      index: index, query: query, snippetCharacters: snippetChars, explains: explain,
      layout: layout
    ).print(results.hits)
    FacetList(
      facets: results.facets, areUpperBounds: results.facetsAreUpperBounds, layout: layout
    ).print()
    try Terminal.flush()
    Terminal.note(Self.count(of: results))
  }

  private static func count(of results: SearchResults) -> Message {
    switch (results.matches, results.isEstimated) {
    case (let matches, true): "about \(matches) documents match"
    case (1, false): "1 document matches"
    case (let matches, false): "\(matches) documents match"
    }
  }

  private func printJSON(
    _ results: SearchResults, _ query: Query, _ index: SearchIndex
  ) throws {
    var hits: [JSONText.Value] = []
    for hit in results.hits {
      let document = try index.document(at: hit.address)
      let snippet = index.snippet(of: document, for: query, characters: snippetChars)
      var members = hit.members(
        of: document, title: index.markedTitle(of: document, for: query), snippet: snippet)
      if explain { members.append(("explain", try index.explain(query, hit.address).value)) }
      hits.append(.object(members))
    }
    Terminal.write(
      data: JSONText.line(.object(results.members(for: query) + [("hits", .array(hits))])) + "\n")
  }
}
