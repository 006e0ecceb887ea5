import InvertedIndex
import TestSupport
import Testing

/// The scorer against BM25 written down once more, over plain arrays.
@Suite struct ExhaustiveScorerTests {
  /// Scores of all documents that have a term, by the formula itself.
  private static func naive(
    _ documents: [ModelDocument], _ terms: [ModelDocument.Term], all: Bool
  ) -> [(document: Int, score: Double)] {
    let ranking = BM25(
      documents: documents.count,
      totalLength: documents.reduce(0 as UInt64) { $0 + UInt64($1.length) })
    var scores = [Double](repeating: 0, count: documents.count)
    var counts = [Int](repeating: 0, count: documents.count)
    for term in terms {
      let frequencies = documents.map { $0.terms.count { $0 == term } }
      let documentFrequency = frequencies.count { $0 > 0 }
      let weight = ranking.inverseDocumentFrequency(documentFrequency) * 2.2
      for (place, frequency) in frequencies.enumerated() where frequency > 0 {
        let length = Double(documents[place].length) / ranking.averageLength
        let tf = Double(frequency)
        scores[place] += weight * tf / (tf + 1.2 * (0.25 + 0.75 * length))
        counts[place] += 1
      }
    }
    return scores.indices.filter { scores[$0] > 0 && (!all || counts[$0] == terms.count) }
      .map { ($0, scores[$0]) }
      .sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `scores equal BM25 by the formula over any cut into segments`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = ModelDocument.random(
      [1, 50, 700, 3000, 20_000, 130][Int(seed) - 1], vocabulary: 400, meanLength: 30,
      using: &generator)
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder, runs: Int(seed))
    let snapshot = try ModelIndex.open(folder)
    #expect(snapshot.documents == documents.count)
    for round in 0..<12 {
      let pool = documents.flatMap { $0.terms.prefix(4) }
      guard !pool.isEmpty else { continue }
      var terms: [ModelDocument.Term] = []
      for _ in 0...round {
        if let term = pool.randomElement(using: &generator), !terms.contains(term) {
          terms.append(term)
        }
      }
      for mode in [ExhaustiveScorer.Mode.any, .all] {
        let expected = Self.naive(documents, terms, all: mode == .all)
        let found = try ExhaustiveScorer(snapshot).search(
          terms.map { QueryTerm($0.form) }, limit: 10, mode: mode)
        #expect(found.matches == expected.count)
        #expect(found.top.count == min(10, expected.count))
        for (hit, twin) in zip(found.top, expected) {
          #expect(abs(Double(hit.score) - twin.score) < 1e-4 * twin.score)
        }
        // Where scores differ clearly the documents are the same, in order.
        for (place, hit) in found.top.enumerated() {
          let twin = expected[place]
          let isAlone = expected.allSatisfy {
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
    let found = try ExhaustiveScorer(try ModelIndex.open(folder)).search(
      [QueryTerm(.key(7))], limit: 20)
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
    let found = try ExhaustiveScorer(snapshot).search(
      [QueryTerm(.key(0))], limit: 1000, isAllowed: { $0 == 2 })
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
    let found = try ExhaustiveScorer(try ModelIndex.open(folder)).search(
      [QueryTerm(.union(range: 10..<20, others: [50, 51]))], limit: 10)
    #expect(Set(found.top.map(\.document)) == [0, 1, 2])
    let ranking = BM25(documents: 4, totalLength: 9)
    let weight = ranking.inverseDocumentFrequency(3) * 2.2
    let length = 3 / ranking.averageLength
    let expected = weight * 3 / (3 + 1.2 * (0.25 + 0.75 * length))
    #expect(abs(Double(found.top[0].score) - expected) < 1e-5)
  }
}
