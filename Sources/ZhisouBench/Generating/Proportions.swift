import Zhisou

/// How many records of each kind a corpus has.
struct Proportions: Equatable, Sendable {
  /// Kinds with their weights, in the order of their files; no kind twice.
  let weights: [DocumentKind: Int]

  /// What there is in the country: patents in force and published, courses, workers' innovation
  /// results, entries of knowledge, craftsmen.
  static let national = Proportions(weights: [
    .patent: 28_050_000, .course: 114_000, .innovation: 42_000, .knowledge: 480_000,
    .craftsman: 280_000,
  ])

  /// The order of the kinds wherever they are listed.
  static let kinds: [DocumentKind] = [.patent, .course, .innovation, .knowledge, .craftsman]

  init(weights: [DocumentKind: Int]) {
    self.weights = weights
  }

  /// Weights written as `patent=28050000,course=114000`; nil for anything else, and when all are 0.
  init?(_ text: String) {
    var weights: [DocumentKind: Int] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let kind = DocumentKind(name: String(sides[0])), kind != .other,
        weights[kind] == nil, let weight = Int(sides[1]), (0...1 << 40).contains(weight)
      else { return nil }
      weights[kind] = weight
    }
    guard weights.values.contains(where: { $0 > 0 }) else { return nil }
    self.weights = weights
  }

  /// Shares out so many records by largest remainders; each kind that has a weight gets one at least
  /// when there are as many records as such kinds.
  ///
  /// Of equal remainders the earlier kind's is rounded up.
  func counts(of records: Int) -> [(kind: DocumentKind, count: Int)] {
    let kinds = Self.kinds.filter { weights[$0, default: 0] > 0 }
    let total = UInt(kinds.reduce(0) { $0 + weights[$1, default: 0] })
    let quotas = kinds.map { kind in
      let product = UInt(records).multipliedFullWidth(by: UInt(weights[kind, default: 0]))
      return total.dividingFullWidth(product)
    }
    var counts = quotas.map { Int($0.quotient) }
    let order = kinds.indices.sorted {
      (quotas[$1].remainder, $0) < (quotas[$0].remainder, $1)
    }
    for place in order.prefix(records - counts.reduce(0, +)) { counts[place] += 1 }
    if records >= kinds.count {
      for place in counts.indices where counts[place] == 0 {
        guard let largest = counts.indices.max(by: { counts[$0] < counts[$1] }) else { break }
        counts[largest] -= 1
        counts[place] = 1
      }
    }
    return zip(kinds, counts).map { ($0, $1) }
  }
}
