import Analysis

@testable import Zhisou

/// Decides about records and scores them by reading every one; the slow twin of a search.
struct NaiveSearch {
  struct Hit: Equatable {
    let place: Int
    let score: Double
  }

  /// What an expression is meant by where it stands.
  struct Context {
    var field: QueryField?
    var needsAll = false
  }

  /// The terms of texts that came before, since reading them is slow.
  private final class Memory {
    private var terms: [String: [NaiveIndex.Term]] = [:]

    func terms(of text: String) -> [NaiveIndex.Term] {
      if let known = terms[text] { return known }
      let found = NaiveIndex.terms(of: text).map(\.term)
      terms[text] = found
      return found
    }
  }

  let records: [ModelRecord]
  let index: NaiveIndex
  private let memory = Memory()

  init(_ records: [ModelRecord]) {
    self.records = records
    index = NaiveIndex(records)
  }

  /// All records that match, in their order, with their scores.
  func hits(_ expression: QueryExpression, _ filter: SearchFilter = SearchFilter()) -> [Hit] {
    let scores = index.scores(of: Self.ranking(expression))
    return records.indices.filter { place in
      matches(records[place], expression)
        && filter.expression.map { matches(records[place], $0) } != false
    }.map { Hit(place: $0, score: scores[$0]) }
  }

  // MARK: - Which terms rank

  private static func ranking(
    _ expression: QueryExpression
  ) -> [(term: NaiveIndex.Term, boost: Double)] {
    var ranking: [(term: NaiveIndex.Term, boost: Double)] = []
    collect(expression, field: nil, boost: 1, into: &ranking)
    return ranking
  }

  private static func collect(
    _ expression: QueryExpression, field: QueryField?, boost: Double,
    into ranking: inout [(term: NaiveIndex.Term, boost: Double)]
  ) {
    switch expression {
    case .everything, .range, .not: return
    case .prefix(let text) where text.utf8.last.map { $0 < 0x80 } ?? true: return
    case .words(let text), .phrase(let text), .prefix(let text):
      guard [nil, .title, .abstract, .claims, .person, .org].contains(field) else { return }
      for term in NaiveIndex.query(text) {
        if let place = ranking.firstIndex(where: { $0.term == term }) {
          ranking[place].boost = max(ranking[place].boost, boost)
        } else {
          ranking.append((term, boost))
        }
      }
    case .field(let field, let inner): collect(inner, field: field, boost: boost, into: &ranking)
    case .boosted(let inner, let factor):
      collect(inner, field: field, boost: boost * Double(factor), into: &ranking)
    case .all(let parts), .any(let parts):
      for part in parts { collect(part, field: field, boost: boost, into: &ranking) }
    case .list(let clauses):
      for clause in clauses where clause.occurrence != .prohibited {
        collect(clause.expression, field: field, boost: boost, into: &ranking)
      }
    }
  }

  // MARK: - What matches

  func matches(
    _ record: ModelRecord, _ expression: QueryExpression, _ context: Context = Context()
  ) -> Bool {
    var inner = context
    inner.needsAll = true
    switch expression {
    case .everything: return true
    case .words(let text): return hasWords(record, text, context)
    case .phrase(let text): return hasPhrase(record, text, context.field)
    case .prefix(let text): return hasPrefix(record, text, context.field)
    case .range(let from, let through):
      return Self.date(of: record, from: from, through: through)
    case .field(let field, let expression):
      return matches(record, expression, Context(field: field, needsAll: true))
    case .boosted(let expression, _): return matches(record, expression, context)
    case .not(let expression): return !matches(record, expression, inner)
    case .all(let parts): return parts.allSatisfy { matches(record, $0, inner) }
    case .any(let parts): return parts.contains { matches(record, $0, inner) }
    case .list(let clauses):
      let required = clauses.filter { $0.occurrence == .required }
      let optional = clauses.filter { $0.occurrence == .optional }
      let restricting = optional.filter { Self.isField($0.expression) }
      let free = optional.filter { !Self.isField($0.expression) }
      return required.allSatisfy { matches(record, $0.expression, inner) }
        && restricting.allSatisfy { matches(record, $0.expression, inner) }
        && !clauses.contains {
          $0.occurrence == .prohibited && matches(record, $0.expression, inner)
        }
        && (!required.isEmpty || free.isEmpty
          || free.contains { matches(record, $0.expression, context) })
    }
  }

  private static func isField(_ expression: QueryExpression) -> Bool {
    switch expression {
    case .field: true
    case .boosted(let inner, _): isField(inner)
    default: false
    }
  }

  /// The texts of a field.
  private static func texts(of record: ModelRecord, _ field: QueryField?) -> [String] {
    switch field {
    case nil: record.searched
    case .title: [record.title]
    case .abstract: [record.abstract]
    case .claims: [record.claims]
    case .person: record.people
    case .org: record.organisations
    case .code, .trade, .ipc: record.codes
    case .region: [record.region]
    default: []
    }
  }

  private func hasWords(
    _ record: ModelRecord, _ text: String, _ context: Context
  ) -> Bool {
    switch context.field {
    case .kind: return text.split(separator: ",").contains { $0 == record.kind.name }
    case .id: return record.id == text.uppercased()
    case .date: return Self.date(of: record, from: text, through: text)
    case .source: return record.file.contains(text)
    case .ipc: return record.codes.contains { Self.isUnder($0, text) }
    default: break
    }
    let wanted = NaiveIndex.query(text)
    let found = Self.texts(of: record, context.field).flatMap { memory.terms(of: $0) }
    func isFound(_ term: NaiveIndex.Term) -> Bool {
      found.contains { other in
        term.isCharacter ? other.isPair && other.text.contains(term.text) : other == term
      }
    }
    return context.needsAll || context.field != nil
      ? wanted.allSatisfy(isFound) : wanted.contains(where: isFound)
  }

  /// Whether a symbol is at or under a place of the classification, told from how it is written.
  private static func isUnder(_ symbol: String, _ place: String) -> Bool {
    let place = place.filter { $0 != " " }
    let isInside =
      place.count <= 4 || place.contains("/") ? symbol : symbol.prefix { $0 != "/" } + ""
    guard symbol.utf8.first.map({ $0 < 0x80 }) ?? false, isInside.hasPrefix(place) else {
      return false
    }
    return [1, 3, 4].contains(place.count) || isInside == place
  }

  private func hasPhrase(
    _ record: ModelRecord, _ text: String, _ field: QueryField?
  ) -> Bool {
    if field == .ipc { return record.codes.contains { Self.isUnder($0, text) } }
    return Self.texts(of: record, field).contains { $0.foldedName.contains(text.foldedName) }
  }

  private func hasPrefix(
    _ record: ModelRecord, _ text: String, _ field: QueryField?
  ) -> Bool {
    switch field {
    case .id: return record.id.hasPrefix(text.uppercased())
    case .source: return record.file.contains(text)
    case .person, .org, .region:
      return Self.texts(of: record, field).contains { $0.foldedName.hasPrefix(text.foldedName) }
    default: break
    }
    guard text.utf8.last.map({ $0 < 0x80 }) ?? false else { return hasPhrase(record, text, field) }
    return Self.texts(of: record, field).contains { value in
      memory.terms(of: value).contains { !$0.isPair && $0.text.hasPrefix(text.lowercased()) }
    }
  }

  /// Dates of the model are prefixes of `yyyy-mm-dd`.
  private static func date(of record: ModelRecord, from: String?, through: String?) -> Bool {
    func number(_ text: String, _ rest: String) -> Int {
      let digits = text.filter(\.isNumber)
      return Int(digits + rest.dropFirst(digits.count)) ?? 0
    }
    let date = number(record.date, "00000000")
    return date > 0 && number(from ?? "0000", "00000000") <= date
      && date <= number(through ?? "9999", "99999999")
  }
}
