internal import Storage

/// A term of a query in one segment, ready to be scored in units block by block.
struct ScoringTerm: Sendable {
  enum Postings: Sendable {
    case dense(DenseList)
    case buffered(PostingsBuffer)

    /// A dense list as it is, others decoded, as far as blocks may have hits.
    init(
      _ postings: TermPostings, weight: UInt32, table: SaturationTable, segment: SegmentReader,
      possible: PossibleBlocks?, largeSegment: Int
    ) throws(StorageError) {
      if case .list(let list) = postings, case .dense(let dense) = list.form {
        self = .dense(dense)
      } else {
        self = .buffered(
          try PostingsBuffer(
            postings, weight: weight, table: table, segment: segment, possible: possible,
            largeSegment: largeSegment))
      }
    }
  }

  let postings: Postings
  let count: Int
  /// What it counts, in units.
  let weight: UInt32
  /// What it counts in exact scores.
  let exactWeight: Float
  /// Whether a document must have it.
  let isRequired: Bool
  /// What one fifteenth of the largest code of a dense list is at most, in units.
  let boundStep: UInt16

  /// A term of a segment whose true values may exceed those that impact codes were made of by
  /// `inflation`.
  init(
    _ postings: Postings, count: Int, weight: UInt32, exactWeight: Float, isRequired: Bool,
    inflation: Float
  ) {
    self.postings = postings
    self.count = count
    self.weight = weight
    self.exactWeight = exactWeight
    self.isRequired = isRequired
    if case .dense(let list) = postings {
      let largest = Float(weight) * Float(list.largestCode) / 255 * inflation
      boundStep = UInt16((largest / 15).rounded(.up))
    } else {
      boundStep = 0
    }
  }

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
        frequencies[place] = Float(Int32(truncatingIfNeeded: buffer.frequency(of: document)))
      }
    }
  }

  /// Sets the bits of the documents that have the term in sixteen blocks a group, one group after
  /// another.
  func insertDocuments(
    ofGroups groups: ArraySlice<Int>, into blocks: UnsafeMutablePointer<UInt64>
  ) throws(ByteCursor.Fault) {
    var output = unsafe blocks
    for group in groups {
      switch postings {
      case .dense(let list): try unsafe list.insertDocuments(ofGroup: group, into: output)
      case .buffered(let buffer): unsafe buffer.insertDocuments(ofGroup: group, into: output)
      }
      unsafe output += PostingsFormat.blocksPerGroup
    }
  }
}
