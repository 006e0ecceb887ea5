import InvertedIndex
import TestSupport
import Testing

/// The scorer against BM25 written down once more, over plain arrays.
@Suite struct ExhaustiveScorerTests {
  /// Documents as plain arrays: how often each has a term, counted once for all queries.
  private struct Naive {
    let lengths: [Int]
    let pool: [ModelDocument.Term]
    private var frequencies: [ModelDocument.Term: [Int: Int]] = [:]
    private let ranking: BM25

    init(_ documents: [ModelDocument]) {
      lengths = documents.map(\.length)
      pool = documents.flatMap { $0.terms.prefix(4) }
      ranking = BM25(
        documents: documents.count, totalLength: lengths.reduce(0 as UInt64) { $0 + UInt64($1) })
      for (place, document) in documents.enumerated() {
        for term in document.terms { frequencies[term, default: [:]][place, default: 0] += 1 }
      }
    }

    /// Scores of all documents that have a term or all terms, best first, by the formula itself.
    func search(
      _ terms: [ModelDocument.Term], all: Bool
    ) -> [(document: Int, score: Double)] {
      var scores: [Int: (sum: Double, terms: Int)] = [:]
      for term in terms {
        let postings = frequencies[term, default: [:]]
        let weight = ranking.inverseDocumentFrequency(postings.count) * 2.2
        for (place, frequency) in postings {
          let length = Double(lengths[place]) / ranking.averageLength
          let tf = Double(frequency)
          let before = scores[place, default: (0, 0)]
          scores[place] = (
            before.sum + weight * tf / (tf + 1.2 * (0.25 + 0.75 * length)), before.terms + 1
          )
        }
      }
      return scores.filter { !all || $0.value.terms == terms.count }
        .map { ($0.key, $0.value.sum) }
        .sorted { ($1.score, $0.document) < ($0.score, $1.document) }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `scores equal BM25 by the formula over any cut into segments`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // The largest exceeds a window of the scorer.
    let documents = ModelDocument.random(
      [1, 50, 700, 3000, 17_000, 130][Int(seed) - 1], vocabulary: 400,
      meanLength: seed == 5 ? 6 : 30, using: &generator)
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder, runs: Int(seed))
    let snapshot = try ModelIndex.open(folder)
    #expect(snapshot.documents == documents.count)
    let naive = Naive(documents)
    guard !naive.pool.isEmpty else { return }
    for round in 0..<12 {
      var terms: [ModelDocument.Term] = []
      for _ in 0...round {
        if let term = naive.pool.randomElement(using: &generator), !terms.contains(term) {
          terms.append(term)
        }
      }
      for needsAll in [false, true] {
        let expected = naive.search(terms, all: needsAll)
        var request = SearchRequest(terms.map { QueryTerm($0.form) }, limit: 10)
        if needsAll { request.condition = .all(terms.map { .term($0.form, in: .text) }) }
        let found = try SnapshotScorer(snapshot).search(request)
        #expect(found.matches == expected.count)
        #expect(found.top.count == min(10, expected.count))
        for (place, (hit, twin)) in zip(found.top, expected).enumerated() {
          #expect(abs(Double(hit.score) - twin.score) < 1e-4 * twin.score)
          // Where the score is clearly another than before and behind, so is the document.
          let neighbours = expected[max(0, place - 1)..<min(expected.count, place + 2)]
          let isAlone = neighbours.allSatisfy {
            $0.document == twin.document || abs($0.score - twin.score) > 1e-4 * twin.score
          }
          if isAlone { #expect(Int(hit.document) == twin.document) }
        }
      }
    }
  }

  @Test func `ties come in document order`() throws {
    var documents: [ModelDocument] = []
    for number in 0..<300 {
      var document = ModelDocument()
      document.terms = [.key(7), .key(UInt32(1000 + number))]
      document.identifier = "D\(number)"
      documents.append(document)
    }
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder)
    let found = try SnapshotScorer(try ModelIndex.open(folder)).search(
      SearchRequest([QueryTerm(.key(7))], limit: 20))
    #expect(found.top.map(\.document) == Array(0..<20))
    #expect(found.matches == 300)
  }

  @Test func `kinds that are not allowed do not count`() throws {
    var generator = SeededGenerator(seed: 3)
    let documents = ModelDocument.random(
      400, vocabulary: 50, meanLength: 20, using: &generator)
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder)
    let snapshot = try ModelIndex.open(folder)
    var request = SearchRequest([QueryTerm(.key(0))], limit: 1000)
    request.condition = .kinds([2])
    let found = try SnapshotScorer(snapshot).search(request)
    let expected = documents.indices.filter {
      documents[$0].kind == 2 && documents[$0].terms.contains(.key(0))
    }
    #expect(!expected.isEmpty)
    #expect(Set(found.top.map { Int($0.document) }) == Set(expected))
  }

  @Test func `a union counts once, with the larger sum of frequencies`() throws {
    var documents: [ModelDocument] = []
    for terms: [UInt32] in [[10, 11, 11], [12, 50], [50, 51, 52], [99]] {
      var document = ModelDocument()
      document.terms = terms.map { .key($0) }
      document.identifier = "D\(documents.count)"
      documents.append(document)
    }
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder)
    let found = try SnapshotScorer(try ModelIndex.open(folder)).search(
      SearchRequest([QueryTerm(.union(range: 10..<20, others: [50, 51]))], limit: 10))
    #expect(Set(found.top.map(\.document)) == [0, 1, 2])
    let ranking = BM25(documents: 4, totalLength: 9)
    let weight = ranking.inverseDocumentFrequency(3) * 2.2
    let length = 3 / ranking.averageLength
    let expected = weight * 3 / (3 + 1.2 * (0.25 + 0.75 * length))
    #expect(abs(Double(found.top[0].score) - expected) < 1e-5)
  }
}
