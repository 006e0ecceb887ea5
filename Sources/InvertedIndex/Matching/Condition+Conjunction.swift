extension Condition {
  var isEverything: Bool {
    if case .everything = self { true } else { false }
  }

  /// Whether stored text may have to be read to tell whether a document matches.
  var needsChecks: Bool {
    switch self {
    case .checked: true
    case .named(let among, _), .values(_, let among, _), .not(let among): among.needsChecks
    case .all(let conditions), .any(let conditions): conditions.contains { $0.needsChecks }
    case .everything, .term, .words, .kinds, .dates, .identifiers, .sources: false
    }
  }

  /// Whether documents are asked one by one for their values or identifiers.
  var asksForValues: Bool {
    switch self {
    case .named, .values: true
    case .not(let among), .checked(let among, _): among.asksForValues
    case .all(let conditions), .any(let conditions): conditions.contains { $0.asksForValues }
    case .everything, .term, .words, .kinds, .dates, .identifiers, .sources: false
    }
  }

  /// The condition as terms of a query that a document must have, by their places, and the rest.
  func conjunction(of terms: [QueryTerm]) -> (required: Set<Int>, rest: Condition) {
    var required: Set<Int> = []
    var rest: [Condition] = []
    for condition in conjuncts {
      if case .term(let form, let field) = condition,
        let place = terms.firstIndex(where: { $0.form == form && $0.field == field })
      {
        required.insert(place)
      } else {
        rest.append(condition)
      }
    }
    switch rest.count {
    case 0: return (required, .everything)
    case 1: return (required, rest[0])
    default: return (required, .all(rest))
    }
  }

  /// The conditions that must all hold.
  private var conjuncts: [Condition] {
    switch self {
    case .everything: []
    case .all(let conditions): conditions.flatMap(\.conjuncts)
    default: [self]
    }
  }
}
