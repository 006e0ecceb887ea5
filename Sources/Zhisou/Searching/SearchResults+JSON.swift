extension SearchResults {
  /// The members of a JSON object for the results but the hits: the query and how it was
  /// understood, counts and facets.
  public func members(for query: Query) -> [(String, JSONText.Value)] {
    var members: [(String, JSONText.Value)] = [
      ("query", .string(query.text)), ("parsed", .string(query.expression.description)),
      ("problems", .array(query.problems.map(\.value))), ("matches", .integer(matches)),
      ("matches_are_estimated", .bool(isEstimated)), ("documents_checked", .integer(checks)),
    ]
    if !facets.isEmpty {
      members.append(("facets_are_upper_bounds", .bool(facetsAreUpperBounds)))
      members.append(("facets", .array(facets.map(\.value))))
    }
    return members
  }
}

extension FacetCounts {
  fileprivate var value: JSONText.Value {
    .object([
      ("facet", .string(facet.name)), ("distinct", .integer(distinct)),
      (
        "values",
        .array(
          values.map {
            .object([("value", .string($0.name)), ("documents", .integer($0.documents))])
          })
      ),
    ])
  }
}

extension QueryProblem {
  fileprivate var value: JSONText.Value {
    func range(_ range: Range<Int>) -> JSONText.Value {
      .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    return .object([
      ("code", .string(code.rawValue)), ("reason", .string(reason)), ("advice", .string(advice)),
      ("range_utf8", range(bytes)), ("range_characters", range(characters)),
    ])
  }
}
