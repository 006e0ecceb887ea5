internal import Storage

/// Columns asked for 64 documents at a time: a bit for each.
extension SegmentReader {
  /// Those of a block of 64 documents that have one of some kinds.
  func documents(ofKinds kinds: [UInt8], inBlock block: Int) -> UInt64 {
    kinds.reduce(0) { $0 | documents(ofKind: $1, inBlock: block) }
  }

  private func documents(ofKind kind: UInt8, inBlock block: Int) -> UInt64 {
    let first = block &* PostingsFormat.blockSize
    guard info.documents &- first >= PostingsFormat.blockSize else {
      return (first..<info.documents).reduce(0) { documents, document in
        let bit = UInt64(1) &<< UInt64(document & 63)
        return self.kind(of: UInt32(document)) == kind ? documents | bit : documents
      }
    }
    let pattern = UInt64(kind) &* Self.ones
    // Mostly a block has none of them, or they all are.
    var others = UInt64.max
    for word in 0..<8 { others &= differences(from: pattern, at: first &+ word &* 8) }
    if others & Self.highBits == Self.highBits { return 0 }
    var documents: UInt64 = 0
    for word in 0..<8 {
      let equal = ~differences(from: pattern, at: first &+ word &* 8) & Self.highBits
      // Each byte's bit moves to its place in the highest byte; no two of a product meet there.
      let bits = ((equal &>> 7) &* 0x0102_0408_1020_4080) &>> 56
      documents |= bits &<< UInt64(word &* 8)
    }
    return documents
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits = ones &* 0x80

  /// A high bit for each of eight documents whose kind is another.
  @inline(__always)
  private func differences(from pattern: UInt64, at place: Int) -> UInt64 {
    let kinds = unsafe UInt64(
      littleEndian: kindBytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    return ((kinds ^ pattern) & (Self.ones &* 0x7F)) &+ Self.ones &* 0x7F
  }

  /// Those of a block of 64 documents that have a date in a range.
  func documents(dated range: ClosedRange<UInt32>, inBlock block: Int) -> UInt64 {
    typealias Lanes = SIMD8<UInt32>
    let first = block &* PostingsFormat.blockSize
    let (lower, upper) = (range.lowerBound, min(range.upperBound, UInt32(Int32.max)))
    guard lower <= upper else { return 0 }
    guard info.documents &- first >= PostingsFormat.blockSize else {
      return (first..<info.documents).reduce(0) { documents, document in
        let isIn = (lower...upper).contains(date(of: UInt32(document)))
        return isIn ? documents | 1 &<< UInt64(document & 63) : documents
      }
    }
    let (lowest, highest) = (Lanes(repeating: lower), Lanes(repeating: upper))
    let places = Lanes(0, 1, 2, 3, 4, 5, 6, 7)
    var documents: UInt64 = 0
    for eighth in 0..<8 {
      let dates = unsafe dateBytes.loadUnaligned(
        fromByteOffset: (first &+ eighth &* 8) &* 4, as: Lanes.self)
      // Dates are below 2^31, so that a difference has its high bit where one is outside.
      let isOutside = ((dates &- lowest) | (highest &- dates)) &>> 31
      let bits = (isOutside &<< places).wrappedSum()
      documents |= UInt64(bits ^ 0xFF) &<< UInt64(eighth &* 8)
    }
    return documents
  }
}
