/// Which documents are relevant to which queries, and how much: the qrels of TREC.
///
/// A line has four columns: query, iteration (not used), document, grade. A grade of 1 or more is
/// relevant, 0 is not; a negative one counts as not judged, which no measure here tells from not
/// relevant. Documents without a judgement are not relevant.
public struct Judgements: Sendable {
  /// The judged queries in the order of the file.
  public private(set) var queries: [TRECIdentifier] = []
  private var grades: [TRECIdentifier: [TRECIdentifier: Int]] = [:]

  /// Reads a file of judgements.
  ///
  /// Identifiers may be percent-encoded or not; see ``TRECIdentifier``.
  ///
  /// - Throws: `.unreadablePath`, `.invalidArgument` with the line that is
  ///   wrong: a grade that is no whole number, a document judged twice for a query.
  public init(path: String) throws(ZhisouError) {
    try self.init(TRECTable(path: path, example: Self.example))
  }

  /// Reads judgements from the text of a file.
  ///
  /// - Throws: as ``init(path:)``.
  public init(text: String) throws(ZhisouError) {
    try self.init(TRECTable(bytes: Array(text.utf8), path: "", example: Self.example))
  }

  private static let example = "q1 0 CN115212463A 1"

  private init(_ table: TRECTable) throws(ZhisouError) {
    try table.forEachRow(ofColumns: 4) { (row) throws(ZhisouError) in
      let query = TRECIdentifier(column: try table.text(row.columns[0], row.line))
      let document = TRECIdentifier(column: try table.text(row.columns[2], row.line))
      let gradeText = try table.text(row.columns[3], row.line)
      guard let grade = Int(gradeText) else {
        throw table.error(
          row.line, "has the grade \(JSONText.quoted(gradeText)), which is no whole number")
      }
      if grades[query] == nil { queries.append(query) }
      guard grades[query, default: [:]].updateValue(grade, forKey: document) == nil else {
        throw table.error(row.line, "judges \(document) for \(query) a second time")
      }
    }
    if queries.isEmpty {
      throw ZhisouError(
        code: .invalidArgument, path: table.path, reason: "there are no judgements in it",
        advice: "write lines such as \(table.example)")
    }
  }

  /// The grades of the documents that were judged for a query; empty when it was not judged.
  public func grades(for query: TRECIdentifier) -> [TRECIdentifier: Int] {
    grades[query] ?? [:]
  }

  /// Whether a query was judged.
  public func contains(_ query: TRECIdentifier) -> Bool {
    grades[query] != nil
  }
}
