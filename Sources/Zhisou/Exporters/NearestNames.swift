/// Finds what someone may have meant by a name that does not exist.
public enum NearestNames {
  /// The known names that differ least, up to three; none when all differ in half their characters
  /// or more.
  ///
  /// - Complexity: O(known names · the square of their length).
  public static func nearest(to name: String, among known: [String]) -> [String] {
    var seen: Set<String> = []
    let known = known.filter { seen.insert($0).inserted }
    let distances = known.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
    let least = distances.map(\.distance).min() ?? 0
    guard least * 2 <= name.count else { return [] }
    return distances.filter { $0.distance == least }.prefix(3).map(\.name)
  }

  /// How many characters must be put in, taken out, replaced or swapped with their neighbour to make
  /// one text of the other (Damerau, 1964; each place changed once).
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var least = min(previous[column + 1], current[column]) + 1
        least = min(least, previous[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforePrevious[column - 1] + 1)
        }
        current.append(least)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
