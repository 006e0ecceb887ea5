import Analysis
import Foundation

/// The records of a corpus as counted terms, and BM25 over them by its formula.
struct NaiveIndex {
  /// A term as its text; a pair of characters, or one, is told from a word.
  struct Term: Hashable {
    let text: String
    let isPair: Bool

    /// Whether it is one character, which stands for every pair that has it.
    var isCharacter: Bool { isPair && text.unicodeScalars.count == 1 }
  }

  struct Found: Equatable {
    let place: Int
    let score: Double
  }

  private let frequencies: [[Term: Int]]
  private let lengths: [Double]

  init(_ records: [ModelRecord]) {
    frequencies = records.map { record in
      var counts: [Term: Int] = [:]
      for text in record.searched {
        for (term, _) in Self.terms(of: text) { counts[term, default: 0] += 1 }
      }
      return counts
    }
    lengths = records.map { record in
      Double(record.counted.flatMap { Self.terms(of: $0) }.count { !$0.isExtra })
    }
  }

  var averageLength: Double { lengths.reduce(0, +) / Double(lengths.count) }

  func length(of place: Int) -> Int { Int(lengths[place]) }

  /// The distinct terms of a query.
  static func query(_ text: String) -> [Term] {
    var seen: Set<Term> = []
    return terms(of: text, isQuery: true).map(\.term).filter { seen.insert($0).inserted }
  }

  /// Places and scores of all records that have a term, in the order of the records.
  func search(_ text: String) -> [Found] {
    scores(of: Self.query(text).map { ($0, 1) }).enumerated().compactMap { place, score in
      score > 0 ? Found(place: place, score: score) : nil
    }
  }

  /// The score of every record for terms and their boosts.
  func scores(of boosted: [(term: Term, boost: Double)]) -> [Double] {
    let terms = boosted.map(\.term)
    let counts = frequencies.map { _ in 0 }
    let found = terms.map { term in counts.indices.map { frequency(of: term, in: $0) } }
    let count = Double(lengths.count)
    let weights = zip(found, boosted).map { frequencies, boosted in
      let documents = Double(frequencies.count { $0 > 0 })
      return boosted.boost * log(1 + (count - documents + 0.5) / (documents + 0.5))
    }
    return lengths.indices.map { place in
      var score = 0.0
      for (term, weight) in weights.enumerated() {
        let frequency = Double(found[term][place])
        let norm = 1.2 * (0.25 + 0.75 * lengths[place] / averageLength)
        if frequency > 0 { score += weight * frequency * 2.2 / (frequency + norm) }
      }
      return score
    }
  }

  /// How often a record has a term; of one character, the larger number of pairs that begin with it
  /// and of pairs that end with it.
  func frequency(of term: Term, in place: Int) -> Int {
    guard term.isCharacter, let character = term.text.unicodeScalars.first else {
      return frequencies[place][term] ?? 0
    }
    var (first, second) = (0, 0)
    for (other, count) in frequencies[place] where other.isPair {
      let scalars = other.text.unicodeScalars
      if scalars.first == character { first += count }
      if scalars.count == 2, scalars.last == character { second += count }
    }
    return max(first, second)
  }

  func documentFrequency(of term: Term) -> Int {
    frequencies.indices.count { frequency(of: term, in: $0) > 0 }
  }

  static func terms(
    of text: String, isQuery: Bool = false
  ) -> [(term: Term, isExtra: Bool)] {
    let interner = TokenInterner()
    var tokens = TokenBuffer(keepsRanges: true)
    var text = text
    text.withUTF8 {
      if isQuery {
        unsafe Analyzer.standard.analyze(query: $0, into: &tokens, interning: interner)
      } else {
        unsafe Analyzer.standard.analyze($0, into: &tokens, interning: interner)
      }
    }
    return (0..<tokens.count).map { index in
      let key = tokens[index].key
      let isPair = key & TermKey.internedFlag == 0
      let text =
        isPair
        ? TermKey.text(of: key)
        : unsafe interner.withBytes(of: key & ~TermKey.internedFlag) {
          unsafe String(decoding: $0, as: UTF8.self)
        }
      return (Term(text: text, isPair: isPair), tokens[index].isExtra)
    }
  }
}
