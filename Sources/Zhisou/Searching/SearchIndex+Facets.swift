internal import InvertedIndex
internal import Storage

extension SearchIndex {
  /// Counts the documents of sets by facets.
  func counts(
    of facets: [Facet], in sets: [DocumentSet], limit: Int
  ) throws(ZhisouError) -> [FacetCounts] {
    let counter = FacetCounter(snapshot, sets)
    var counts: [FacetCounts] = []
    for facet in facets {
      counts.append(
        try ZhisouError.wrap { () throws(StorageError) in
          try Self.counts(of: facet, by: counter, limit: max(limit, 0))
        })
    }
    return counts
  }

  private static func counts(
    of facet: Facet, by counter: FacetCounter, limit: Int
  ) throws(StorageError) -> FacetCounts {
    switch facet.property {
    case .year:
      let years = counter.years().sorted { $0.key < $1.key }.map {
        FacetCounts.Value(name: $0.key == 0 ? "" : String($0.key), documents: $0.value)
      }
      return FacetCounts(facet: facet, values: years, distinct: years.count)
    case .kind:
      let kinds = sorted(
        counter.kinds().map {
          FacetCounts.Value(
            name: (DocumentKind(rawValue: $0.key) ?? .other).name, documents: $0.value)
        })
      return FacetCounts(
        facet: facet, values: Array(kinds.prefix(limit)), distinct: kinds.count)
    case .org: return counts(facet, try counter.values(of: .organisation, limit: limit))
    case .region: return counts(facet, try counter.values(of: .region, limit: limit))
    case .person: return counts(facet, try counter.values(of: .person, limit: limit))
    case .trade:
      return counts(
        facet,
        try counter.groups(of: .code, limit: limit) { code in
          ClassificationPath(utf8: code) == nil ? code : nil
        })
    case .ipc:
      return counts(
        facet,
        try counter.groups(of: .code, limit: limit) { code in
          ClassificationPath(utf8: code)?.name(at: facet.level).map { Array($0.utf8) }
        })
    }
  }

  private static func counts(_ facet: Facet, _ counts: ValueCounts) -> FacetCounts {
    FacetCounts(
      facet: facet,
      values: counts.top.map {
        FacetCounts.Value(name: String(decoding: $0.value, as: UTF8.self), documents: $0.documents)
      }, distinct: counts.distinct)
  }

  /// The most documents first, among equals by the bytes of their names.
  private static func sorted(_ values: [FacetCounts.Value]) -> [FacetCounts.Value] {
    values.sorted {
      $0.documents != $1.documents
        ? $0.documents > $1.documents : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }
}
