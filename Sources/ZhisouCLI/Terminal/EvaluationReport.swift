import Zhisou

/// What `eval` prints: the means, what changed, and the queries when they were asked for.
struct EvaluationReport {
  let evaluation: Evaluation
  let comparison: Comparison?
  /// How many of the queries to list that changed most.
  let changed: Int
  let listsQueries: Bool
  /// The texts of queries, where they are known.
  let topics: [TRECIdentifier: String]

  /// The measure that says how much a query changed.
  private static let leading = Measure.ndcg10

  init(
    evaluation: Evaluation, comparison: Comparison?, changed: Int, listsQueries: Bool,
    topics: [Exporter.Topic]
  ) {
    self.evaluation = evaluation
    self.comparison = comparison
    self.changed = changed
    self.listsQueries = listsQueries
    self.topics = Dictionary(
      topics.map { (TRECIdentifier($0.id), $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  private var changes: [Comparison.Change] {
    comparison?.mostChanged(by: Self.leading, limit: changed) ?? []
  }
}

extension EvaluationReport {
  /// Aligned tables, with an empty line between them.
  var text: String {
    var tables = [means]
    if !changes.isEmpty { tables.append(changeTable) }
    if listsQueries { tables.append(queryTable) }
    return tables.joined(separator: "\n")
  }

  private var means: String {
    let count: Message = "\(evaluation.queries.count) queries"
    guard let comparison else {
      var table = TextTable([count, "mean"])
      for measure in Measure.allCases {
        table.append([measure.rawValue, Self.rounded(evaluation.mean[measure])])
      }
      return table.lines()
    }
    var table = TextTable([count, "mean", "against", "difference", "p"])
    for measure in Measure.allCases {
      let test = comparison.test(measure)
      table.append([
        measure.rawValue, Self.rounded(comparison.run.mean[measure]),
        Self.rounded(comparison.other.mean[measure]), Self.signed(test.meanDifference),
        Self.rounded(test.pValue),
      ])
    }
    return table.lines()
  }

  private var changeTable: String {
    var table = TextTable(
      ["changed most", Message(Self.leading.rawValue), "against", "difference"]
        + (topics.isEmpty ? [] : ["text"]))
    for change in changes {
      table.append(
        [
          change.query.text, Self.rounded(change.value), Self.rounded(change.otherValue),
          Self.signed(change.difference),
        ] + (topics.isEmpty ? [] : [topics[change.query] ?? ""]))
    }
    return table.lines(hasFreeText: !topics.isEmpty)
  }

  private var queryTable: String {
    let names = Measure.allCases.map(\.rawValue)
    let others: [Message] = comparison == nil ? [] : names.map { "against \($0)" }
    var table = TextTable(["query"] + names.map { Message($0) } + others)
    for (place, query) in evaluation.queries.enumerated() {
      let both = [query] + (comparison.map { [$0.other.queries[place]] } ?? [])
      table.append(
        [query.query.text]
          + both.flatMap { one in Measure.allCases.map { Self.rounded(one.measures[$0]) } })
    }
    return table.lines()
  }

  /// A number with four decimals.
  private static func rounded(_ value: Double) -> String {
    let units = Int((abs(value) * 10_000).rounded())
    let digits = String(units % 10_000)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return (value < 0 && units > 0 ? "-" : "") + "\(units / 10_000).\(zeros)\(digits)"
  }

  private static func signed(_ value: Double) -> String {
    let text = rounded(value)
    return text.hasPrefix("-") ? text : "+" + text
  }
}

extension EvaluationReport {
  /// Everything as a JSON object, with all digits.
  var value: JSONText.Value {
    var members: [(String, JSONText.Value)] = [
      ("queries", .integer(evaluation.queries.count)),
      ("without_results", .integer(evaluation.queriesWithoutResults)),
      ("mean", Self.value(of: evaluation.mean)),
    ]
    if let comparison {
      let tests = Measure.allCases.map { measure -> (String, JSONText.Value) in
        let test = comparison.test(measure)
        return (
          measure.rawValue,
          .object([
            ("difference", .number(test.meanDifference)), ("p", .number(test.pValue)),
          ])
        )
      }
      members.append(
        (
          "against",
          .object([
            ("without_results", .integer(comparison.other.queriesWithoutResults)),
            ("mean", Self.value(of: comparison.other.mean)), ("test", .object(tests)),
          ])
        ))
      members.append(("changed", .array(changes.map(value))))
    }
    if listsQueries {
      members.append(("per_query", .array(evaluation.queries.indices.map(queryValue))))
    }
    return .object(members)
  }

  private static func value(of measures: Measures) -> JSONText.Value {
    .object(Measure.allCases.map { ($0.rawValue, .number(measures[$0])) })
  }

  private func value(of change: Comparison.Change) -> JSONText.Value {
    var members: [(String, JSONText.Value)] = [
      ("query", .string(change.query.text)), ("measure", .string(Self.leading.rawValue)),
      ("value", .number(change.value)), ("against", .number(change.otherValue)),
    ]
    if let text = topics[change.query] { members.append(("text", .string(text))) }
    return .object(members)
  }

  private func queryValue(_ place: Int) -> JSONText.Value {
    let query = evaluation.queries[place]
    var members: [(String, JSONText.Value)] = [
      ("query", .string(query.query.text)), ("measures", Self.value(of: query.measures)),
    ]
    if let comparison {
      members.append(("against", Self.value(of: comparison.other.queries[place].measures)))
    }
    return .object(members)
  }
}
