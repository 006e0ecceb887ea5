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

  // MARK: - Kinds and years

  /// Documents by kind.
  ///
  /// - Complexity: O(documents / 64), and the documents of blocks of 64 that are of several kinds.
  package func kinds() -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    for (segment, set) in zip(snapshot.segments, sets) {
      let runs = (PostingsFormat.blocks(documents: set.documents) + 63) / 64
      for run in 0..<runs { Self.count(run, of: set, in: segment, &counts) }
    }
    return counts.filter { $0.value > 0 }
  }

  /// Counts the documents of 64 blocks, those of blocks of one kind together.
  private static func count(
    _ run: Int, of set: DocumentSet, in segment: SegmentReader, _ counts: inout [UInt8: Int]
  ) {
    let wanted = set.wordsNotEmpty(inRun: run)
    if wanted == 0 { return }
    let blocks = segment.kindBlocks
    var (some, several): (UInt64, UInt64) = (0, 0)
    for kind in blocks.kinds {
      let having = blocks.blocks(ofKind: kind, inRun: run)
      several |= some & having
      some |= having
    }
    let pure = wanted & some & ~several
    for kind in blocks.kinds {
      var sum = 0
      forEachBit(of: pure & blocks.blocks(ofKind: kind, inRun: run)) {
        sum &+= set.word(run &* 64 &+ $0).nonzeroBitCount
      }
      counts[kind, default: 0] += sum
    }
    forEachBit(of: wanted & ~pure) { place in
      let block = run &* 64 &+ place
      forEachBit(of: set.word(block)) {
        counts[segment.kind(of: UInt32(truncatingIfNeeded: block &* 64 &+ $0)), default: 0] += 1
      }
    }
  }

  @inline(__always)
  private static func forEachBit(of bits: UInt64, _ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Years that are counted in a table; others are damaged or very far.
  private static let usualYears = 1 << 12

  /// Documents by year, those without a date by 0.
  package func years() -> [UInt32: Int] {
    // Documents of one year follow one another; two tables let their counts be raised side by side.
    var table = [UInt32](repeating: 0, count: 2 * Self.usualYears)
    var counts: [UInt32: Int] = [:]
    unsafe table.withUnsafeMutableBufferPointer { table in
      for (segment, set) in zip(snapshot.segments, sets) {
        set.forEachWord { first, bits in
          var rest = bits
          while rest != 0 {
            let place = UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
            rest &= rest &- 1
            let year = segment.date(of: first &+ place) / 10_000
            if year < Self.usualYears {
              let half = Int(place & 1) &* Self.usualYears
              unsafe table[half &+ Int(year)] &+= 1
            } else {
              counts[year, default: 0] += 1
            }
          }
        }
      }
    }
    for year in 0..<Self.usualYears {
      let documents = Int(table[year]) + Int(table[Self.usualYears + year])
      if documents > 0 { counts[UInt32(year)] = documents }
    }
    return counts
  }

  // MARK: - Values

  /// Documents by the values of a column: those of the `limit` values that most of them have.
  ///
  /// - Complexity: O(documents of the sets and their values + values of the column).
  package func values(of field: OrdinalField, limit: Int) throws(StorageError) -> ValueCounts {
    let columns = snapshot.segments.map { $0.columns[Int(field.rawValue)] }
    var streams: [CountedValues] = []
    for (place, segment) in snapshot.segments.enumerated() {
      streams.append(
        try segment.reading(segment.columnsFile, "a column") { () throws(ByteCursor.Fault) in
          CountedValues(columns[place].values, try columns[place].counts(of: sets[place]))
        })
    }
    guard streams.count != 1 else {
      let segment = snapshot.segments[0]
      return try segment.reading(segment.columnsFile, "a column") {
        () throws(ByteCursor.Fault) in try streams[0].mostFrequent(limit: limit)
      }
    }
    return try merge(&streams, limit: limit)
  }

  /// The most frequent values of several segments, each of which has its own in the order of bytes.
  private func merge(
    _ streams: inout [CountedValues], limit: Int
  ) throws(StorageError) -> ValueCounts {
    var heap = MergeHeap<ByteString>()
    for stream in streams.indices {
      if let value = try next(&streams[stream], stream) { heap.insert(value, from: stream) }
    }
    var found = MostFrequent<[UInt8]>(limit: limit)
    while let value = heap.first?.element {
      var documents = 0
      while let (same, stream) = heap.first, same == value {
        documents += streams[stream].documents
        heap.replaceFirst(with: try next(&streams[stream], stream))
      }
      found.append(value.bytes, documents: documents)
    }
    return found.finish { $0 }
  }

  private func next(
    _ stream: inout CountedValues, _ place: Int
  ) throws(StorageError) -> ByteString? {
    let segment = snapshot.segments[place]
    return try segment.reading(segment.columnsFile, "a column") {
      () throws(ByteCursor.Fault) in try stream.next().map { ByteString(bytes: $0) }
    }
  }

  /// Documents by what `group` makes of the values of a column: the `limit` groups that most are in.
  ///
  /// A document with several values of a group counts once; values of no group are left out.
  ///
  /// - Complexity: O(documents of the sets and their values + distinct values).
  package func groups(
    of field: OrdinalField, limit: Int, by group: @escaping ([UInt8]) -> [UInt8]?
  ) throws(StorageError) -> ValueCounts {
    var groups = GroupCounts(group)
    for (segment, set) in zip(snapshot.segments, sets) {
      try segment.reading(segment.columnsFile, "a column") { () throws(ByteCursor.Fault) in
        try groups.add(segment.columns[Int(field.rawValue)], set)
      }
    }
    return groups.finish(limit: limit)
  }
}
