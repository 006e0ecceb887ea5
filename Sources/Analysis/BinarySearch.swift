/// Searches among indices by halves.
enum BinarySearch {
  /// The first index with a property that, once it holds, holds to the end; `end` if none has it.
  ///
  /// - Complexity: O(log n).
  static func firstIndex(
    from start: Int = 0, below end: Int, where holds: (Int) -> Bool
  ) -> Int {
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
