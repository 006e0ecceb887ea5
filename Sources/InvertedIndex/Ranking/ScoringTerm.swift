internal import Storage

/// A term of a query in one segment, ready to be scored in units block by block.
struct ScoringTerm {
  enum Postings {
    case dense(DenseList)
    case buffered(PostingsBuffer)
  }

  let postings: Postings
  let count: Int
  /// What it counts, in units.
  let weight: UInt32
  /// What it counts in exact scores.
  let exactWeight: Float
  /// Whether a document must have it.
  let isRequired: Bool

  /// How often a document has the term; `nil` when it does not have it.
  func frequency(of document: UInt32) throws(ByteCursor.Fault) -> UInt32? {
    switch postings {
    case .dense(let list): try list.frequency(of: document)
    case .buffered(let buffer): buffer.frequency(of: document)
    }
  }
}
