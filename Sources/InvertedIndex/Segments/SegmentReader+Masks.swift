internal import Storage

/// Columns asked for 64 documents at a time: a bit for each.
extension SegmentReader {
  /// Those of a block of 64 documents that have one of some kinds.
  func documents(ofKinds kinds: [UInt8], inBlock block: Int) -> UInt64 {
    let first = block * PostingsFormat.blockSize
    let count = min(PostingsFormat.blockSize, info.documents - first)
    var documents: UInt64 = 0
    var place = 0
    while place + 8 <= count {
      let word = unsafe UInt64(
        littleEndian: kindBytes.loadUnaligned(fromByteOffset: first + place, as: UInt64.self))
      for kind in kinds { documents |= Self.places(of: kind, in: word) &<< UInt64(place) }
      place += 8
    }
    while place < count {
      if kinds.contains(kind(of: UInt32(first + place))) { documents |= 1 &<< UInt64(place) }
      place += 1
    }
    return documents
  }

  /// The bytes of a word that are a number below 128, their high bits apart: a bit for each.
  @inline(__always)
  private static func places(of number: UInt8, in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let differences = (word ^ (UInt64(number) &* ones)) & (ones &* 0x7F)
    let equal = ~(differences &+ ones &* 0x7F) & (ones &* 0x80)
    // Each byte's bit moves to its place in the highest byte; no two sums meet there.
    return ((equal &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Those of a block of 64 documents that have a date in a range.
  func documents(dated range: ClosedRange<UInt32>, inBlock block: Int) -> UInt64 {
    let first = block * PostingsFormat.blockSize
    let count = min(PostingsFormat.blockSize, info.documents - first)
    let span = range.upperBound &- range.lowerBound
    var documents: UInt64 = 0
    for place in 0..<count {
      let isIn = date(of: UInt32(first + place)) &- range.lowerBound <= span
      documents |= (isIn ? 1 : 0) &<< UInt64(place)
    }
    return documents
  }
}
