extension SearchIndex {
  /// The identifiers of the documents that match best, as a ranking of a ``Run``.
  ///
  /// - Throws: as ``search(_:limit:offset:kinds:)``.
  /// - Complexity: that of a search, without reading a document.
  public func ranking(
    for query: Query, limit: Int = 1000, kinds: Set<DocumentKind> = []
  ) throws(ZhisouError) -> [TRECIdentifier] {
    var ranking: [TRECIdentifier] = []
    for hit in try search(query, limit: limit, kinds: kinds).hits {
      ranking.append(TRECIdentifier(try id(at: hit.address)))
    }
    return ranking
  }
}
