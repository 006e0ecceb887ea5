/// What documents must be like, whatever they score; everything that is given must hold.
public struct SearchFilter: Equatable, Sendable {
  /// One of these kinds; any when there are none.
  public var kinds: Set<DocumentKind> = []
  /// A symbol at or under one of these places of the classification: `H`, `H01L`, `H01L 21`.
  public var classifications: [String] = []
  /// From this date on: `2019`, `2019-05`, `2019-05-03`.
  public var from: String?
  /// Up to this date, with the whole of the year or month that is named.
  public var through: String?
  /// A region with one of these names in it.
  public var regions: [String] = []
  /// An organisation with one of these names in it.
  public var organisations: [String] = []
  /// A person with one of these names.
  public var people: [String] = []
  /// A file whose path has one of these texts in it.
  public var sources: [String] = []

  /// Everything passes.
  public init() {}

  /// The filter as an expression of the query language; `nil` when everything passes.
  public var expression: QueryExpression? {
    var parts: [QueryExpression] = []
    func add(_ field: QueryField, _ values: [QueryExpression]) {
      guard !values.isEmpty else { return }
      parts.append(.field(field, values.count == 1 ? values[0] : .any(values)))
    }
    let names = kinds.map(\.name).sorted().joined(separator: ",")
    add(.kind, kinds.isEmpty ? [] : [.words(names)])
    add(.ipc, classifications.map { .words($0) })
    if from != nil || through != nil { add(.date, [.range(from: from, through: through)]) }
    add(.region, regions.map { .phrase($0) })
    add(.org, organisations.map { .phrase($0) })
    add(.person, people.map { .phrase($0) })
    add(.source, sources.map { .words($0) })
    return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
  }

  func check() throws(ZhisouError) {
    for date in [from, through].compactMap(\.self) where QueryDate(date) == nil {
      throw ZhisouError(
        code: .invalidArgument, reason: "\"\(date)\" is no date",
        advice: "write it as 2019, 2019-05 or 2019-05-03")
    }
    if let from, let through, let first = QueryDate(from), let last = QueryDate(through),
      first.lower > last.upper
    {
      throw ZhisouError(
        code: .invalidArgument, reason: "nothing is from \(from) and up to \(through)",
        advice: "give the earlier date first")
    }
    for symbol in classifications where ClassificationPath(symbol) == nil {
      throw ZhisouError(
        code: .invalidArgument, reason: "\"\(symbol)\" is no place of the classification",
        advice: "write it as H, H01, H01L, H01L 21 or H01L 21/02")
    }
  }
}
