import TestSupport
import Testing

@testable import Zhisou

/// Operators, filters, sorting, pages, facets: all against reading every record.
@Suite struct SearchTruthTests {
  private struct Twins {
    let records: [ModelRecord]
    let naive: NaiveSearch
    let index: SearchIndex
    private let places: [String: Int]

    init(_ count: Int, seed: UInt64) throws {
      var generator = SeededGenerator(seed: seed)
      records = ModelRecord.detailed(count, using: &generator)
      naive = NaiveSearch(records)
      let corpus = TestCorpus()
      for (file, records) in Dictionary(grouping: records, by: \.file) {
        try corpus.write(file, records.map(\.line))
      }
      try corpus.ingest()
      index = try corpus.open()
      places = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
    }

    func place(of hit: Hit) throws -> Int { try #require(places[index.id(at: hit.address)]) }

    func record(of hit: Hit) throws -> ModelRecord { records[try place(of: hit)] }
  }

  private static func all(
    _ change: (inout SearchOptions) -> Void = { _ in }
  ) -> SearchOptions {
    var options = SearchOptions()
    options.limit = 10_000
    options.mostChecks = 1_000_000
    change(&options)
    return options
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `every expression finds and scores what its twin does`(seed: UInt64) throws {
    let twins = try Twins(30 + Int(seed) * 25, seed: seed)
    var generator = SeededGenerator(seed: seed + 100)
    var found = 0
    for _ in 0..<60 {
      let expression = QueryExpression.random(depth: 3, using: &generator)
      let query = try Query(expression)
      let results = try twins.index.search(query, Self.all())
      let expected = twins.naive.hits(expression)
      let places = try results.hits.map { try twins.place(of: $0) }
      #expect(places.sorted() == expected.map(\.place), "\(expression)")
      #expect(results.matches == expected.count && !results.isEstimated)
      let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.place, $0.score) })
      for (hit, place) in zip(results.hits, places) {
        let score = scores[place] ?? -1
        #expect(abs(Double(hit.score) - score) <= 4e-6 * score, "\(expression)")
      }
      // The terms of a single character are many: two explanations will do.
      for hit in results.hits.prefix(2) {
        #expect(try twins.index.explain(query, hit.address).score == hit.score)
      }
      for ((one, onePlace), (next, nextPlace)) in zip(
        zip(results.hits, places), zip(results.hits, places).dropFirst())
      {
        #expect(one.score > next.score || one.score == next.score && onePlace < nextPlace)
      }
      found += expected.count
    }
    #expect(found > 500)
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `filters are conditions without a score`(seed: UInt64) throws {
    let twins = try Twins(200, seed: seed)
    let query = try Query("磨削轴承")
    let plain = try twins.index.search(query, Self.all()).hits
    let filters: [(inout SearchFilter) -> Void] = [
      { $0.kinds = [.patent, .course] }, { $0.classifications = ["B24B", "H"] },
      { $0.from = "2019-05" }, { $0.through = "2019" }, { $0.regions = ["辽宁"] },
      { $0.organisations = ["磨床", "skf"] }, { $0.people = ["砚青"] }, { $0.sources = ["专利"] },
      {
        $0.kinds = [.knowledge]
        $0.from = "2019"
        $0.through = "2020"
      },
    ]
    for change in filters {
      var filter = SearchFilter()
      change(&filter)
      let results = try twins.index.search(query, Self.all { $0.filter = filter })
      let expected = twins.naive.hits(query.expression, filter)
      #expect(!expected.isEmpty && results.matches == expected.count, "\(filter)")
      #expect(
        try Set(results.hits.map { try twins.place(of: $0) }) == Set(expected.map(\.place)))
      let kept = Set(results.hits.map(\.address))
      #expect(
        plain.filter { kept.contains($0.address) }.map(\.score) == results.hits.map(\.score))
    }
  }

  @Test func `pages in every order follow one another without repeats or gaps`() throws {
    let twins = try Twins(180, seed: 21)
    for (text, order) in [
      ("磨削 轴承", SearchOptions.Order.score), ("磨削 轴承", .date), ("kind:patent", .score),
      ("*", .date), ("\"磨削\" OR date:2019", .score),
    ] {
      let query = try Query(parsing: text)
      let whole = try twins.index.search(query, Self.all { $0.order = order })
      var paged: [Hit] = []
      while paged.count < whole.matches {
        let page = try twins.index.search(
          query,
          Self.all {
            $0.order = order
            $0.limit = 7
            $0.offset = paged.count
          })
        #expect(page.matches == whole.matches && !page.hits.isEmpty)
        if page.hits.isEmpty { break }
        paged += page.hits
      }
      #expect(paged == whole.hits && whole.matches > 20)
    }
  }

  @Test func `by date the newest come first`() throws {
    let twins = try Twins(150, seed: 22)
    let query = try Query("磨削 轴承")
    let hits = try twins.index.search(query, Self.all { $0.order = .date }).hits
    let keys = try hits.map { hit in
      (try twins.index.document(at: hit.address).date, hit.score, try twins.place(of: hit))
    }
    for (one, next) in zip(keys, keys.dropFirst()) {
      #expect((next.0, next.1, one.2) < (one.0, one.1, next.2))
    }
    #expect(keys.last?.0 == 0)
  }

  @Test func `facets of documents that could not all be read say that they are upper bounds`()
    throws
  {
    let twins = try Twins(200, seed: 33)
    let query = try Query(parsing: "\"磨削烧\"")
    let facets = [try Facet(name: "kind")]
    let exact = try twins.index.search(query, Self.all { $0.facets = facets })
    let bounds = try twins.index.search(
      query,
      Self.all {
        $0.facets = facets
        $0.mostChecks = 1
      })
    #expect(!exact.facetsAreUpperBounds && bounds.facetsAreUpperBounds)
    for value in try #require(exact.facets.first).values {
      let other = bounds.facets.first?.values.first { $0.name == value.name }
      #expect(other?.documents ?? 0 >= value.documents)
    }
    let json = JSONText.line(.object(bounds.members(for: query)))
    #expect(json.contains("\"facets_are_upper_bounds\":true"))
  }

  @Test(arguments: [31, 32] as [UInt64])
  func `facets count what is in all documents that match`(seed: UInt64) throws {
    let twins = try Twins(200, seed: seed)
    let names = [
      "kind", "ipc", "ipc:1", "ipc:3", "ipc:group", "ipc:symbol", "year", "org", "region",
      "person", "trade",
    ]
    let facets = try names.map { try Facet(name: $0) }
    for text in ["磨削", "*", "kind:patent", "\"磨削烧\""] {
      let query = try Query(parsing: text)
      let results = try twins.index.search(
        query,
        Self.all {
          $0.facets = facets
          $0.facetLimit = 1000
        })
      let found = twins.naive.hits(query.expression).map { twins.records[$0.place] }
      #expect(results.facets.map { $0.facet.name.replacing("ipc:4", with: "ipc") } == names)
      for counts in results.facets {
        var expected: [String: Int] = [:]
        for record in found {
          for value in Set(Self.values(of: record, counts.facet)) {
            expected[value, default: 0] += 1
          }
        }
        let values = Dictionary(
          uniqueKeysWithValues: counts.values.map { ($0.name, $0.documents) })
        #expect(values == expected, "\(counts.facet.name)")
        #expect(counts.distinct == expected.count)
        if counts.facet.property == .year {
          #expect(counts.values.map(\.name) == counts.values.map(\.name).sorted())
        } else {
          #expect(counts.values.map(\.documents) == expected.values.sorted(by: >))
        }
      }
    }
  }

  private static func values(of record: ModelRecord, _ facet: Facet) -> [String] {
    let symbols = record.codes.filter { $0.contains("/") }
    switch facet.name {
    case "kind": return [record.kind.name]
    case "year": return [String(record.date.prefix(4))]
    case "org": return record.organisations
    case "region": return record.region.isEmpty ? [] : [record.region]
    case "person": return record.people
    case "trade": return record.codes.filter { !$0.contains("/") }
    case "ipc:group": return symbols.map { String($0.prefix { $0 != "/" }) }
    case "ipc:symbol": return symbols
    default: return symbols.map { String($0.prefix(Int(facet.name.suffix(1)) ?? 0)) }
    }
  }

  @Test func `of each kind the best come, page by page`() throws {
    let twins = try Twins(240, seed: 41)
    let query = try Query("磨削")
    let all = try twins.index.search(query, Self.all()).hits
    var pages: [Int: [DocumentKind: [DocumentAddress]]] = [:]
    for page in 0..<2 {
      let results = try twins.index.search(
        query,
        Self.all {
          $0.perKind = 3
          $0.offset = page * 3
        })
      #expect(results.matches == all.count)
      for hit in results.hits {
        let kind = try twins.record(of: hit).kind
        pages[page, default: [:]][kind, default: []].append(hit.address)
        #expect((1...3).contains(hit.rank - page * 3))
      }
    }
    for kind in DocumentKind.allCases {
      let best = try all.filter { try twins.record(of: $0).kind == kind }.map(\.address)
      #expect((pages[0]?[kind] ?? []) + (pages[1]?[kind] ?? []) == Array(best.prefix(6)))
    }
  }

  @Test func `parts of a collection rank as the whole with its statistics`() throws {
    let whole = try Twins(120, seed: 51)
    let parts = try [whole.records[..<70], whole.records[70...]].map { part in
      try TestCorpus.index(of: part.map(\.line))
    }
    let query = try Query("磨削烧伤 轴承 6205")
    let statistics = parts.map { $0.statistics(for: query) }
    #expect(statistics[0] + statistics[1] == whole.index.statistics(for: query))
    var scores: [String: Float] = [:]
    for part in parts.map({ $0.ranking(by: statistics[0] + statistics[1]) }) {
      for hit in try part.search(query, Self.all()).hits {
        scores[try part.id(at: hit.address)] = hit.score
        #expect(try part.explain(query, hit.address).score == hit.score)
      }
    }
    let expected = try whole.index.search(query, Self.all()).hits
    #expect(expected.count > 50 && scores.count == expected.count)
    for hit in expected { #expect(try scores[whole.index.id(at: hit.address)] == hit.score) }
  }
}
