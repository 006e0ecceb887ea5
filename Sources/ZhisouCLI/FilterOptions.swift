import ArgumentParser
import Zhisou

/// The options that say what documents must be like beside the query.
struct FilterOptions: ParsableArguments {
  @Option(
    help: .message("Only these kinds: \(list: DocumentKind.allCases.map(\.name))."),
    completion: .list(DocumentKind.allCases.map(\.name)))
  var kind: [String] = []

  @Option(help: .message("Only at or under a place of the classification: H, H01L, \"H01L 21\"."))
  var ipc: [String] = []

  @Option(help: .message("Only from this date on: 2019, 2019-05, 2019-05-03."))
  var from: String?

  @Option(help: .message("Only up to this date, with the whole year or month named."))
  var to: String?

  @Option(help: .message("Only of regions with this in their name."))
  var region: [String] = []

  @Option(help: .message("Only of organisations with this in their name."))
  var org: [String] = []

  @Option(help: .message("Only of people with this in their name."))
  var person: [String] = []

  @Option(help: .message("Only from files with this in their path."))
  var source: [String] = []

  var values: FilterValues {
    FilterValues(
      kind: kind, ipc: ipc, from: from, to: to, region: region, org: org, person: person,
      source: source)
  }

  /// The filter that the values make.
  func filter() throws -> SearchFilter {
    try values.filter()
  }
}
