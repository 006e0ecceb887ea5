internal import Analysis
internal import CorpusReading
internal import InvertedIndex

/// What words and phrases mean in each field.
///
/// Title, people, organisations and codes have postings of their own. The abstract and the claims
/// are looked at in the stored text of the documents that have the terms anywhere.
extension QueryCompiler {
  mutating func words(_ text: String, in context: Context) -> Condition? {
    switch context.field {
    case nil:
      let conditions = distinctTerms(of: text, in: context).map { Condition.term($0, in: .text) }
      guard !conditions.isEmpty else { return nil }
      return context.needsAll ? .all(conditions) : .any(conditions)
    case .title, .person, .org, .code, .trade: return allTerms(of: text, in: context)
    case .abstract, .claims:
      let terms = distinctTerms(of: text, in: context)
      guard !terms.isEmpty else { return nil }
      let wanted = terms.map { IndexedTerm($0) }
      return .checked(
        among: .all(terms.map { .term($0, in: .text) }),
        by: StoredTextCheck(context.recordFields) { TermsTest(wanted).areAll })
    case .region:
      let terms = distinctTerms(of: text, in: context)
      guard !terms.isEmpty else { return nil }
      let wanted = terms.map { IndexedTerm($0) }
      return .values(of: .region, among: .everything) {
        let test = TermsTest(wanted)
        return { test.areAll(in: [$0]) }
      }
    case .ipc: return ClassificationPath(text)?.condition ?? allTerms(of: text, in: context)
    case .kind:
      let kinds = DocumentKind.kinds(inQueryList: text) ?? []
      return .kinds(Set(kinds.map(\.rawValue)))
    case .id: return .identifiers(IdentifierSpellings.all(of: text))
    case .date: return dates(from: text, through: text)
    case .source: return source(containing: text)
    }
  }

  mutating func phrase(_ text: String, in context: Context) -> Condition? {
    guard let phrase = Phrase(text) else { return nil }
    switch context.field {
    case nil, .abstract, .claims, .title:
      let terms = distinctTerms(of: text, in: context)
      let candidates = phrase.condition(in: context.postings ?? .text)
      // A phrase of two characters is its only term.
      let isDecided = context.field == nil || context.field == .title
      if isDecided, case .key(let key) = terms.first, TermKey.text(of: key) == text.foldedName {
        return candidates
      }
      let check = StoredTextCheck(context.recordFields) {
        let test = PhraseTest(phrase)
        return { $0.contains { test.isIn($0) } }
      }
      return .checked(among: candidates, by: check)
    case .person, .org, .code, .trade, .region:
      _ = distinctTerms(of: text, in: context)
      guard let column = context.column else { return nil }
      let candidates = context.postings.map { phrase.condition(in: $0) }
      return .values(of: column, among: candidates ?? .everything) { PhraseTest(phrase).isIn }
    case .ipc, .kind, .id, .date, .source: return words(text, in: context)
    }
  }

  /// Documents that have all terms of a text in a field with postings.
  private mutating func allTerms(of text: String, in context: Context) -> Condition? {
    let terms = distinctTerms(of: text, in: context)
    guard let field = context.postings, !terms.isEmpty else { return nil }
    return .all(terms.map { .term($0, in: field) })
  }

  /// Documents with a date in a range.
  func dates(from: String?, through: String?) -> Condition? {
    let lower = from.map { QueryDate($0)?.lower } ?? 1
    let upper = through.map { QueryDate($0)?.upper } ?? .max
    guard let lower, let upper, lower <= upper else { return .any([]) }
    return .dates(lower...upper)
  }

  /// Documents from files whose path has a text in it, whatever the case of ASCII letters.
  func source(containing text: String) -> Condition {
    let wanted = Array(text.lowercasedASCII.utf8)
    return .sources { name in
      SourceName.file(of: name).lowercasedASCII.utf8.contains(wanted)
    }
  }
}

extension QueryCompiler.Context {
  /// The postings that decide about a term in the field, where there are such.
  var postings: PostingsField? {
    switch field {
    case .title: .title
    case .person: .person
    case .org: .organisation
    case .code, .trade, .ipc: .code
    default: nil
    }
  }

  /// The column that has the values of the field, where there is one.
  var column: OrdinalField? {
    switch field {
    case .person: .person
    case .org: .organisation
    case .code, .trade, .ipc: .code
    case .region: .region
    default: nil
    }
  }

  /// The parts of stored documents that the field stands for; those that a bare query searches
  /// without a field.
  var recordFields: Set<Record.Field> {
    switch field {
    case .title: [.title]
    case .abstract: [.abstract]
    case .claims: [.claims]
    default:
      [
        .id, .title, .abstract, .claims, .description, .body, .keyword, .person, .organisation,
        .code,
      ]
    }
  }
}

extension Phrase {
  /// Documents that have the terms which a text with the phrase has.
  fileprivate func condition(in field: PostingsField) -> Condition {
    .all(
      requirements.map { requirement in
        .any(
          requirement.alternatives.map { terms in
            .all(terms.map { .term(QueryTerms.form(of: $0), in: field) })
          })
      })
  }
}
