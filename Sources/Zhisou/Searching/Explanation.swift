internal import InvertedIndex

/// A score taken apart: what each term of the query adds.
public struct Explanation: Equatable, Sendable {
  /// What one term adds.
  public struct Part: Equatable, Sendable {
    /// The term as it is indexed: a bigram, a word, a code in its normal form.
    public let term: String
    /// How often the document has it.
    public let frequency: Int
    /// Documents of the index that have it.
    public let documentFrequency: Int
    /// `ln(1 + (N - df + 0.5) / (df + 0.5))`.
    public let inverseDocumentFrequency: Double
    /// What it adds to the score.
    public let score: Float
  }

  /// The parts in the order of the query; terms that the document does not have are left out.
  public let parts: [Part]
  /// The length of the document that ranking counts with, in positions.
  public let length: Int
  /// The average length in the index.
  public let averageLength: Double

  /// The sum of the parts in their order: the score to the last digit.
  public var score: Float { parts.reduce(0) { $0 + $1.score } }
}

extension Explanation {
  /// The explanation as a JSON object.
  public var value: JSONText.Value {
    .object([
      ("score", .score(score)), ("length", .integer(length)),
      ("average_length", .number(averageLength)),
      (
        "terms",
        .array(
          parts.map { part in
            .object([
              ("term", .string(part.term)), ("frequency", .integer(part.frequency)),
              ("document_frequency", .integer(part.documentFrequency)),
              ("idf", .number(part.inverseDocumentFrequency)), ("score", .score(part.score)),
            ])
          })
      ),
    ])
  }
}
