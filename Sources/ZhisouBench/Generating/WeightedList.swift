import Zhisou

/// A list whose elements are drawn as often as their weights say.
struct WeightedList<Element: Sendable>: Sendable {
  let elements: [Element]
  /// For each element the weights of it and all before it.
  private let cumulative: [Int]

  init(_ weighted: [(element: Element, weight: Int)]) {
    elements = weighted.map(\.element)
    cumulative = weighted.reduce(into: []) { $0.append(($0.last ?? 0) + $1.weight) }
  }

  /// The sum of all weights.
  var total: Int { cumulative.last ?? 0 }

  /// The part of `0..<total` that belongs to an element.
  func share(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : cumulative[index - 1])..<cumulative[index]
  }

  /// The index of an element drawn at random.
  ///
  /// - Complexity: O(log n).
  func index(using generator: inout SplitMix64) -> Int {
    let place = generator.below(total)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > place { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
