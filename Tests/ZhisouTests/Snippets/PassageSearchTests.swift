import Analysis
import TestSupport
import Testing

@testable import Zhisou

@Suite struct PassageSearchTests {
  /// What the distinct terms of matches weigh.
  private static func weight(_ matches: some Sequence<TermMatch>, _ weights: [Double]) -> Double {
    Set(matches.map(\.term)).reduce(0) { $0 + weights[$1] }
  }

  /// Matches of random terms, two bytes a character.
  private static func matches(_ generator: inout SeededGenerator) -> [TermMatch] {
    var start = 0
    return (0..<Int.random(in: 0...14, using: &generator)).map { _ in
      start += Int.random(in: 0...9, using: &generator)
      let characters = start..<start + Int.random(in: 1...5, using: &generator)
      return TermMatch(
        term: Int.random(in: 0..<4, using: &generator),
        bytes: 2 * characters.lowerBound..<2 * characters.upperBound, characters: characters,
        isForm: false)
    }
  }

  @Test func `the stretch weighs as much as the best of all stretches`() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<3_000 {
      let matches = Self.matches(&generator)
      let weights = (0..<4).map { _ in Double(Int.random(in: 0...5, using: &generator)) }
      let length = Int.random(in: 5...20, using: &generator)
      let low = Int.random(in: 0...40, using: &generator)
      let bounds = low..<low + Int.random(in: 0...160, using: &generator)
      let allowed = matches.filter {
        $0.bytes.lowerBound >= bounds.lowerBound && $0.bytes.upperBound <= bounds.upperBound
      }
      var best = 0.0
      for first in allowed.indices {
        for last in first..<allowed.count {
          let stretch = allowed[first...last]
          let end = stretch.reduce(0) { max($0, $1.characters.upperBound) }
          if end - allowed[first].characters.lowerBound <= length {
            best = max(best, Self.weight(stretch, weights))
          }
        }
      }
      let found = PassageSearch(matches).bestStretch(
        in: bounds, characters: length, weights: weights)
      #expect((found?.weight ?? 0) == best)
      guard let found else { continue }
      let inside = allowed.filter {
        $0.bytes.lowerBound >= found.bytes.lowerBound
          && $0.bytes.upperBound <= found.bytes.upperBound
      }
      #expect(Self.weight(inside, weights) >= found.weight)
      #expect(inside.first?.bytes.lowerBound == found.bytes.lowerBound)
    }
  }

  @Test func `a term that comes again does not make a stretch longer`() {
    let places = [0, 10, 12, 30]
    let matches = zip(places, [0, 0, 1, 0]).map { place, term in
      TermMatch(
        term: term, bytes: place..<place + 2, characters: place..<place + 2, isForm: false)
    }
    let found = PassageSearch(matches).bestStretch(
      in: 0..<100, characters: 20, weights: [1, 1])
    #expect(found?.bytes == 10..<14)
  }

  @Test func `a match that is too long is a stretch by itself`() {
    let matches = [0..<9, 20..<30, 40..<41].enumerated().map {
      TermMatch(term: $0, bytes: $1, characters: $1, isForm: false)
    }
    let found = PassageSearch(matches).bestStretch(
      in: 0..<50, characters: 5, weights: [1, 2, 1])
    #expect(found?.bytes == 20..<30)
  }
}
