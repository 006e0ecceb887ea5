internal import Storage

extension ScoringPart {
  private typealias Lanes = SIMD8<Float>

  /// The exact scores of documents: sums of what terms count in the order of the query, as floats give
  /// them.
  ///
  /// A term at a time, so that what one document waits for does not keep the next one waiting: first how
  /// often each document has it, then eight scores at once.
  func exactScores(
    of documents: [UInt32], ranking: BM25
  ) throws(ByteCursor.Fault) -> [Float] {
    let width = Lanes.scalarCount
    let room = (documents.count + width - 1) / width * width
    var scores = [Float](repeating: 0, count: room)
    var frequencies = scores
    let lengths = documents.map { Float(Int32(truncatingIfNeeded: segment.norms.length(of: $0))) }
    let slopes = (lengths + Array(repeating: 0, count: room - lengths.count)).map {
      ranking.slope * $0
    }
    for term in terms {
      try term.frequencies(of: documents, into: &frequencies)
      let weight = Lanes(repeating: term.exactWeight)
      let base = Lanes(repeating: ranking.base)
      unsafe scores.withUnsafeMutableBytes { scores in
        unsafe frequencies.withUnsafeBytes { frequencies in
          unsafe slopes.withUnsafeBytes { slopes in
            for place in stride(from: 0, to: scores.count, by: MemoryLayout<Lanes>.size) {
              let tf = unsafe frequencies.loadUnaligned(fromByteOffset: place, as: Lanes.self)
              let slope = unsafe slopes.loadUnaligned(fromByteOffset: place, as: Lanes.self)
              // A document without the term has the frequency 0 and gets 0.
              let value = weight * (tf / ((tf + base) + slope))
              let sum = unsafe scores.loadUnaligned(fromByteOffset: place, as: Lanes.self) + value
              unsafe scores.storeBytes(of: sum, toByteOffset: place, as: Lanes.self)
            }
          }
        }
      }
    }
    scores.removeLast(room - documents.count)
    return scores
  }
}
