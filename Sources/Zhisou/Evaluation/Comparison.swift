/// A run beside another one, measured against the same judgements.
public struct Comparison: Sendable {
  /// A query and what it changed from and to.
  public struct Change: Sendable {
    /// The query.
    public let query: TRECIdentifier
    /// The value of the run.
    public let value: Double
    /// The value of the run that it is compared with.
    public let otherValue: Double

    /// By how much the run is better.
    public var difference: Double { value - otherValue }
  }

  /// The run.
  public let run: Evaluation
  /// The run that it is compared with.
  public let other: Evaluation

  /// Measures two runs against the same judgements.
  public init(of run: Run, against other: Run, by judgements: Judgements) {
    self.run = Evaluation(of: run, by: judgements)
    self.other = Evaluation(of: other, by: judgements)
  }

  /// Whether the difference in a measure can be chance.
  ///
  /// - Complexity: O(draws · queries that differ).
  public func test(_ measure: Measure) -> RandomisationTest {
    RandomisationTest(differences: changes(in: measure).map(\.difference))
  }

  /// The queries that changed most, either way, the greatest change first.
  ///
  /// Those that did not change are left out; ties keep the order of the judgements.
  public func mostChanged(by measure: Measure, limit: Int) -> [Change] {
    let changed = changes(in: measure).enumerated().filter { $0.element.difference != 0 }
    let ordered = changed.sorted { left, right in
      let (first, second) = (abs(left.element.difference), abs(right.element.difference))
      return first == second ? left.offset < right.offset : first > second
    }
    return ordered.prefix(limit).map(\.element)
  }

  private func changes(in measure: Measure) -> [Change] {
    zip(run.queries, other.queries).map { mine, theirs in
      Change(
        query: mine.query, value: mine.measures[measure], otherValue: theirs.measures[measure])
    }
  }
}
