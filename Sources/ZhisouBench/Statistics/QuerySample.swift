import Zhisou

/// Queries of one length, cut from texts that come one after another.
///
/// A query is bigrams that follow one another in a text, over the borders of its sentences, from a
/// place at random. Every text that is long enough is as likely as any other (Vitter, "Random sampling
/// with a reservoir", 1985, algorithm R).
struct QuerySample {
  /// Bigrams of a query.
  let length: Int
  /// The queries, each bigrams in order.
  private(set) var queries: [ArraySlice<UInt64>] = []
  private let size: Int
  private var offered = 0
  private var generator: SplitMix64

  init(length: Int, size: Int, seed: UInt64) {
    self.length = length
    self.size = size
    generator = SplitMix64(seed: seed &+ UInt64(length))
  }

  /// Perhaps takes a query from a text that is given by its bigrams.
  mutating func offer(_ bigrams: [UInt64]) {
    guard bigrams.count >= length else { return }
    offered += 1
    let slot = queries.count < size ? queries.count : Int.random(in: 0..<offered, using: &generator)
    guard slot < size else { return }
    let start = Int.random(in: 0...(bigrams.count - length), using: &generator)
    // A copy of its own, not a view that keeps the whole text.
    let query = Array(bigrams[start..<(start + length)])[...]
    if slot == queries.count { queries.append(query) } else { queries[slot] = query }
  }

  /// The sum over a query's different bigrams of the texts that have it, by the number of texts, on
  /// average over the queries: the postings per document that a disjunction has to look at.
  func meanPostingsPerText(_ table: BigramTable, texts: Int) -> Double {
    guard !queries.isEmpty, texts > 0 else { return 0 }
    let sum = queries.reduce(0) { sum, query in
      sum + Set(query).reduce(0) { $0 + table.texts(with: $1) }
    }
    return Double(sum) / Double(texts) / Double(queries.count)
  }
}
