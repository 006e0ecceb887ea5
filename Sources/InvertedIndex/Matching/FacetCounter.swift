package import Storage

/// Counts the documents of a result by what they are: exact numbers over all of them.
package struct FacetCounter {
  private let snapshot: IndexSnapshot
  private let sets: [DocumentSet]

  /// A counter of the documents of a set for each segment of a snapshot.
  package init(_ snapshot: IndexSnapshot, _ sets: [DocumentSet]) {
    self.snapshot = snapshot
    self.sets = sets
  }

  /// Documents by kind.
  package func kinds() -> [UInt8: Int] {
    var counts = [Int](repeating: 0, count: 128)
    forEach { segment, document in counts[Int(segment.kind(of: document))] += 1 }
    return Dictionary(
      uniqueKeysWithValues: counts.indices.filter { counts[$0] > 0 }.map {
        (UInt8($0), counts[$0])
      })
  }

  /// Documents by year, those without a date by 0.
  package func years() -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    forEach { segment, document in counts[segment.date(of: document) / 10_000, default: 0] += 1 }
    return counts
  }

  /// Documents by the values of a column, or by what `group` makes of a value.
  ///
  /// A document with several values of a group counts once; values of no group are left out.
  ///
  /// - Complexity: O(documents of the sets and their values + distinct values).
  package func values(
    of field: OrdinalField, group: ([UInt8]) -> [UInt8]?
  ) throws(StorageError) -> [[UInt8]: Int] {
    var numbers: [[UInt8]: Int] = [:]
    var counts: [Int] = []
    for (segment, set) in zip(snapshot.segments, sets) {
      let column = segment.columns[Int(field.rawValue)]
      try segment.reading(segment.columnsFile, "a column") { () throws(ByteCursor.Fault) in
        try column.forEachDocument(
          in: set, map: { group($0).map { Self.number(of: $0, &numbers, &counts) } }
        ) { _, groups in
          for (place, number) in groups.enumerated() {
            if let number, !groups[..<place].contains(number) { counts[number] += 1 }
          }
        }
      }
    }
    return numbers.mapValues { counts[$0] }
  }

  private static func number(
    of name: [UInt8], _ numbers: inout [[UInt8]: Int], _ counts: inout [Int]
  ) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = counts.count
    counts.append(0)
    return counts.count - 1
  }

  private func forEach(_ body: (SegmentReader, UInt32) -> Void) {
    for (segment, set) in zip(snapshot.segments, sets) {
      set.forEach { body(segment, $0) }
    }
  }
}
