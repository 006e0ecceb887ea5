internal import InvertedIndex

/// What the documents of a result are counted by.
public struct Facet: Hashable, Sendable {
  /// The properties of documents that can be counted.
  public enum Property: String, CaseIterable, Sendable {
    /// What a document is.
    case kind
    /// Places of the International Patent Classification.
    case ipc
    /// The year of the date.
    case year
    /// Organisations.
    case org
    /// Regions.
    case region
    /// People.
    case person
    /// Trades and other codes that are no symbols of the classification.
    case trade
  }

  /// What is counted by.
  public let property: Property
  /// How deep places of the classification are taken; of no meaning for others.
  let level: ClassificationPath.Level

  /// A facet by its name: `kind`, `year`, `ipc:3`.
  ///
  /// The number behind `ipc` says how many characters a place has: 1 for sections, 3 for classes, 4,
  /// as without a number, for subclasses; `group` and `symbol` go deeper.
  ///
  /// - Throws: `.invalidArgument` for another name, with the nearest one.
  public init(name: String) throws(ZhisouError) {
    let parts = name.split(separator: ":", maxSplits: 1).map { String($0).lowercasedASCII }
    guard let property = Property(rawValue: parts.first ?? "") else {
      let names = Property.allCases.map(\.rawValue)
      let nearest = NearestNames.nearest(to: parts.first ?? "", among: names)
      throw ZhisouError(
        code: .invalidArgument, reason: "there is no facet \"\(name)\"",
        advice: nearest.isEmpty
          ? "the facets are \(list: names)"
          : "did you mean \(anyOf: nearest)?")
    }
    self.property = property
    let levels: [String: ClassificationPath.Level] = [
      "1": .section, "3": .classification, "4": .subclass, "group": .group, "symbol": .symbol,
    ]
    guard let depth = parts.dropFirst().first else {
      level = .subclass
      return
    }
    guard property == .ipc, let level = levels[depth] else {
      throw ZhisouError(
        code: .invalidArgument, reason: "there is no facet \"\(name)\"",
        advice: "only ipc has levels: ipc:1, ipc:3, ipc:4, ipc:group, ipc:symbol")
    }
    self.level = level
  }

  /// The name that makes it.
  public var name: String {
    guard property == .ipc else { return property.rawValue }
    switch level {
    case .section: return "ipc:1"
    case .classification: return "ipc:3"
    case .subclass: return "ipc:4"
    case .group: return "ipc:group"
    case .symbol: return "ipc:symbol"
    }
  }
}

/// How many documents of a result have which value.
public struct FacetCounts: Equatable, Sendable {
  /// One value.
  public struct Value: Equatable, Sendable {
    /// The value as documents have it; empty for documents without a date.
    public let name: String
    /// How many documents have it.
    public let documents: Int
  }

  /// What was counted by.
  public let facet: Facet
  /// The values that most documents have, the most first; all years in their order.
  public let values: [Value]
  /// How many values there are in all.
  public let distinct: Int
}
