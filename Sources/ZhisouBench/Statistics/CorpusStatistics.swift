/// How many different bigrams texts have as they become more, and how many of them queries meet.
struct CorpusStatistics {
  /// The state after so many texts.
  struct Step: Equatable {
    var texts = 0
    /// Characters of all texts, newlines left out.
    var characters = 0
    /// Bigrams of all texts.
    var bigrams = 0
    /// Pairs of a text and a bigram in it.
    var postings = 0
    /// Different bigrams.
    var distinct = 0
  }

  /// The state after 1, 2, 5, 10, 20, 50 … texts.
  private(set) var steps: [Step] = []
  /// The state now.
  private(set) var current = Step()
  private var samples: [QuerySample]
  private let table = BigramTable()
  private var bigrams: [UInt64] = []
  private var nextStep = 1

  /// Nothing counted yet.
  ///
  /// - Parameters:
  ///   - lengths: the bigrams of the queries that are cut from the texts.
  ///   - queries: how many of each length.
  ///   - seed: makes the queries.
  init(lengths: [Int] = [4, 8, 16], queries: Int, seed: UInt64) {
    samples = lengths.map { QuerySample(length: $0, size: queries, seed: seed) }
  }

  /// Counts a text in UTF-8.
  mutating func add(_ text: Span<UInt8>) {
    bigrams.removeAll(keepingCapacity: true)
    current.characters += HanBigrams.append(of: text, to: &bigrams)
    current.texts += 1
    current.bigrams += bigrams.count
    table.count(bigrams, in: UInt32(current.texts))
    current.postings = table.postings
    current.distinct = table.count
    for place in samples.indices { samples[place].offer(bigrams) }
    if current.texts == nextStep {
      steps.append(current)
      nextStep = Self.stepAfter(nextStep)
    }
  }

  /// How many bigrams stand in a single text.
  var inOneText: Int { table.inOneText }

  /// For each length of queries the mean of Σdf/N.
  var postingsPerText: [(length: Int, mean: Double)] {
    samples.map { ($0.length, $0.meanPostingsPerText(table, texts: current.texts)) }
  }

  private static func stepAfter(_ step: Int) -> Int {
    String(step).hasPrefix("2") ? step / 2 * 5 : step * 2
  }
}
