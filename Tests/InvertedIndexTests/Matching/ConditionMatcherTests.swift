import TestSupport
import Testing

@testable import InvertedIndex

/// Conditions against a twin that reads every document.
@Suite struct ConditionMatcherTests {
  /// Documents in an index of several segments.
  private struct Model {
    let documents: [ModelDocument]
    let scorer: SnapshotScorer
    private let folder = TemporaryFolder()

    init(_ count: Int, vocabulary: Int = 300, using generator: inout SeededGenerator) throws {
      var documents = ModelDocument.random(
        count, vocabulary: vocabulary, meanLength: 20, using: &generator)
      for place in documents.indices {
        documents[place].source = "0\u{0}file\(place * 7 / max(1, documents.count)).jsonl"
        if place % 9 == 4 { documents[place].date = 0 }
      }
      self.documents = documents
      try ModelIndex.build(documents, in: folder)
      scorer = try SnapshotScorer(ModelIndex.open(folder))
    }

    func identifiers(_ outcome: SearchOutcome) throws -> [String] {
      try outcome.top.map {
        String(
          decoding: try scorer.snapshot.segments[$0.segment].identifier(of: $0.document),
          as: UTF8.self)
      }
    }

    /// The identifiers of the documents that match, in their order.
    func expected(_ condition: Condition, oneOf terms: [QueryTerm.Form]? = nil) -> [String] {
      documents.filter { document in
        NaiveMatcher.matches(document, condition)
          && terms?.contains { form in document.terms.contains { $0.form == form } } != false
      }.map(\.identifier)
    }
  }

  @Test(arguments: [(1, 1), (2, 63), (3, 700), (4, 700), (5, 2500), (6, 17_000)])
  func `conditions match what their twin matches`(seed: Int, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let model = try Model(count, using: &generator)
    var hits = 0
    for _ in 0..<(count > 5000 ? 5 : 40) {
      let condition = NaiveMatcher.random(model.documents, depth: 3, using: &generator)
      var request = SearchRequest([], limit: count)
      request.condition = condition
      request.needsTerm = false
      request.mostChecks = .max
      request.collectsMatches = true
      let outcome = try model.scorer.search(request)
      let expected = model.expected(condition)
      #expect(try model.identifiers(outcome) == expected, "\(condition)")
      #expect(outcome.matches == expected.count && !outcome.isEstimated)
      #expect(outcome.matched?.map(\.count) == [expected.count])
      request.threads = 3
      let shared = try model.scorer.search(request)
      #expect(shared.top == outcome.top && shared.matched == outcome.matched)
      #expect(shared.matches == outcome.matches && shared.checks == outcome.checks)
      hits += expected.count
    }
    #expect(hits > count)
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `a condition changes what matches, never the scores or their order`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let model = try Model(900, using: &generator)
    for _ in 0..<30 {
      let condition = NaiveMatcher.random(model.documents, depth: 2, using: &generator)
      let terms = model.documents[5].terms.prefix(3).map { QueryTerm($0.form) }
      var plain = SearchRequest(terms, limit: 1000)
      let all = try model.scorer.search(plain).top
      plain.condition = condition
      plain.mostChecks = .max
      let some = try model.scorer.search(plain)
      let expected = Set(model.expected(condition, oneOf: terms.map(\.form)))
      #expect(try Set(model.identifiers(some)) == expected)
      #expect(some.matches == expected.count)
      #expect(some.top == all.filter { some.top.contains($0) })
      // Without the need of a term the same come first, and then the rest in order, with no score.
      plain.needsTerm = false
      let loose = try model.scorer.search(plain)
      #expect(Array(loose.top.prefix(some.top.count)) == some.top)
      let rest = loose.top.dropFirst(some.top.count)
      #expect(rest.allSatisfy { $0.score == 0 })
      #expect(rest.map(\.document) == rest.map(\.document).sorted())
      #expect(loose.matches == model.expected(condition).count)
    }
  }

  @Test func `the newest come first, of one date the best, and those without a date last`() throws {
    var generator = SeededGenerator(seed: 21)
    let model = try Model(500, using: &generator)
    let terms = model.documents[3].terms.prefix(2).map { QueryTerm($0.form) }
    var request = SearchRequest(terms, limit: 1000)
    let byScore = try model.scorer.search(request).top
    request.order = .date
    let byDate = try model.scorer.search(request).top
    #expect(byDate.count == byScore.count && byDate.count > 20)
    let segment = model.scorer.snapshot.segments[0]
    let expected = byScore.sorted {
      (segment.date(of: $1.document), $1.score, $0.document)
        < (segment.date(of: $0.document), $0.score, $1.document)
    }
    #expect(byDate.map(\.document) == expected.map(\.document))
    #expect(byDate.map(\.score) == expected.map(\.score))
  }

  @Test func `of each kind the best come, the kind of the best document first`() throws {
    var generator = SeededGenerator(seed: 22)
    let model = try Model(800, using: &generator)
    let terms = model.documents[8].terms.prefix(4).map { QueryTerm($0.form) }
    var request = SearchRequest(terms, limit: 1000)
    let all = try model.scorer.search(request).top
    request.limit = 3
    request.separatesKinds = true
    let segment = model.scorer.snapshot.segments[0]
    var order: [UInt8] = []
    for document in all where !order.contains(segment.kind(of: document.document)) {
      order.append(segment.kind(of: document.document))
    }
    let expected = order.flatMap { kind in
      all.filter { segment.kind(of: $0.document) == kind }.prefix(3)
    }
    #expect(order.count == 5)
    #expect(try model.scorer.search(request).top == expected)
  }

  @Test(arguments: [0, 1, 40, 100, 1000])
  func `with too many to check, the best candidates are checked in their order`(
    checks: Int
  ) throws {
    var generator = SeededGenerator(seed: 31)
    let model = try Model(1500, using: &generator)
    let terms = model.documents[9].terms.prefix(3).map { QueryTerm($0.form) }
    let condition = Condition.any([
      .checked(among: .any(terms.map { .term($0.form, in: .text) }), by: ModelCheck(divisor: 3)),
      .identifiers([Array("D9".utf8)]),
    ])
    var request = SearchRequest(terms, limit: 10)
    request.condition = condition
    request.needsTerm = false
    request.mostChecks = .max
    let exact = try model.scorer.search(request)
    #expect(!exact.isEstimated && exact.matches == model.expected(condition).count)
    request.mostChecks = checks
    let bounded = try model.scorer.search(request)
    #expect(bounded.checks <= max(checks, 0) + 512)
    if exact.checks > checks {
      #expect(bounded.isEstimated)
      // A third passes: what is found is the beginning of the exact list.
      #expect(bounded.top == Array(exact.top.prefix(bounded.top.count)))
      #expect(bounded.top.count == 10 || checks < 40)
      // They are among the first few, and no more are checked than these.
      #expect(bounded.checks <= 64)
      request.threads = 2
      let shared = try model.scorer.search(request)
      #expect(shared.top == bounded.top && shared.matches == bounded.matches)
      #expect(shared.checks == bounded.checks)
    } else {
      #expect(bounded.top == exact.top && bounded.matches == exact.matches)
    }
  }

  @Test func `collection statistics from outside give the scores of the whole`() throws {
    var generator = SeededGenerator(seed: 41)
    let documents = ModelDocument.random(
      600, vocabulary: 80, meanLength: 15, using: &generator)
    let folders = [TemporaryFolder(), TemporaryFolder(), TemporaryFolder()]
    try ModelIndex.build(documents, in: folders[0])
    try ModelIndex.build(Array(documents[..<200]), in: folders[1])
    try ModelIndex.build(Array(documents[200...]), in: folders[2])
    let snapshots = try folders.map { try ModelIndex.open($0) }
    let request = SearchRequest(
      documents[3].terms.prefix(4).map { QueryTerm($0.form) }, limit: 1000)
    let whole = try SnapshotScorer(snapshots[0]).search(request).top
    let statistics = RankingStatistics(
      documents: 600, totalLength: snapshots[0].totalLength,
      documentFrequencies: Dictionary(
        request.terms.map { ($0.form, snapshots[0].documentFrequency(of: $0)) },
        uniquingKeysWith: { first, _ in first }))
    var scores: [UInt32: Float] = [:]
    for (shard, base) in [(1, 0), (2, 200)] as [(Int, UInt32)] {
      let scorer = SnapshotScorer(snapshots[shard], statistics: statistics)
      for hit in try scorer.search(request).top {
        scores[base + hit.document] = hit.score
        let parts = try scorer.contributions(request.terms, segment: 0, document: hit.document)
        #expect(parts.reduce(0) { $0 + $1.score } == hit.score)
      }
    }
    #expect(scores == Dictionary(uniqueKeysWithValues: whole.map { ($0.document, $0.score) }))
  }
}
