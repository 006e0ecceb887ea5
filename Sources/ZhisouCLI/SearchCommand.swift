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

  private static let usual = SearchRun()
  private static let facetNames = Facet.Property.allCases.map(\.rawValue)

  @Argument(help: .message("What to look for, in the query language; several words are one query."))
  var query: [String]

  @OptionGroup var index: IndexOption

  @Option(
    name: [.customShort("n", allowingJoined: true), .long], help: .message("How many hits to show.")
  )
  var limit = usual.limit

  @Option(help: .message("How many hits to leave out in front."))
  var offset = usual.offset

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(help: .message("What hits are sorted by: \(list: Choice<SearchOptions.Order>.names)."))
  var sort = usual.order

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
  var facetLimit = usual.facetLimit

  @Option(help: .message("How many documents may be read to decide about phrases."))
  var mostChecks = usual.mostChecks

  @Option(help: .message("Count matches up to so many occurrences of terms; estimate more."))
  var mostCounted = usual.mostCounted

  @Option(help: .message("How many threads look for the best documents."))
  var threads = usual.threads

  @Option(help: .message("About how many characters of a document to show."))
  var snippetChars = usual.snippetCharacters

  @Flag(help: .message("Take a query that does not parse for an error, not for plain text."))
  var strictQuery = false

  @Option(help: .message("How to print hits: \(list: Choice<SearchRun.Format>.names)."))
  var format = usual.format

  @Flag(help: .message("Take every score apart."))
  var explain = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    try search.run()
  }

  /// What was asked for.
  var search: SearchRun {
    var search = SearchRun()
    search.words = query
    search.indexPath = index.path
    search.limit = limit
    search.offset = offset
    search.filters = filters.values
    search.order = sort
    search.perKind = perKind
    search.collapse = collapse
    search.facets = facet
    search.facetLimit = facetLimit
    search.mostChecks = mostChecks
    search.mostCounted = mostCounted
    search.threads = threads
    search.snippetCharacters = snippetChars
    search.isStrict = strictQuery
    search.format = format
    search.explains = explain
    search.layout = layout.choice
    return search
  }
}
