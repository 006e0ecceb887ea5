/// The documents that a search engine gave for each query, best first: a run of TREC.
///
/// A line has six columns: query, `Q0`, document, rank, score, tag. As in trec_eval, the score
/// alone decides: documents are ordered by it, descending, and the rank is not looked at. Scores
/// are compared in single precision, as in trec_eval 9, and equal ones by the bytes of the
/// identifier, descending. The runs that this program writes have strictly decreasing scores.
public struct Run: Sendable {
  private var rankings: [TRECIdentifier: [TRECIdentifier]] = [:]

  /// A run of rankings that are in memory, each best first.
  public init(rankings: [TRECIdentifier: [TRECIdentifier]]) {
    self.rankings = rankings
  }

  /// Reads a file.
  ///
  /// Identifiers may be percent-encoded or not; see ``TRECIdentifier``.
  ///
  /// - Throws: `.unreadablePath`, `.invalidArgument` with the line that is
  ///   wrong: a score that is no number, a document that a query has twice.
  /// - Complexity: O(n log n) in the lines of a query.
  public init(path: String) throws(ZhisouError) {
    try self.init(TRECTable(path: path, example: Self.example))
  }

  /// Reads a run from the text of a file.
  ///
  /// - Throws: as ``init(path:)``.
  public init(text: String) throws(ZhisouError) {
    try self.init(TRECTable(bytes: Array(text.utf8), path: "", example: Self.example))
  }

  private static let example = "q1 Q0 CN115212463A 1 17.25 zhisou"

  private init(_ table: TRECTable) throws(ZhisouError) {
    var numbers: [TRECIdentifier: Int] = [:]
    var queries: [(query: TRECIdentifier, entries: [Entry])] = []
    // Lines of a query mostly stand together: it need not be looked up for each.
    var (column, current): (ArraySlice<UInt8>, Int) = ([], 0)
    try table.forEachRow(ofColumns: 6) { (row) throws(ZhisouError) in
      if row.columns[0] != column {
        column = row.columns[0]
        let query = TRECIdentifier(column: try table.text(column, row.line))
        current = numbers[query] ?? queries.count
        if current == queries.count {
          numbers[query] = current
          queries.append((query, []))
        }
      }
      let scoreText = try table.text(row.columns[4], row.line)
      guard let score = Double(scoreText), !score.isNaN else {
        throw table.error(
          row.line, "has the score \(JSONText.quoted(scoreText)), which is no number")
      }
      queries[current].entries.append(
        Entry(
          document: TRECIdentifier(column: try table.text(row.columns[2], row.line)),
          score: Float(score), line: row.line))
    }
    for (query, entries) in queries {
      var seen: Set<TRECIdentifier> = []
      for entry in entries where !seen.insert(entry.document).inserted {
        throw table.error(entry.line, "gives \(entry.document) for \(query) a second time")
      }
      rankings[query] = entries.sorted(by: Entry.isBetter).map(\.document)
    }
  }

  private struct Entry {
    let document: TRECIdentifier
    let score: Float
    let line: Int

    static func isBetter(_ left: Entry, _ right: Entry) -> Bool {
      left.score == right.score ? left.document > right.document : left.score > right.score
    }
  }

  /// The documents for a query, best first; empty when there are none.
  public func ranking(for query: TRECIdentifier) -> [TRECIdentifier] {
    rankings[query] ?? []
  }
}
