/// How the documents that match are chosen, sorted and counted.
public struct SearchOptions: Equatable, Sendable {
  /// What hits are sorted by; ties come in the order of the index.
  public enum Order: String, CaseIterable, Sendable {
    /// The best match first.
    case score
    /// The newest first, of one date the best match; documents without a date last.
    case date
  }

  /// What several documents are shown as one by.
  public enum Collapse: String, CaseIterable, Sendable {
    /// Publications of one application, or of one family where the documents name it.
    case family
  }

  /// How many hits to give.
  public var limit = 10
  /// How many to leave out in front of them.
  public var offset = 0
  /// What documents must be like beside the query, without a part in their scores.
  public var filter = SearchFilter()
  /// What hits are sorted by.
  public var order = Order.score
  /// So many hits of each kind, the kind with the best hit first, in place of `limit`; `offset` counts
  /// in each kind.
  public var perKind: Int?
  /// What several documents are shown as one by: the best of them.
  public var collapse: Collapse?
  /// What to count over all documents that match.
  public var facets: [Facet] = []
  /// How many values of a facet to give; years are all given.
  public var facetLimit = 10
  /// How many documents may be read to decide about a phrase, or about an abstract or claims.
  ///
  /// Where there are more candidates the best are read, and counts are estimates. Ten thousand take
  /// about a second.
  public var mostChecks = 10_000

  /// Matches are counted where so many occurrences of terms in documents tell them, else their number is
  /// an estimate from an even sample.
  ///
  /// A hundred thousand take a fraction of a millisecond. What asks for facets, an order by date or the
  /// best of each kind is counted in any case; 0 counts nothing.
  public var mostCounted = 100_000

  /// How many threads look for the best documents by score: the same ones, sooner in a large index.
  public var threads = 1

  /// The best ten documents, all of them.
  public init() {}

  /// The largest limit, offset and number of hits of a kind.
  public static let mostHits = 10_000_000

  /// The largest number of threads.
  public static let mostThreads = 1024

  func check() throws(ZhisouError) {
    let numbers = [("--limit", limit), ("--offset", offset), ("--per-kind", perKind ?? 0)]
    for (option, number) in numbers where !(0...Self.mostHits).contains(number) {
      throw ZhisouError(
        code: .invalidArgument, reason: "\(option) must be from 0 to \(Self.mostHits)",
        advice: "give a number in that range")
    }
    let others = [
      ("--facet-limit", facetLimit), ("--most-checks", mostChecks), ("--most-counted", mostCounted),
    ]
    for (option, number) in others where number < 0 {
      throw ZhisouError(negative: option)
    }
    guard (1...Self.mostThreads).contains(threads) else {
      throw ZhisouError(
        code: .invalidArgument, reason: "--threads cannot be \(threads)",
        advice: "give a number from 1 to \(Self.mostThreads)")
    }
    guard perKind == nil || collapse == nil else {
      throw ZhisouError(
        code: .invalidArgument, reason: "hits of each kind cannot be shown one of a family",
        advice: "choose one of the two")
    }
    try filter.check()
  }
}
