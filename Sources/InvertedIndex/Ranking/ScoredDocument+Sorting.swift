extension ScoredDocument {
  private static let digitBits: UInt32 = 11
  private static let digits = 1 << 11
  /// Fewer are sorted by comparisons.
  private static let fewest = 128

  /// Sorts documents that are ranked by score alone, best first.
  ///
  /// A radix sort on the bits of the score in three passes; ties, which are few, by comparisons.
  /// - Complexity: O(count).
  static func sortByScore(_ documents: inout [ScoredDocument]) {
    guard documents.count >= fewest else {
      documents.sort { precedes($0, $1) }
      return
    }
    var other = documents
    for pass in 0..<3 {
      var places = [Int](repeating: 0, count: digits)
      let shift = UInt32(pass) * digitBits
      for document in documents { places[document.digit(shift)] &+= 1 }
      var next = 0
      for digit in places.indices {
        next &+= places[digit]
        places[digit] = next &- places[digit]
      }
      for document in documents {
        let digit = document.digit(shift)
        other[places[digit]] = document
        places[digit] &+= 1
      }
      swap(&documents, &other)
    }
    sortTies(&documents)
  }

  /// A digit of the score, turned round, so that the highest score comes first.
  @inline(__always)
  private func digit(_ shift: UInt32) -> Int {
    Int((~score.bitPattern &>> shift) & UInt32(Self.digits - 1))
  }

  private static func sortTies(_ documents: inout [ScoredDocument]) {
    var start = 0
    while start < documents.count {
      var end = start + 1
      while end < documents.count, documents[end].rank == documents[start].rank { end += 1 }
      if end - start > 1 { documents[start..<end].sort { precedes($0, $1) } }
      start = end
    }
  }
}
