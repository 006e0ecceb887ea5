extension SearchIndex {
  /// The identifiers of the documents that match best, as a ranking of a ``Run``.
  ///
  /// - Throws: as ``search(_:_:)``.
  /// - Complexity: that of a search, without reading a document.
  public func ranking(
    for query: Query, limit: Int = 1000, filter: SearchFilter = SearchFilter()
  ) throws(ZhisouError) -> [TRECIdentifier] {
    var ranking: [TRECIdentifier] = []
    var options = SearchOptions()
    options.limit = limit
    options.filter = filter
    options.mostCounted = 0
    for hit in try search(query, options).hits {
      ranking.append(TRECIdentifier(try id(at: hit.address)))
    }
    return ranking
  }
}
