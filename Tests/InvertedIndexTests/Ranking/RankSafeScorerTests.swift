import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The fast way to the best documents against the exhaustive one: the same documents, the same scores to
/// the last bit, ties in the order of documents.
@Suite struct RankSafeScorerTests {
  /// A collection with every form of lists, and requests for it.
  private struct Collection {
    let folder = TemporaryFolder()
    let snapshot: IndexSnapshot
    let documents: [ModelDocument]
    private let pool: [ModelDocument.Term]

    init(_ documents: [ModelDocument], segments: Int) throws {
      self.documents = documents
      try ModelIndex.build(documents, in: folder, runs: segments)
      snapshot = try ModelIndex.open(folder)
      pool = documents.flatMap { $0.terms.prefix(6) }
    }

    func terms(_ count: Int, using generator: inout SeededGenerator) -> [QueryTerm] {
      var forms: [QueryTerm] = []
      for _ in 0..<count {
        guard let term = pool.randomElement(using: &generator) else { break }
        let boost: Float = Bool.random(using: &generator) ? 1 : [0.001, 0.5, 3, 400][count % 4]
        if !forms.contains(where: { $0.form == term.form }) {
          forms.append(QueryTerm(term.form, boost: boost))
        }
      }
      return forms
    }

    func expectTwins(_ request: SearchRequest, _ statistics: RankingStatistics?) throws {
      let fast = try SnapshotScorer(snapshot, statistics: statistics).search(request)
      let slow = try SnapshotScorer(snapshot, statistics: statistics, isExhaustive: true)
        .search(request)
      // Compared first, since a list of a thousand hits tells nobody anything.
      let areEqual = fast.top == slow.top
      #expect(areEqual, "\(request.terms.count) terms, limit \(request.limit)")
      let large = try SnapshotScorer(snapshot, statistics: statistics, largeSegment: 0)
        .search(request)
      let areBounded = large.top == slow.top
      #expect(areBounded, "as a large segment, limit \(request.limit)")
      if !fast.isEstimated { #expect(fast.matches == slow.matches) }
      guard request.terms.count.isMultiple(of: 2) else { return }
      var request = request
      request.threads = 2 + request.terms.count % 3
      let shared = try SnapshotScorer(snapshot, statistics: statistics).search(request)
      let areShared = shared.top == fast.top
      #expect(areShared, "\(request.threads) threads, limit \(request.limit)")
      #expect(shared.matches == fast.matches && shared.isEstimated == fast.isEstimated)
    }
  }

  /// So many documents of so many words, cut into so many segments.
  private static let shapes: [(documents: Int, vocabulary: Int, length: Int, segments: Int)] = [
    (1, 5, 3, 1), (63, 20, 10, 1), (64, 20, 10, 2), (1025, 60, 20, 1), (3000, 400, 30, 4),
    (9000, 300, 12, 1), (20_000, 2000, 15, 3), (20_000, 40, 8, 2),
  ]

  @Test(arguments: shapes.indices)
  func `hits are those of the exhaustive way`(shape: Int) throws {
    let shape = Self.shapes[shape]
    var generator = SeededGenerator(seed: UInt64(shape.documents + shape.vocabulary))
    let collection = try Collection(
      ModelDocument.random(
        shape.documents, vocabulary: shape.vocabulary, meanLength: shape.length,
        using: &generator), segments: shape.segments)
    for limit in [1, 10, 100, 1000] {
      for count in [1, 2, 3, 5, 8, 16, 40] {
        var request = SearchRequest(collection.terms(count, using: &generator), limit: limit)
        if request.terms.isEmpty { continue }
        try collection.expectTwins(request, nil)
        // Some terms, or all, are needed; beside them a filter.
        let needed = request.terms.prefix(.random(in: 1...count, using: &generator))
        request.condition = .all(needed.map { .term($0.form, in: .text) })
        try collection.expectTwins(request, nil)
        request.needsTerm = false
        try collection.expectTwins(request, nil)
        request.needsTerm = true
        request.condition = .all([
          .dates(0...UInt32.random(in: 20_000_000...20_301_231, using: &generator)),
          .all(needed.prefix(1).map { .term($0.form, in: .text) }),
        ])
        try collection.expectTwins(request, nil)
        request.condition = .not(.term(request.terms[0].form, in: .text))
        try collection.expectTwins(request, nil)
      }
    }
  }

  @Test(arguments: [(1, false), (2, true)], [3000, 20_000])
  func `hits are those of the exhaustive way under any filter`(
    order: (seed: UInt64, isByKind: Bool), count: Int
  ) throws {
    var generator = SeededGenerator(seed: order.seed)
    var documents = ModelDocument.random(
      count, vocabulary: 300, meanLength: 12, using: &generator)
    if order.isByKind {
      for place in documents.indices { documents[place].kind = UInt8(place * 5 / count) }
    }
    let collection = try Collection(documents, segments: 2)
    var filters = 0
    for _ in 0..<(count > 5000 ? 60 : 150) {
      let condition = NaiveMatcher.random(collection.documents, depth: 3, using: &generator)
      if condition.needsChecks { continue }
      filters += 1
      var request = SearchRequest(
        collection.terms(.random(in: 1...12, using: &generator), using: &generator),
        limit: [1, 10, 300][filters % 3])
      request.condition = condition
      try collection.expectTwins(request, nil)
      // With some terms needed the counting goes another way.
      request.condition = .all([.term(request.terms[0].form, in: .text), condition])
      try collection.expectTwins(request, nil)
    }
    #expect(filters > 30)
  }

  @Test func `blocks that no document of a kind is in are not asked for`() throws {
    var generator = SeededGenerator(seed: 8)
    var documents = ModelDocument.random(
      10_000, vocabulary: 50, meanLength: 4, using: &generator)
    for place in documents.indices { documents[place].kind = (3000..<3100).contains(place) ? 2 : 1 }
    let segment = try Collection(documents, segments: 1).snapshot.segments[0]
    let filter = try BlockFilter(.kinds([2]), of: segment)
    let blocks = (0..<157).filter { filter.blocks(inRun: $0 / 64) >> UInt64($0 % 64) & 1 != 0 }
    #expect(blocks == [46, 47, 48])
    let term = Condition.term(documents[5000].terms.first?.form ?? .key(0), in: .text)
    for condition in [term, .values(of: .person, among: term) { { _ in true } }] {
      let filter = try BlockFilter(condition, of: segment)
      for block in 0..<157 where try filter.documents(inBlock: block, among: .max) != 0 {
        #expect(filter.blocks(inRun: block / 64) >> UInt64(block % 64) & 1 == 1)
      }
    }
  }

  @Test(arguments: [0.05, 0.9, 1.1, 6, 150, 1e8] as [Double])
  func `hits are the same by the statistics of a larger whole`(ratio: Double) throws {
    var generator = SeededGenerator(seed: 77)
    let collection = try Collection(
      ModelDocument.random(4000, vocabulary: 300, meanLength: 25, using: &generator), segments: 2)
    let own = collection.snapshot.statistics
    let statistics = RankingStatistics(
      documents: 3 * own.documents,
      totalLength: UInt64(3 * Double(own.totalLength) * ratio))
    for count in [1, 3, 6, 12, 60] {
      for limit in [5, 500] {
        let request = SearchRequest(collection.terms(count, using: &generator), limit: limit)
        try collection.expectTwins(request, statistics)
      }
    }
  }

  @Test func `ties by the hundred come in the order of documents`() throws {
    let documents = (0..<5000).map { number in
      var document = ModelDocument()
      document.terms = [.key(1), .key(2)] + (number % 3 == 0 ? [.key(3)] : [])
      document.identifier = "d\(number)"
      return document
    }
    let collection = try Collection(documents, segments: 3)
    for keys: [UInt32] in [[1], [3], [1, 2], [2, 3]] {
      for limit in [1, 10, 200, 2000] {
        try collection.expectTwins(
          SearchRequest(keys.map { QueryTerm(.key($0)) }, limit: limit), nil)
      }
    }
  }

  @Test func `a count beyond what is counted is an estimate near the truth`() throws {
    var generator = SeededGenerator(seed: 4)
    let collection = try Collection(
      ModelDocument.random(20_000, vocabulary: 60, meanLength: 6, using: &generator), segments: 2)
    var request = SearchRequest(collection.terms(3, using: &generator), limit: 10)
    let exact = try SnapshotScorer(collection.snapshot).search(request)
    #expect(!exact.isEstimated)
    request.mostCounted = 10
    let estimate = try SnapshotScorer(collection.snapshot).search(request)
    #expect(estimate.isEstimated)
    #expect(estimate.top == exact.top)
    #expect(abs(estimate.matches - exact.matches) < exact.matches / 5)
    // So is what a condition leaves.
    for condition in [
      Condition.kinds([1, 3]), .term(request.terms[0].form, in: .text),
      .not(.term(request.terms[0].form, in: .text)),
    ] {
      request.condition = condition
      request.mostCounted = .max
      let exact = try SnapshotScorer(collection.snapshot).search(request)
      #expect(!exact.isEstimated)
      request.mostCounted = exact.matches / 4
      let estimate = try SnapshotScorer(collection.snapshot).search(request)
      #expect(estimate.isEstimated && estimate.top == exact.top)
      #expect(abs(estimate.matches - exact.matches) < exact.matches / 3)
    }
  }
}
