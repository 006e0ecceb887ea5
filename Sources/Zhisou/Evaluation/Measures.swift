#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A value for each measure, of one query or a mean over many.
public struct Measures: Equatable, Sendable {
  private var values: [Double]

  /// The value of a measure.
  public subscript(measure: Measure) -> Double {
    Measure.allCases.firstIndex(of: measure).map { values[$0] } ?? 0
  }

  /// The measures of a ranking; all are 0 when nothing is relevant.
  ///
  /// - Parameters:
  ///   - ranking: documents, best first, each once.
  ///   - grades: the judged documents; a grade of 1 or more is relevant.
  /// - Complexity: O(ranking + judged documents).
  public init(ranking: [TRECIdentifier], grades: [TRECIdentifier: Int]) {
    let relevant = grades.values.filter { $0 > 0 }.sorted(by: >)
    var gains: [Int] = []
    var (found, foundIn10, foundIn100, firstRank) = (0, 0, 0, 0)
    var precisions = 0.0
    for (place, document) in ranking.enumerated() {
      let grade = grades[document] ?? 0
      if place < 10 { gains.append(grade) }
      guard grade > 0 else { continue }
      let rank = place + 1
      found += 1
      precisions += Double(found) / Double(rank)
      if rank <= 10 { foundIn10 = found }
      if rank <= 100 { foundIn100 = found }
      if firstRank == 0 { firstRank = rank }
    }
    let count = Double(max(relevant.count, 1))
    let ideal = Self.discounted(relevant.prefix(10))
    values = Measure.allCases.map { measure in
      switch measure {
      case .ndcg10: ideal > 0 ? Self.discounted(gains[...]) / ideal : 0
      case .reciprocalRank10: (1...10).contains(firstRank) ? 1 / Double(firstRank) : 0
      case .averagePrecision: precisions / count
      case .recall100: Double(foundIn100) / count
      case .precision10: Double(foundIn10) / 10
      }
    }
  }

  /// The mean over queries.
  init(meanOf all: [Measures]) {
    values = Measure.allCases.indices.map { place in
      all.reduce(0) { $0 + $1.values[place] } / Double(max(all.count, 1))
    }
  }

  private static func discounted(_ gains: ArraySlice<Int>) -> Double {
    gains.enumerated().reduce(0) { sum, gain in
      gain.element > 0 ? sum + Double(gain.element) / log2(Double(gain.offset + 2)) : sum
    }
  }
}
