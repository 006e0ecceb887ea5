internal import Analysis
internal import InvertedIndex

/// Turns an expression into the condition that documents must meet, and collects what ranks them.
///
/// Words rank wherever they stand but under a negation and in fields that only select: the score
/// of a document is that of all the query's words together, whatever the operators say.
struct QueryCompiler {
  /// How the words of an expression are meant.
  struct Context {
    /// The field that they are looked for in; everywhere without one.
    var field: QueryField?
    var boost: Float = 1
    /// Whether they add to the score.
    var ranks = true
    /// Whether a document must have all of several words, as beside an operator; else one will do.
    var needsAll = false
  }

  let analyzer: Analyzer
  private(set) var terms: [QueryTerm] = []
  private(set) var termTexts: [String] = []
  private var places: [QueryTerm.Form: Int] = [:]

  init(analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// The condition of an expression; `nil` when it has nothing to look for.
  mutating func condition(
    of expression: QueryExpression, in context: Context = Context()
  ) -> Condition? {
    switch expression {
    case .everything: return .everything
    case .words(let text): return words(text, in: context)
    case .phrase(let text): return phrase(text, in: context)
    case .prefix(let text): return prefix(text, in: context)
    case .range(let from, let through): return dates(from: from, through: through)
    case .field(let field, let expression):
      var inner = context
      inner.field = field
      inner.needsAll = true
      inner.ranks = context.ranks && field.ranks
      return condition(of: expression, in: inner)
    case .boosted(let expression, let boost):
      var inner = context
      inner.boost *= boost
      return condition(of: expression, in: inner)
    case .not(let expression): return negation(of: expression, in: context)
    case .all(let expressions): return conditions(of: expressions, in: context).map { .all($0) }
    case .any(let expressions): return conditions(of: expressions, in: context).map { .any($0) }
    case .list(let clauses): return list(clauses, in: context)
    }
  }

  // MARK: - Operators

  private mutating func negation(
    of expression: QueryExpression, in context: Context
  ) -> Condition? {
    var inner = context
    inner.ranks = false
    inner.needsAll = true
    return condition(of: expression, in: inner).map { .not($0) }
  }

  private mutating func conditions(
    of expressions: [QueryExpression], in context: Context
  ) -> [Condition]? {
    var inner = context
    inner.needsAll = true
    var conditions: [Condition] = []
    for expression in expressions {
      if let condition = condition(of: expression, in: inner) { conditions.append(condition) }
    }
    return conditions.isEmpty ? nil : conditions
  }

  /// Fields and required clauses must match; without required ones, one of the others must.
  private mutating func list(
    _ clauses: [QueryExpression.Clause], in context: Context
  ) -> Condition? {
    var needed: [Condition] = []
    var optional: [Condition] = []
    var hasRequired = false
    for clause in clauses {
      switch clause.occurrence {
      case .prohibited:
        if let condition = negation(of: clause.expression, in: context) {
          needed.append(condition)
        }
      case .required:
        var inner = context
        inner.needsAll = true
        guard let condition = condition(of: clause.expression, in: inner) else { continue }
        needed.append(condition)
        hasRequired = true
      case .optional:
        guard let condition = condition(of: clause.expression, in: context) else { continue }
        if clause.expression.restricts {
          needed.append(condition)
        } else if case .any(let conditions) = condition {
          optional += conditions
        } else {
          optional.append(condition)
        }
      }
    }
    if !hasRequired, !optional.isEmpty { needed.append(.any(optional)) }
    guard !needed.isEmpty else { return hasRequired ? nil : optional.isEmpty ? nil : .everything }
    return needed.count == 1 ? needed[0] : .all(needed)
  }

  // MARK: - Terms

  /// The distinct terms of a text; they rank if the context says so.
  mutating func distinctTerms(
    of text: String, in context: Context
  ) -> [QueryTerm.Form] {
    let distinct = QueryTerms.distinct(in: text, analyzer: analyzer)
    if context.ranks {
      for (term, text) in distinct { rank(term.form, text, boost: context.boost) }
    }
    return distinct.map(\.term.form)
  }

  /// Of a term that is there several times the largest boost counts.
  private mutating func rank(_ form: QueryTerm.Form, _ text: String, boost: Float) {
    if let place = places[form] {
      terms[place] = QueryTerm(form, boost: max(terms[place].boost, boost))
    } else {
      places[form] = terms.count
      terms.append(QueryTerm(form, boost: boost))
      termTexts.append(text)
    }
  }
}

extension QueryField {
  /// Whether what is looked for in the field adds to the score, or only selects.
  fileprivate var ranks: Bool {
    switch self {
    case .title, .abstract, .claims, .person, .org: true
    case .ipc, .code, .trade, .kind, .region, .id, .date, .source: false
    }
  }
}

extension QueryExpression {
  /// Whether an optional clause must match all the same: a field says what is wanted.
  fileprivate var restricts: Bool {
    switch self {
    case .field: true
    case .boosted(let expression, _): expression.restricts
    default: false
    }
  }
}
