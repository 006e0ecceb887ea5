/// A run measured against judgements, query by query and in the mean.
///
/// Every judged query counts in the mean, as with trec_eval's option `-c`: one without results
/// counts 0 in all measures, and so does one for which no document is relevant. Queries that were
/// not judged do not count.
public struct Evaluation: Sendable {
  /// The measures of one query.
  public struct QueryMeasures: Sendable {
    /// The query.
    public let query: TRECIdentifier
    /// Its measures.
    public let measures: Measures
    /// Whether the run has documents for it.
    public let hasResults: Bool
  }

  /// The judged queries in the order of the judgements.
  public let queries: [QueryMeasures]
  /// The mean over all judged queries.
  public let mean: Measures

  /// Measures a run.
  ///
  /// - Complexity: O(lines of the run + judgements).
  public init(of run: Run, by judgements: Judgements) {
    queries = judgements.queries.map { query in
      let ranking = run.ranking(for: query)
      return QueryMeasures(
        query: query,
        measures: Measures(ranking: ranking, grades: judgements.grades(for: query)),
        hasResults: !ranking.isEmpty)
    }
    mean = Measures(meanOf: queries.map(\.measures))
  }

  /// How many judged queries have no results.
  public var queriesWithoutResults: Int {
    queries.count { !$0.hasResults }
  }
}
