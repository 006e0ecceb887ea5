import Zhisou

/// What the options say that documents must be like; an option given several times, or with several
/// values between commas, lets pass what any of them does.
struct FilterValues: Equatable {
  var kind: [String] = []
  var ipc: [String] = []
  var from: String?
  var to: String?
  var region: [String] = []
  var org: [String] = []
  var person: [String] = []
  var source: [String] = []

  /// The filter; throws for a kind that there is not.
  func filter() throws(ZhisouError) -> SearchFilter {
    var filter = SearchFilter()
    filter.kinds = try kinds()
    filter.classifications = ipc.flatMap(\.listedValues)
    filter.from = from
    filter.through = to
    filter.regions = region.flatMap(\.listedValues)
    filter.organisations = org.flatMap(\.listedValues)
    filter.people = person.flatMap(\.listedValues)
    filter.sources = source.flatMap(\.listedValues)
    return filter
  }

  private func kinds() throws(ZhisouError) -> Set<DocumentKind> {
    var kinds: Set<DocumentKind> = []
    for name in kind.flatMap(\.listedValues) {
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

extension String {
  /// The values of a list between commas, Chinese ones too.
  var listedValues: [String] {
    split { $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
  }
}
