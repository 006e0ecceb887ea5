internal import Analysis
internal import InvertedIndex

extension SearchIndex {
  /// The passages of a document that cover a query best.
  ///
  /// - Parameters:
  ///   - document: a document of this index.
  ///   - query: what the hits are marked for.
  ///   - characters: about how many characters the passages have together.
  ///   - passages: how many there are at most; a further one is given only for terms that the others
  ///     do not have.
  /// - Returns: the passages; the beginning of the text where only other fields match.
  /// - Complexity: O(length of the document), about 5 ms for a mebibyte of Chinese.
  public func snippet(
    of document: Document, for query: Query, characters: Int = 80, passages: Int = 2
  ) -> Snippet {
    var maker = snippetMaker(for: query)
    return maker.snippet(
      of: document, characters: min(max(characters, 1), Self.mostSnippetCharacters),
      passages: min(max(passages, 1), Self.mostPassages))
  }

  /// The title of a document with the hits in it.
  ///
  /// - Complexity: O(length of the title).
  public func markedTitle(of document: Document, for query: Query) -> MarkedText {
    var maker = snippetMaker(for: query)
    return maker.marked(document.title)
  }

  private static let mostSnippetCharacters = 1_000_000
  private static let mostPassages = 10

  private func snippetMaker(for query: Query) -> SnippetMaker {
    SnippetMaker(
      query.terms.map { term in
        let form = IndexedTerm(term.form)
        // A character by itself counts little beside pairs and words, however rare.
        if case .character = form { return SnippetTerm(term: form, weight: 1) }
        let frequency = snapshot.documentFrequency(of: term)
        return SnippetTerm(term: form, weight: ranking.inverseDocumentFrequency(frequency))
      })
  }
}
