internal import Analysis
internal import InvertedIndex

/// What a prefix means: `H01L*`, `GB/T 18*`, `磨削*`, `person:王*`.
extension QueryCompiler {
  mutating func prefix(_ text: String, in context: Context) -> Condition? {
    switch context.field {
    case .person, .org, .region: return values(beginningWith: text, in: context)
    case .id: return identifiers(beginningWith: text)
    case .source: return source(containing: text)
    case .kind, .date: return .any([])
    case nil, .title, .code, .trade, .ipc: return terms(beginningWith: text, in: context)
    case .abstract, .claims:
      guard let code = Self.code(endOf: text, analyzer) else { return phrase(text, in: context) }
      let finder = WordPrefixFinder(code, analyzer: analyzer)
      return .checked(
        among: .words(prefix: code, in: .text) { _ in true },
        by: StoredTextCheck(context.recordFields) { finder.isInOne })
    }
  }

  /// Documents with terms that begin so.
  ///
  /// What ends in a letter or a digit is completed to words and codes. Han, which has no words to
  /// complete, is just looked for.
  private mutating func terms(beginningWith text: String, in context: Context) -> Condition? {
    let field = context.postings ?? .text
    guard let code = Self.code(endOf: text, analyzer) else { return phrase(text, in: context) }
    let words = Condition.words(prefix: code, in: field) { _ in true }
    let pairs = QueryTerms.distinct(in: text, analyzer: analyzer).map(\.term.form).filter {
      if case .word = $0 { false } else { true }
    }
    return pairs.isEmpty ? words : .all(pairs.map { .term($0, in: field) } + [words])
  }

  /// The word or code that a text ends in, in its normal form; `nil` when it ends in Han.
  private static func code(endOf text: String, _ analyzer: Analyzer) -> [UInt8]? {
    guard text.unicodeScalars.last?.isASCII ?? false else { return nil }
    // A whole code is the longest of its forms.
    let words = QueryTerms.distinct(in: text, analyzer: analyzer).compactMap { term, _ in
      if case .word(let word) = term.form { word } else { nil }
    }
    return words.max { $0.count < $1.count }
  }

  /// Documents with a person, an organisation or a region whose name begins so.
  private mutating func values(beginningWith text: String, in context: Context) -> Condition? {
    guard let column = context.column else { return nil }
    let candidates =
      context.postings == nil ? .everything : terms(beginningWith: text, in: context)
    guard let candidates else { return nil }
    let beginning = text.foldedName
    return .values(of: column, among: candidates) {
      { String(decoding: $0, as: UTF8.self).foldedName.hasPrefix(beginning) }
    }
  }

  /// Documents whose identifier begins so, whatever the case of ASCII letters.
  private func identifiers(beginningWith text: String) -> Condition {
    let beginning = text.lowercasedASCII
    return .named(among: .everything) { identifier in
      String(decoding: identifier, as: UTF8.self).lowercasedASCII.utf8.starts(
        with: beginning.utf8)
    }
  }
}
