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
      let values = try ZhisouError.wrap { () throws(StorageError) in
        try Self.values(of: facet, by: counter)
      }
      let isShown = facet.property == .year ? values.count : max(limit, 0)
      counts.append(
        FacetCounts(
          facet: facet, values: Array(values.prefix(isShown)), distinct: values.count))
    }
    return counts
  }

  private static func values(
    of facet: Facet, by counter: FacetCounter
  ) throws(StorageError) -> [FacetCounts.Value] {
    switch facet.property {
    case .year:
      return counter.years().sorted { $0.key < $1.key }.map {
        FacetCounts.Value(name: $0.key == 0 ? "" : String($0.key), documents: $0.value)
      }
    case .kind:
      return sorted(
        counter.kinds().map {
          FacetCounts.Value(
            name: (DocumentKind(rawValue: $0.key) ?? .other).name, documents: $0.value)
        })
    case .org: return try values(of: .organisation, by: counter) { $0 }
    case .region: return try values(of: .region, by: counter) { $0 }
    case .person: return try values(of: .person, by: counter) { $0 }
    case .trade:
      return try values(of: .code, by: counter) { code in
        ClassificationPath(String(decoding: code, as: UTF8.self)) == nil ? code : nil
      }
    case .ipc:
      return try values(of: .code, by: counter) { code in
        ClassificationPath(String(decoding: code, as: UTF8.self))?.name(at: facet.level)
          .map { Array($0.utf8) }
      }
    }
  }

  private static func values(
    of field: OrdinalField, by counter: FacetCounter, group: ([UInt8]) -> [UInt8]?
  ) throws(StorageError) -> [FacetCounts.Value] {
    sorted(
      try counter.values(of: field, group: group).map {
        FacetCounts.Value(name: String(decoding: $0.key, as: UTF8.self), documents: $0.value)
      })
  }

  /// The most documents first, among equals by the bytes of their names.
  private static func sorted(_ values: [FacetCounts.Value]) -> [FacetCounts.Value] {
    values.sorted {
      $0.documents != $1.documents
        ? $0.documents > $1.documents : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
  }
}
