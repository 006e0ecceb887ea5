import ArgumentParser
import Zhisou

/// One search as a command line asks for it, with the usual values of all options.
struct SearchRun: Equatable {
  enum Format: String, CaseIterable {
    case text, json, jsonl, tsv
  }

  var words: [String] = []
  var indexPath: String?
  var limit = 10
  var offset = 0
  var filters = FilterValues()
  var order = Choice(SearchOptions.Order.score)
  var perKind: Int?
  var collapse: Choice<SearchOptions.Collapse>?
  var facets: [String] = []
  var facetLimit = 10
  var mostChecks = SearchOptions().mostChecks
  var mostCounted = SearchOptions().mostCounted
  var threads = SearchOptions().threads
  var snippetCharacters = 80
  var isStrict = false
  var format = Choice(Format.text)
  var explains = false
  var layout = LayoutChoice()

  func run() throws {
    let format = try format.value(of: "--format")
    if explains, format == .jsonl || format == .tsv {
      throw ZhisouError(
        code: .invalidArgument, reason: "--explain goes with the formats text and json",
        advice: "choose one of the two, or leave --explain out")
    }
    guard snippetCharacters >= 0 else { throw ZhisouError(negative: "--snippet-chars") }
    let query = try parsedQuery()
    let index = try SearchIndex(path: IndexOption.directory(indexPath))
    // Until the process ends, which unmaps files at once and not one after another.
    _ = unsafe Unmanaged.passRetained(index)
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
    let text = words.joined(separator: " ")
    let parsed = ParsedQuery.parse(text)
    for problem in parsed.problems {
      Terminal.complain(isStrict ? problem.message : "\(problem.message); searched as plain text")
      Terminal.note(Message(QueryMark(text, problem).lines))
    }
    if isStrict, !parsed.problems.isEmpty { throw ExitCode(2) }
    return try Query(parsed)
  }

  private func options() throws -> SearchOptions {
    var options = SearchOptions()
    options.limit = limit
    options.offset = offset
    options.filter = try filters.filter()
    options.order = try order.value(of: "--sort")
    options.perKind = perKind
    options.collapse = try collapse?.value(of: "--collapse")
    options.facets = try facets.flatMap(\.listedValues).map { try Facet(name: $0) }
    options.facetLimit = facetLimit
    options.mostChecks = mostChecks
    options.mostCounted = mostCounted
    options.threads = threads
    return options
  }

  private func printText(
    _ results: SearchResults, _ query: Query, _ index: SearchIndex
  ) throws {
    let layout = layout.begin()
    try HitList(
      index: index, query: query, snippetCharacters: snippetCharacters, explains: explains,
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
      let snippet = index.snippet(of: document, for: query, characters: snippetCharacters)
      var members = hit.members(
        of: document, title: index.markedTitle(of: document, for: query), snippet: snippet)
      if explains { members.append(("explain", try index.explain(query, hit.address).value)) }
      hits.append(.object(members))
    }
    Terminal.write(
      data: JSONText.line(.object(results.members(for: query) + [("hits", .array(hits))])) + "\n")
  }
}
