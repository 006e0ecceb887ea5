#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The measures written down as their definitions read, slowly, to compare the program's with.
struct PlainMeasures {
  /// The grade of each document of the ranking, best first; 0 when it was not judged.
  let found: [Int]
  /// The grades of the relevant documents.
  let relevant: [Int]

  /// Orders the lines of a query by score in single precision, equal ones by the bytes of the
  /// document, both descending.
  init(lines: [(document: String, score: Double)], grades: [String: Int]) {
    var ordered: [(document: String, score: Float)] = []
    for line in lines {
      let new = (document: line.document, score: Float(line.score))
      let place =
        ordered.firstIndex { old in
          old.score < new.score
            || old.score == new.score
              && old.document.utf8.lexicographicallyPrecedes(new.document.utf8)
        } ?? ordered.count
      ordered.insert(new, at: place)
    }
    found = ordered.map { grades[$0.document] ?? 0 }
    relevant = grades.values.filter { $0 >= 1 }
  }

  /// nDCG@10, MRR@10, MAP, R@100, P@10.
  var all: [Double] {
    guard !relevant.isEmpty else { return [0, 0, 0, 0, 0] }
    let ideal = gain(relevant.sorted().reversed())
    let ranks = (1...max(found.count, 1)).filter { $0 <= found.count && found[$0 - 1] >= 1 }
    let first = ranks.min() ?? 11
    let precisions = ranks.map { rank in Double(count(upTo: rank)) / Double(rank) }
    return [
      gain(found) / ideal, first > 10 ? 0 : 1 / Double(first),
      precisions.reduce(0, +) / Double(relevant.count),
      Double(count(upTo: 100)) / Double(relevant.count), Double(count(upTo: 10)) / 10,
    ]
  }

  private func count(upTo rank: Int) -> Int {
    found.prefix(rank).filter { $0 >= 1 }.count
  }

  private func gain(_ grades: [Int]) -> Double {
    (1...10).reduce(0) { sum, rank in
      rank > grades.count ? sum : sum + Double(max(0, grades[rank - 1])) / log2(Double(rank + 1))
    }
  }
}
