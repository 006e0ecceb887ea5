/// Writes the ranked results of queries, one query after another.
///
/// The same index and queries give the same bytes.
public struct Exporter: Sendable {
  /// A query of a batch: its own number and its text.
  public struct Topic: Equatable, Sendable {
    /// The number, first column of every line that belongs to it.
    public let id: String
    /// The text of the query.
    public let text: String

    /// Makes a topic.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// The columns of delimited formats and the members of a JSON hit that stand outside `fields`.
  static let columns = [
    "qid", "rank", "id", "kind", "score", "title", "date", "people", "organisations", "codes",
    "regions", "keywords", "snippet", "source",
  ]

  private let index: SearchIndex
  private let format: ExportFormat

  /// An exporter of one format.
  public init(_ index: SearchIndex, format: ExportFormat) {
    self.index = index
    self.format = format
  }

  /// What stands before the results of the first query: a header, or nothing.
  public var header: String {
    switch format {
    case .csv: Delimited.csv(Self.columns)
    case .tsv: Delimited.tsv(Self.columns)
    case .jsonl, .trec: ""
    }
  }

  /// The lines for the results of one query.
  ///
  /// TREC scores strictly decrease, so that a tool that sorts by score keeps this order; only the
  /// identifiers are read for it, not the documents.
  public func lines(
    for results: SearchResults, topic: Topic, query: Query
  ) throws(ZhisouError) -> String {
    var text = ""
    var previous = Float.infinity
    for hit in results.hits {
      switch format {
      case .trec:
        let score = hit.score < previous ? hit.score : previous.nextDown
        previous = score
        let id = Self.percentEncodingSpace(try index.id(at: hit.address))
        text += "\(Self.percentEncodingSpace(topic.id)) Q0 \(id) \(hit.rank) \(score) zhisou\n"
      case .jsonl:
        let document = try index.document(at: hit.address)
        var members: [(String, JSONText.Value)] = [("qid", .string(topic.id))]
        members += hit.members(of: document, snippet: index.snippet(of: document, for: query))
        text += JSONText.line(.object(members)) + "\n"
      case .csv, .tsv:
        let row = try row(hit, topic: topic, query: query)
        text += format == .csv ? Delimited.csv(row) : Delimited.tsv(row)
      }
    }
    return text
  }

  private func row(
    _ hit: Hit, topic: Topic, query: Query
  ) throws(ZhisouError) -> [String] {
    let document = try index.document(at: hit.address)
    let snippet = index.snippet(of: document, for: query)
    return [
      topic.id, String(hit.rank), document.id, document.kind.name, "\(hit.score)",
      document.title, document.dateText, document.people.joined(separator: "；"),
      document.organisations.joined(separator: "；"), document.codes.joined(separator: "；"),
      document.regions.joined(separator: "；"), document.keywords.joined(separator: "；"),
      snippet.text, document.source,
    ]
  }

  /// White space as `%20` and the like, and the percent sign itself, so that columns stay apart.
  static func percentEncodingSpace(_ id: String) -> String {
    var text = ""
    for scalar in id.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "%" || scalar.value < 0x20 {
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 16, uppercase: true)
          text += "%" + (digits.count < 2 ? "0" : "") + digits
        }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
