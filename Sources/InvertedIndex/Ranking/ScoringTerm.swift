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

  /// Calls `body` with every block that has postings, and its documents, a bit each.
  @inline(__always)
  func forEachBlock(_ body: (_ block: Int, _ documents: UInt64) -> Void) throws(ByteCursor.Fault) {
    switch postings {
    case .dense(let list):
      for group in 0..<list.groups where list.bounds(ofGroup: group) != 0 {
        let first = group * PostingsFormat.blocksPerGroup
        for block in first..<min(list.blocks, first + PostingsFormat.blocksPerGroup) {
          body(block, try list.documents(ofBlock: block))
        }
      }
    case .buffered(let buffer):
      var place = 0
      while place < buffer.ids.count {
        let block = buffer.ids[place] &>> 6
        var documents: UInt64 = 0
        while place < buffer.ids.count, buffer.ids[place] &>> 6 == block {
          documents |= 1 &<< UInt64(buffer.ids[place] & 63)
          place &+= 1
        }
        body(Int(block), documents)
      }
    }
  }
}
