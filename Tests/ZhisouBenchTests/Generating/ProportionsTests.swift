import TestSupport
import Testing
import Zhisou

@testable import ZhisouBench

@Suite struct ProportionsTests {
  private static func counts(_ proportions: Proportions, _ records: Int) -> [DocumentKind: Int] {
    Dictionary(uniqueKeysWithValues: proportions.counts(of: records).map { ($0.kind, $0.count) })
  }

  @Test func `as many as the country has are as the country has them`() {
    let all = Proportions.national.weights.values.reduce(0, +)
    #expect(all == 28_966_000)
    #expect(Self.counts(.national, all) == Proportions.national.weights)
    #expect(Self.counts(.national, 10 * all)[.craftsman] == 2_800_000)
  }

  @Test func `remainders go to the largest, and each kind has one`() {
    // Of 10,000: 9683.77, 39.36, 14.50, 165.71, 96.67.
    #expect(
      Self.counts(.national, 10_000) == [
        .patent: 9684, .course: 39, .innovation: 14, .knowledge: 166, .craftsman: 97,
      ])
    #expect(Self.counts(.national, 5).values.allSatisfy { $0 == 1 })
    #expect(
      Self.counts(.national, 12) == [
        .patent: 8, .course: 1, .innovation: 1, .knowledge: 1, .craftsman: 1,
      ])
    #expect(Self.counts(.national, 1)[.patent] == 1)
  }

  @Test func `counts add up, and none is more than one off its share`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let weights = Proportions.kinds.map { ($0, Int.random(in: 0...1000, using: &generator)) }
      let proportions = Proportions(weights: Dictionary(uniqueKeysWithValues: weights))
      let total = weights.reduce(0) { $0 + $1.1 }
      guard total > 0 else { continue }
      let records = Int.random(in: 5000...1_000_000, using: &generator)
      let counts = proportions.counts(of: records)
      #expect(counts.reduce(0) { $0 + $1.count } == records)
      for (kind, count) in counts {
        let share = Double(records) * Double(proportions.weights[kind, default: 0]) / Double(total)
        #expect(abs(Double(count) - share) < 1 || count == 1)
      }
    }
  }

  @Test func `proportions are read from text`() {
    #expect(
      Proportions("patent=3,course=0,result=2")
        == Proportions(weights: [.patent: 3, .course: 0, .innovation: 2]))
    for text in [
      "", "patent", "patent=", "patent=-1", "other=1", "patent=1,patent=2", "patent=0", "patent=1,",
      "patent=99999999999999", "=1",
    ] {
      #expect(Proportions(text) == nil, "\(text)")
    }
  }
}
