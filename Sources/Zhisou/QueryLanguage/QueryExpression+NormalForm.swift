/// Ways to put trees together that keep them in normal form.
extension QueryExpression {
  /// What does not match an expression; of a negation, what was negated.
  static func negation(of expression: QueryExpression) -> QueryExpression {
    if case .not(let inner) = expression { return inner }
    return .not(expression)
  }

  /// What matches all of one or more operands.
  static func conjunction(of operands: [QueryExpression]) -> QueryExpression {
    let flat = operands.flatMap { operand in
      if case .all(let inner) = operand { inner } else { [operand] }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// What matches at least one of one or more operands.
  static func disjunction(of operands: [QueryExpression]) -> QueryExpression {
    let flat = operands.flatMap { operand in
      if case .any(let inner) = operand { inner } else { [operand] }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  /// One or more clauses side by side.
  ///
  /// A single clause that must match, or may, is what it says; one that must not is a negation.
  static func juxtaposition(of clauses: [Clause]) -> QueryExpression {
    var normal: [Clause] = []
    for clause in clauses.map(\.withoutNegation) {
      if let last = normal.last, case .words(let left) = last.expression,
        case .words(let right) = clause.expression,
        last.occurrence == .optional, clause.occurrence == .optional
      {
        normal[normal.count - 1] = Clause(.optional, .words("\(left) \(right)"))
      } else {
        normal.append(clause)
      }
    }
    guard normal.count == 1 else { return .list(normal) }
    let only = normal[0]
    return only.occurrence == .prohibited ? negation(of: only.expression) : only.expression
  }

  /// How many expressions are inside one another, this one included.
  ///
  /// - Complexity: O(size of the tree).
  var depth: Int {
    switch self {
    case .everything, .words, .phrase, .prefix, .range: 1
    case .field(_, let inner), .boosted(let inner, _), .not(let inner): 1 + inner.depth
    case .all(let operands), .any(let operands): 1 + (operands.map(\.depth).max() ?? 0)
    case .list(let clauses): 1 + (clauses.map(\.expression.depth).max() ?? 0)
    }
  }
}

extension QueryExpression.Clause {
  /// The same clause with a negation inside it turned into its occurrence.
  fileprivate var withoutNegation: QueryExpression.Clause {
    guard case .not(let inner) = expression else { return self }
    return .init(occurrence == .prohibited ? .required : .prohibited, inner)
  }
}
