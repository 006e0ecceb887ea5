internal import InvertedIndex
internal import Storage

/// A score taken apart: what each term of the query adds.
public struct Explanation: Equatable, Sendable {
  /// What one term adds.
  public struct Part: Equatable, Sendable {
    /// How often a term is in a part of the document.
    public struct Place: Equatable, Sendable {
      /// `title`, `person`, `org`, `code`, or `text` for everything else.
      public let field: String
      /// How often it is there.
      public let frequency: Int
    }

    /// The term as it is indexed: a bigram, a word, a code in its normal form.
    public let term: String
    /// How often the document has it.
    public let frequency: Int
    /// Where it has it; the frequencies add up to that of the whole but for a single character,
    /// which is counted by the pairs that it is in.
    public let places: [Place]
    /// Documents of the collection that have it.
    public let documentFrequency: Int
    /// `ln(1 + (N - df + 0.5) / (df + 0.5))`.
    public let inverseDocumentFrequency: Double
    /// How many times as much the query lets it count.
    public let boost: Float
    /// `idf · (k1 + 1) · boost`, rounded to single precision.
    public let weight: Float
    /// `tf / (tf + k1 (1 - b + b · length / average length))`, rounded to single precision.
    public let saturation: Float
    /// What it adds to the score: weight times saturation.
    public let score: Float
  }

  /// The parts in the order of the query; terms that the document does not have are left out.
  public let parts: [Part]
  /// The length of the document that ranking counts with, in positions.
  public let length: Int
  /// The average length in the collection.
  public let averageLength: Double

  /// The sum of the parts in their order: the score to the last digit.
  public var score: Float { parts.reduce(0) { $0 + $1.score } }
}

extension SearchIndex {
  /// Why a document has its score for a query.
  ///
  /// - Complexity: O(postings of the query's terms).
  public func explain(
    _ query: Query, _ address: DocumentAddress
  ) throws(ZhisouError) -> Explanation {
    let scorer = scorer(for: query)
    let contributions = try ZhisouError.wrap { () throws(StorageError) in
      try scorer.contributions(
        query.terms, segment: address.segment, document: address.document)
    }
    return Explanation(
      parts: contributions.map { contribution in
        Explanation.Part(
          contribution, term: query.termTexts[contribution.term],
          boost: query.terms[contribution.term].boost)
      },
      length: snapshot.segments[address.segment].length(of: address.document),
      averageLength: scorer.ranking.averageLength)
  }
}

extension Explanation.Part {
  fileprivate init(_ contribution: TermContribution, term: String, boost: Float) {
    self.term = term
    self.boost = boost
    frequency = Int(contribution.frequency)
    documentFrequency = contribution.documentFrequency
    inverseDocumentFrequency = contribution.inverseDocumentFrequency
    weight = contribution.weight
    saturation = contribution.saturation
    score = contribution.score
    var places = contribution.fieldFrequencies.map {
      Place(field: Self.name(of: $0.field), frequency: Int($0.frequency))
    }
    let rest = frequency - places.reduce(0) { $0 + $1.frequency }
    if rest > 0 { places.append(Place(field: "text", frequency: rest)) }
    self.places = places
  }

  private static func name(of field: PostingsField) -> String {
    switch field {
    case .text: "text"
    case .title: "title"
    case .person: "person"
    case .organisation: "org"
    case .code: "code"
    }
  }
}
