internal import Analysis

/// Finds where in a section the terms of a query stand together.
struct PassageSearch {
  private let matches: [TermMatch]

  init(_ matches: [TermMatch]) {
    self.matches = matches
  }

  /// The stretch of matches, no longer than so many characters, whose distinct terms weigh most.
  ///
  /// It lies in `bounds`, begins and ends with a match, and is the first of its weight. A match that
  /// is longer by itself is a stretch too.
  ///
  /// - Complexity: O(matches).
  func bestStretch(
    in bounds: Range<Int>, characters: Int, weights: [Double]
  ) -> (bytes: Range<Int>, weight: Double)? {
    let matches = matches.filter { bounds.covers($0.bytes) }
    var counts = [Int](repeating: 0, count: weights.count)
    var weight = 0.0
    var best: (first: Int, last: Int, weight: Double)?
    var first = 0
    for (last, match) in matches.enumerated() {
      if counts[match.term] == 0 { weight += weights[match.term] }
      counts[match.term] += 1
      // A term that comes again is not needed in front.
      while first < last,
        counts[matches[first].term] > 1
          || match.characters.upperBound - matches[first].characters.lowerBound > characters
      {
        counts[matches[first].term] -= 1
        if counts[matches[first].term] == 0 { weight -= weights[matches[first].term] }
        first += 1
      }
      if weight > (best?.weight ?? 0) * (1 + 1e-9) { best = (first, last, weight) }
    }
    guard let best else { return nil }
    let stretch = matches[best.first...best.last]
    let end = stretch.reduce(0) { max($0, $1.bytes.upperBound) }
    return (matches[best.first].bytes.lowerBound..<end, best.weight)
  }
}
