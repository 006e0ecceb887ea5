/// What a search found.
public struct SearchResults: Sendable {
  /// The hits in their order.
  public let hits: [Hit]
  /// How many documents match in all, before any are shown as one.
  public let matches: Int
  /// Whether `matches` is a guess: from a sample, or since more documents than allowed would have had to
  /// be read.
  public let isEstimated: Bool
  /// Whether facets count all documents that may match, more than do, since not all could be read.
  public var facetsAreUpperBounds: Bool { isEstimated && !facets.isEmpty }
  /// How many documents were read to decide about a phrase, or about an abstract or claims.
  public let checks: Int
  /// The counts that were asked for, in their order.
  public let facets: [FacetCounts]
}

/// A document that matches, with its place and score.
public struct Hit: Equatable, Sendable {
  /// The place among all hits, from 1; of each kind by itself where so many of each were asked for.
  public let rank: Int
  /// The BM25 score; 0 where nothing in the query ranks.
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
