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

  /// Writes how often each document has the term, 0 where it does not have it.
  func frequencies(
    of documents: [UInt32], into frequencies: inout [Float]
  ) throws(ByteCursor.Fault) {
    switch postings {
    case .dense(let list):
      for (place, document) in documents.enumerated() {
        let frequency = try list.frequency(of: document) ?? 0
        frequencies[place] = Float(Int32(truncatingIfNeeded: frequency))
      }
    case .buffered(let buffer):
      for (place, document) in documents.enumerated() {
        let frequency = buffer.frequency(of: document) ?? 0
        frequencies[place] = Float(Int32(truncatingIfNeeded: frequency))
      }
    }
  }

  /// Sets the bits of the documents that have the term in the sixteen blocks of a group.
  ///
  /// Groups are asked for in ascending order; the cursor, 0 at first, remembers how far it came.
  func insertDocuments(
    ofGroup group: Int, into blocks: inout [UInt64], from cursor: inout Int
  ) throws(ByteCursor.Fault) {
    let perGroup = PostingsFormat.blocksPerGroup
    switch postings {
    case .dense(let list):
      guard list.bounds(ofGroup: group) != 0 else { return }
      let first = group &* perGroup
      for block in first..<min(list.blocks, first &+ perGroup) {
        blocks[block &- first] |= try list.documents(ofBlock: block)
      }
    case .buffered(let buffer):
      let base = UInt32(truncatingIfNeeded: group &* perGroup &* PostingsFormat.blockSize)
      while cursor < buffer.ids.count, buffer.ids[cursor] < base { cursor &+= 1 }
      while cursor < buffer.ids.count {
        let local = Int(buffer.ids[cursor] &- base)
        guard local < perGroup &* PostingsFormat.blockSize else { break }
        blocks[local &>> 6] |= 1 &<< UInt64(local & 63)
        cursor &+= 1
      }
    }
  }
}
