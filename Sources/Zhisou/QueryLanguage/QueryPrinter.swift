/// Writes expressions in the query language.
struct QueryPrinter {
  /// Where an expression stands.
  enum Place {
    /// By itself, as the query or between parentheses.
    case whole
    /// In a list, without a sign.
    case clause
    /// Between ORs.
    case disjunct
    /// Between ANDs.
    case conjunct
    /// Behind a sign, NOT or the name of a field.
    case operand
  }

  /// Whether what is written is the value of a field, where two dots may be a range.
  var isInField = false

  /// The expression, in parentheses where its place needs them.
  func text(of expression: QueryExpression, in place: Place) -> String {
    needsParentheses(expression, in: place) ? "(\(bare(expression)))" : bare(expression)
  }

  private func needsParentheses(_ expression: QueryExpression, in place: Place) -> Bool {
    switch expression {
    case .everything, .phrase, .prefix, .range, .field, .boosted: false
    case .words(let text): place == .operand && !Self.isOneWord(text)
    case .not: place == .operand || place == .clause
    case .all: place != .whole && place != .disjunct
    case .any, .list: place != .whole
    }
  }

  private func bare(_ expression: QueryExpression) -> String {
    switch expression {
    case .everything: "*"
    case .words(let text): escaped(text)
    case .phrase(let text): "\"\(Self.escapedPhrase(text))\""
    case .prefix(let text): "\(escaped(text))*"
    case .range(let from, let through): "\(from ?? "")..\(through ?? "")"
    case .field(let field, let value): "\(field.rawValue):\(fieldValue(value))"
    case .boosted(let expression, let boost): boosted(expression, boost)
    case .not(let expression): "NOT \(text(of: expression, in: .operand))"
    case .all(let operands): joined(operands, by: " AND ", in: .conjunct)
    case .any(let operands): joined(operands, by: " OR ", in: .disjunct)
    case .list(let clauses): list(clauses)
    }
  }

  private func joined(
    _ operands: [QueryExpression], by operation: String, in place: Place
  ) -> String {
    operands.map { text(of: $0, in: place) }.joined(separator: operation)
  }

  private func fieldValue(_ expression: QueryExpression) -> String {
    let value = QueryPrinter(isInField: true).text(of: expression, in: .operand)
    let start = value.unicodeScalars.prefix(2).map(\.playedPart)
    // `::` and `://` are text.
    return start.first == ":" || start == ["/", "/"] ? "(\(value))" : value
  }

  private func boosted(_ expression: QueryExpression, _ boost: Float) -> String {
    let takesBoost =
      switch expression {
      case .everything, .phrase, .prefix: true
      case .words(let text): Self.isOneWord(text) && Self.takesBoost(text)
      default: false
      }
    let number = boost.rounded() == boost ? "\(boost)".prefix { $0 != "." } : "\(boost)"[...]
    return "\(takesBoost ? bare(expression) : "(\(bare(expression)))")^\(number)"
  }

  private func list(_ clauses: [QueryExpression.Clause]) -> String {
    // A star among plain words would be one of them.
    let hasWords = clauses.contains { clause in
      if case .words = clause.expression { clause.occurrence == .optional } else { false }
    }
    return clauses.map { clause in
      switch clause.occurrence {
      case .required: "+" + signed(clause.expression)
      case .prohibited: "-" + signed(clause.expression)
      case .optional:
        clause.expression == .everything && hasWords
          ? "(*)" : text(of: clause.expression, in: .clause)
      }
    }.joined(separator: " ")
  }

  /// An operand as it can stand behind a sign: one that begins with a letter, a mark or a group.
  private func signed(_ expression: QueryExpression) -> String {
    let operand = text(of: expression, in: .operand)
    return operand.unicodeScalars.first?.canFollowSign == true ? operand : "(\(operand))"
  }

  private static func isOneWord(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: \.isWhiteSpace)
  }

  private static func takesBoost(_ word: String) -> Bool {
    let text = QueryText(word)
    return text.takesBoost(0..<text.count)
  }

  private static func escapedPhrase(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.playedPart == "\"" || scalar.playedPart == "\\" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
