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

  private let index: SearchIndex
  private let format: ExportFormat
  /// The columns of delimited formats, and of JSON when some were asked for.
  private let columns: ResultColumns
  private let hasOwnColumns: Bool

  /// An exporter of one format, with the columns that it has by itself.
  public init(_ index: SearchIndex, format: ExportFormat) {
    self.index = index
    self.format = format
    columns = ResultColumns(index)
    hasOwnColumns = false
  }

  /// An exporter of chosen columns.
  ///
  /// - Parameters:
  ///   - index: where the results come from.
  ///   - format: any but `.trec`.
  ///   - fields: the columns in their order: `qid`, `rank`, `id`, `kind`, `score`, `title`, `date`,
  ///     `people`, `organisations`, `codes`, `regions`, `keywords`, `snippet`, `source`, or the name
  ///     of a field or a section that documents have of their own. Where a document does not have it,
  ///     delimited formats have nothing and JSON has null.
  /// - Throws: `.invalidArgument` for a format without columns, or for names that are empty or
  ///   repeated.
  public init(
    _ index: SearchIndex, format: ExportFormat, fields: [String]
  ) throws(ZhisouError) {
    guard format != .trec else {
      throw ZhisouError(
        code: .invalidArgument, reason: "the columns of a TREC run are fixed",
        advice: "leave out the fields, or choose csv, tsv or jsonl")
    }
    self.index = index
    self.format = format
    columns = try ResultColumns(index, names: fields)
    hasOwnColumns = true
  }

  /// What stands before the results of the first query: a header, or nothing.
  public var header: String {
    switch format {
    case .csv: Delimited.csv(columns.names)
    case .tsv: Delimited.tsv(columns.names)
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
        let (query, id) = (TRECIdentifier(topic.id), TRECIdentifier(try index.id(at: hit.address)))
        text += "\(query) Q0 \(id) \(hit.rank) \(score) zhisou\n"
      case .jsonl where hasOwnColumns:
        let values = try columns.values(of: hit, topic: topic, query: query)
        text += JSONText.line(.object(Array(zip(columns.names, values)))) + "\n"
      case .jsonl:
        let document = try index.document(at: hit.address)
        var members: [(String, JSONText.Value)] = [("qid", .string(topic.id))]
        members += hit.members(
          of: document, title: index.markedTitle(of: document, for: query),
          snippet: index.snippet(of: document, for: query))
        text += JSONText.line(.object(members)) + "\n"
      case .csv, .tsv:
        let row = try columns.values(of: hit, topic: topic, query: query).map(\.delimitedText)
        text += format == .csv ? Delimited.csv(row) : Delimited.tsv(row)
      }
    }
    return text
  }

  /// Whether some column is a field that none of the lines so far had.
  public var hasUnseenFields: Bool { columns.hasUnseen }

  /// Refuses columns that no document of the index has; to be called after the last lines.
  ///
  /// - Throws: `.invalidArgument` with the known names that are nearest.
  /// - Complexity: O(1), or O(stored text of the index) when none of the lines had such a field.
  public func checkFields() throws(ZhisouError) {
    try columns.check()
  }
}
