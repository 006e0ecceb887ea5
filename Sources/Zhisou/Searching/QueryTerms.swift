internal import Analysis
internal import InvertedIndex

/// The terms of a query text.
enum QueryTerms {
  /// The distinct terms in the order of the text, each with the text that stands for it.
  static func distinct(
    in text: String, analyzer: Analyzer
  ) -> [(term: QueryTerm, text: String)] {
    let interner = TokenInterner()
    var tokens = TokenBuffer(keepsRanges: true)
    var text = text
    text.withUTF8 { unsafe analyzer.analyze(query: $0, into: &tokens, interning: interner) }
    var seen: Set<QueryTerm> = []
    var terms: [(term: QueryTerm, text: String)] = []
    for index in 0..<tokens.count {
      let key = tokens[index].key
      let term = QueryTerm(form(of: key, interner, analyzer))
      guard seen.insert(term).inserted else { continue }
      if case .word(let word) = term.form {
        terms.append((term, String(decoding: word, as: UTF8.self)))
      } else {
        terms.append((term, TermKey.text(of: key)))
      }
    }
    return terms
  }

  private static func form(
    of key: UInt32, _ interner: TokenInterner, _ analyzer: Analyzer
  ) -> QueryTerm.Form {
    if key & TermKey.internedFlag != 0 {
      return unsafe .word(
        interner.withBytes(of: key & ~TermKey.internedFlag) { unsafe [UInt8]($0) })
    }
    let (first, second) = TermKey.firstAndSecond(of: key)
    guard second == 0, analyzer.name == Analyzer.standard.name else { return .key(key) }
    return anyPair(with: first)
  }

  /// The form in which an index has a term of a phrase.
  static func form(of term: IndexedTerm) -> QueryTerm.Form {
    switch term {
    case .pair(let key): .key(key)
    case .word(let word): .word(word)
    case .character(let id): anyPair(with: id)
    }
  }

  /// A character wherever it is.
  ///
  /// Bigrams that begin with the character are a range of keys; those that end with it, one in
  /// every range, are looked up one by one: a few milliseconds, and not a byte in the index.
  private static func anyPair(with id: UInt32) -> QueryTerm.Form {
    .union(
      range: TermKey.range(startingWith: id),
      others: (1..<TermKey.characterCount).map { TermKey.bigram(first: $0, second: id) })
  }
}

extension IndexedTerm {
  /// The term as texts have it.
  init(_ form: QueryTerm.Form) {
    switch form {
    case .key(let key): self = .pair(key)
    case .word(let word): self = .word(word)
    case .union(let range, _): self = .character(range.lowerBound / TermKey.characterCount)
    }
  }
}
