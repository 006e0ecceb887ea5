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

  /// The filter; an option given several times, or with several values between commas, lets pass
  /// what any of them does.
  func filter() throws -> SearchFilter {
    var filter = SearchFilter()
    filter.kinds = try kinds()
    filter.classifications = Self.values(ipc)
    filter.from = from
    filter.through = to
    filter.regions = Self.values(region)
    filter.organisations = Self.values(org)
    filter.people = Self.values(person)
    filter.sources = Self.values(source)
    return filter
  }

  private static func values(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split { ",，、".contains($0) }.map(String.init) }
  }

  private func kinds() throws -> Set<DocumentKind> {
    var kinds: Set<DocumentKind> = []
    for name in Self.values(kind) {
      guard let known = DocumentKind(queryName: name) else {
        let names = DocumentKind.allCases.map(\.name)
        let nearest = NearestNames.nearest(to: name, among: names)
        throw ZhisouError(
          code: .invalidArgument, reason: "there is no kind \"\(name)\"",
          advice: nearest.isEmpty
            ? "the kinds are \(list: names)" : "did you mean \(anyOf: nearest)?")
      }
      kinds.insert(known)
    }
    return kinds
  }
}
