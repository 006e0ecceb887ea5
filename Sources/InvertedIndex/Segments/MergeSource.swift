package import Storage

/// A segment to be merged and which of its documents go on living.
package struct MergeSource: Sendable {
  package let reader: SegmentReader
  /// For each document its number among the living ones, or `UInt32.max`; empty when all live.
  private var newNumbers: [UInt32] = []
  package private(set) var living: Int

  package init(_ reader: SegmentReader) {
    self.reader = reader
    living = reader.info.documents
  }

  package var isWhole: Bool { newNumbers.isEmpty }

  /// Leaves documents out.
  package mutating func remove(where isRemoved: (UInt32) throws(StorageError) -> Bool)
    throws(StorageError)
  {
    var next: UInt32 = 0
    var numbers: [UInt32] = []
    numbers.reserveCapacity(reader.info.documents)
    for document in 0..<UInt32(reader.info.documents) {
      var isLiving = newNumber(of: document) != nil
      if isLiving { isLiving = try !isRemoved(document) }
      if !isLiving {
        numbers.append(.max)
      } else {
        numbers.append(next)
        next += 1
      }
    }
    living = Int(next)
    newNumbers = living == reader.info.documents ? [] : numbers
  }

  /// A document's number among the living ones of this segment, `nil` for one left out.
  @inline(__always)
  func newNumber(of document: UInt32) -> UInt32? {
    if newNumbers.isEmpty { return document }
    let number = newNumbers[Int(document)]
    return number == .max ? nil : number
  }

  /// Whether all documents of a range live.
  func isWhole(_ range: Range<Int>) -> Bool {
    newNumbers.isEmpty || !newNumbers[range].contains(.max)
  }
}
