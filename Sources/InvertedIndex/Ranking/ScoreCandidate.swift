/// A document that may be among the best, with its integer score.
struct ScoreCandidate {
  let document: UInt32
  private let units: UInt16

  @inline(__always)
  init(document: UInt32, score: UInt16) {
    self.document = document
    units = score
  }

  @inline(__always)
  var score: Int { Int(units) }
}
