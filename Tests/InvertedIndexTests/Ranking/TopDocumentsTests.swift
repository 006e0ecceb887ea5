import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct TopDocumentsTests {
  @Test(arguments: [0, 1, 2, 10, 31, 32, 33, 1000, 5000, Int.max])
  func `the best come as sort would give them`(limit: Int) {
    var generator = SeededGenerator(seed: 9)
    for distinct in [2, 50, 100_000] {
      var top = TopDocuments(limit: limit)
      var all: [ScoredDocument] = []
      for segment in 0..<3 {
        for document in 0..<UInt32(1000) {
          let score = Float(Int.random(in: 0...distinct, using: &generator))
          let candidate = ScoredDocument(
            segment: segment, document: document,
            rank: SortOrder.score.rank(score: score, date: 0))
          top.insert(document, segment: segment, rank: candidate.rank)
          #expect(candidate.score == score && candidate.segment == segment)
          all.append(candidate)
        }
      }
      let expected = all.sorted {
        ($1.score, $0.segment, $0.document) < ($0.score, $1.segment, $1.document)
      }
      #expect(top.finish() == Array(expected.prefix(limit)))
    }
  }
}
