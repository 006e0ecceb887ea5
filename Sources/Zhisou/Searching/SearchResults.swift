/// What a search found.
public struct SearchResults: Sendable {
  /// The hits, best first.
  public let hits: [Hit]
  /// How many documents match in all.
  public let matches: Int
}

/// A document that matches, with its place and score.
public struct Hit: Equatable, Sendable {
  /// The place among all hits, from 1.
  public let rank: Int
  /// The BM25 score.
  public let score: Float
  /// Where the document is.
  public let address: DocumentAddress
}

/// Where a document lies in an opened index; it means nothing in another one.
public struct DocumentAddress: Hashable, Sendable {
  let segment: Int
  let document: UInt32

  init(segment: Int, document: UInt32) {
    self.segment = segment
    self.document = document
  }
}
