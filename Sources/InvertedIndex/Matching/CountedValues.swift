internal import Storage

/// The values of a column that some documents have, in the order of their bytes.
struct CountedValues {
  private let values: StringTable
  /// How many documents have each value.
  private let counts: [UInt32]
  private var cursor: StringTable.Cursor
  /// The number of the value that the cursor reads next.
  private var place = 0
  /// How many documents have the value that ``next()`` gave.
  private(set) var documents = 0
  /// The number of the value that ``next()`` gave.
  private(set) var ordinal = -1

  init(_ values: StringTable, _ counts: [UInt32]) {
    self.values = values
    self.counts = counts
    cursor = StringTable.Cursor(values)
  }

  /// The next value.
  ///
  /// - Complexity: O(values passed over); blocks of sixteen that no document has are not read.
  mutating func next() throws(ByteCursor.Fault) -> [UInt8]? {
    ordinal += 1
    while ordinal < counts.count, counts[ordinal] == 0 { ordinal += 1 }
    guard ordinal < counts.count else { return nil }
    let width = StringTable.stringsPerBlock
    if ordinal / width != place / width {
      place = ordinal / width * width
      cursor = StringTable.Cursor(values, at: place)
    }
    while place < ordinal {
      try cursor.skip()
      place += 1
    }
    documents = Int(counts[ordinal])
    place += 1
    return try cursor.next()
  }

  /// The most frequent of them all, of which only these are read.
  func mostFrequent(limit: Int) throws(ByteCursor.Fault) -> ValueCounts {
    var found = MostFrequent<Int>(limit: limit)
    for (ordinal, documents) in counts.enumerated() where documents > 0 {
      found.append(ordinal, documents: Int(documents))
    }
    return try found.finish { (ordinal) throws(ByteCursor.Fault) in
      try values.string(at: ordinal)
    }
  }
}
