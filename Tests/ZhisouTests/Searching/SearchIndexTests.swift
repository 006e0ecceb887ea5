import Analysis
import TestSupport
import Testing

@testable import Zhisou

@Suite struct SearchIndexTests {
  /// A corpus made up at random, as an index and as its slow twin.
  private struct Twins {
    let records: [ModelRecord]
    let index: SearchIndex
    let naive: NaiveIndex
    private let places: [String: Int]

    init(_ count: Int, using generator: inout SeededGenerator) throws {
      records = ModelRecord.random(count, using: &generator)
      index = try TestCorpus.index(of: records.map(\.line))
      naive = NaiveIndex(records)
      places = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
    }

    /// The place of a hit's record in the corpus.
    func place(of hit: Hit) throws -> Int {
      try #require(places[index.id(at: hit.address)])
    }
  }

  private static func query(using generator: inout SeededGenerator) -> Query? {
    try? Query(ModelRecord.text(1...6, using: &generator))
  }

  // MARK: - Ranking

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `scores equal BM25 by the formula, ties come in the order of records`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let twins = try Twins([1, 7, 60, 250, 600][Int(seed) - 1], using: &generator)
    var ties = 0
    for _ in 0..<16 {
      guard let query = Self.query(using: &generator) else { continue }
      let results = try twins.index.search(query, limit: 1000)
      let expected = twins.naive.search(query.text)
      #expect(results.matches == expected.count && results.hits.count == expected.count)
      let places = try results.hits.map { try twins.place(of: $0) }
      #expect(places.sorted() == expected.map(\.place), "\(query.text)")
      let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.place, $0.score) })
      for (hit, place) in zip(results.hits, places) {
        let score = try #require(scores[place])
        // Each part is rounded a few times, and so is their sum.
        #expect(abs(Double(hit.score) - score) < 2e-6 * score, "\(query.text)")
      }
      for ((one, onePlace), (next, nextPlace)) in zip(
        zip(results.hits, places), zip(results.hits, places).dropFirst())
      {
        #expect(one.score > next.score || one.score == next.score && onePlace < nextPlace)
        if one.score == next.score { ties += 1 }
      }
      #expect(results.hits.map(\.rank) == Array(1..<(results.hits.count + 1)))
    }
    #expect(seed < 3 || ties > 10)
  }

  @Test(arguments: [6, 7] as [UInt64])
  func `an explanation sums to the score, to the last digit`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let twins = try Twins(80, using: &generator)
    for _ in 0..<10 {
      guard let query = Self.query(using: &generator) else { continue }
      let terms = NaiveIndex.query(query.text)
      #expect(query.termTexts == terms.map(\.text))
      for hit in try twins.index.search(query, limit: 4).hits {
        let place = try twins.place(of: hit)
        let explanation = try twins.index.explain(query, hit.address)
        #expect(explanation.score == hit.score)
        #expect(explanation.length == twins.naive.length(of: place))
        #expect(abs(explanation.averageLength - twins.naive.averageLength) < 1e-9)
        let present = terms.filter { twins.naive.frequency(of: $0, in: place) > 0 }
        #expect(explanation.parts.map(\.term) == present.map(\.text))
        for (part, term) in zip(explanation.parts, present) {
          #expect(part.frequency == twins.naive.frequency(of: term, in: place))
          #expect(part.documentFrequency == twins.naive.documentFrequency(of: term))
          #expect(part.score > 0)
        }
      }
    }
  }

  @Test func `one character finds every document that has it, of whatever plane`() throws {
    let characters = ["柏", "𬭎", "𠮷", "田", "磨"]
    var generator = SeededGenerator(seed: 10)
    let names = (0..<150).map { _ in
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        characters.randomElement(using: &generator) ?? ""
      }.joined()
    }
    let index = try TestCorpus.index(
      of: names.indices.map { #"{"id":"\#($0)","title":"题","people":["\#(names[$0])"]}"# })
    for character in characters {
      let expected = names.indices.filter { names[$0].contains(character) }.map(String.init)
      #expect(try Set(index.ids(character, limit: 1000)) == Set(expected))
    }
    // Of several characters a document must have two that stand together.
    #expect(try Query("柏𬭎").termTexts == ["柏𬭎"])
    let both = names.indices.filter { names[$0].contains("柏𬭎") }.map(String.init)
    #expect(try Set(index.ids("柏𬭎", limit: 1000)) == Set(both))
  }

  // MARK: - Pages and kinds

  @Test func `pages of any size are the whole list without gaps`() throws {
    var generator = SeededGenerator(seed: 8)
    let twins = try Twins(150, using: &generator)
    for _ in 0..<6 {
      guard let query = Self.query(using: &generator) else { continue }
      let all = try twins.index.search(query, limit: 1000)
      let size = Int.random(in: 20...70, using: &generator)
      var paged: [Hit] = []
      for offset in stride(from: 0, to: all.matches + size, by: size) {
        let page = try twins.index.search(query, limit: size, offset: offset)
        #expect(page.matches == all.matches)
        #expect(page.hits.count == max(0, min(size, all.matches - offset)))
        paged += page.hits
      }
      #expect(paged == all.hits)
    }
  }

  @Test func `only the kinds that are asked for, with the scores that they had`() throws {
    var generator = SeededGenerator(seed: 9)
    let twins = try Twins(120, using: &generator)
    let query = try Query("磨削轴承")
    let all = try twins.index.search(query, limit: 1000)
    for kinds: Set<DocumentKind> in [[.course], [.patent, .other], Set(DocumentKind.allCases)] {
      let some = try twins.index.search(query, limit: 1000, kinds: kinds)
      let expected = try all.hits.filter {
        try kinds.contains(twins.records[twins.place(of: $0)].kind)
      }
      #expect(!expected.isEmpty && some.matches == expected.count)
      #expect(some.hits.map(\.address) == expected.map(\.address))
      #expect(some.hits.map(\.score) == expected.map(\.score))
      #expect(some.hits.map(\.rank) == Array(1...expected.count))
    }
  }

  @Test(arguments: [
    (-1, 0), (0, -1), (SearchOptions.mostHits + 1, 0), (10, SearchOptions.mostHits + 1),
    (.max, .max), (.min, .min),
  ])
  func `a limit or an offset out of range is an error`(limit: Int, offset: Int) throws {
    let index = try TestCorpus.index(of: #"{"id":"1","title":"磨削"}"#)
    let error = try #require(throws: ZhisouError.self) {
      try index.search(Query("磨削"), limit: limit, offset: offset)
    }
    #expect(error.code == .invalidArgument)
  }

  @Test func `limits at the ends of the range are fine`() throws {
    let index = try TestCorpus.index(of: #"{"id":"1","title":"磨削"}"#)
    let query = try Query("磨削")
    let none = try index.search(query, limit: 0)
    #expect(none.hits.isEmpty && none.matches == 1)
    let most = SearchOptions.mostHits
    #expect(try index.search(query, limit: most).hits.count == 1)
    #expect(try index.search(query, limit: most, offset: most).hits.isEmpty)
  }

  // MARK: - Documents and the index as a whole

  @Test func `documents are found by identifier, in the order of the index`() throws {
    let corpus = TestCorpus()
    try corpus.write("a.jsonl", #"{"id":"7","title":"一"}"#, #"{"id":"77","title":"二"}"#)
    try corpus.write("b.jsonl", #"{"id":"7","title":"三"}"#)
    try corpus.ingest()
    let index = try corpus.open()
    #expect(try index.documents(withID: "7").map(\.title) == ["一", "三"])
    #expect(try index.documents(withID: "7").map(\.source) == ["a.jsonl#1", "b.jsonl#1"])
    #expect(try index.documents(withID: "").isEmpty && index.documents(withID: "777").isEmpty)
    for hit in try index.search(Query("一 二 三")).hits {
      #expect(try index.document(at: hit.address).id == index.id(at: hit.address))
    }
  }

  @Test func `a folder without an index, or with another's, is an error`() throws {
    let corpus = TestCorpus()
    let missing = try #require(throws: ZhisouError.self) { try corpus.open() }
    #expect(missing.code == .noIndex && missing.path == corpus.indexPath)
    try corpus.write("a.jsonl", #"{"id":"7","title":"一"}"#)
    let ingester = Ingester(indexPath: corpus.indexPath, options: .init(), analyzer: .whitespace)
    #expect(try ingester.run([corpus.path()]).documents == 1)
    let other = try #require(throws: ZhisouError.self) { try corpus.open() }
    #expect(other.code == .otherAnalyzer)
  }

  @Test func `an index of no documents is searched`() throws {
    let corpus = TestCorpus()
    try corpus.write("a.jsonl", "")
    #expect(try corpus.ingest().documents == 0)
    let index = try corpus.open()
    try index.verify()
    #expect(try index.search(Query("磨削")).matches == 0)
    #expect(try index.search(Query("磨")).hits.isEmpty)
    #expect(index.statistics.documents == 0 && index.statistics.kinds.isEmpty)
  }

  @Test func `a damaged file is found by verify`() throws {
    let corpus = TestCorpus()
    try corpus.write("a.jsonl", #"{"id":"7","title":"磨削烧伤"}"#)
    try corpus.ingest()
    try corpus.open().verify()
    let name = try #require(
      TemporaryFolder.names(in: corpus.indexPath).first { $0.hasSuffix(".documents") })
    let path = "\(corpus.indexPath)/\(name)"
    var bytes = TestFile.read(path)
    bytes[bytes.count / 2] ^= 0x10
    TestFile.write(bytes, to: path)
    let error = try #require(throws: ZhisouError.self) { try corpus.open().verify() }
    #expect(error.code == .damagedIndex && error.path.hasSuffix(name))
  }

  @Test func `statistics count documents, kinds and the bytes of the files`() throws {
    let corpus = TestCorpus()
    try corpus.write(
      "a.jsonl", #"{"id":"1","kind":"course","title":"磨削"}"#,
      #"{"id":"2","kind":"course","title":"烧伤"}"#, #"{"id":"3","kind":"patent","title":"轴"}"#)
    try corpus.ingest()
    let statistics = try corpus.open().statistics
    #expect(statistics.documents == 3 && statistics.segments == 1)
    #expect(statistics.kinds == [.course: 2, .patent: 1])
    #expect(statistics.averageLength == 1)
    #expect(Set(statistics.bytes.map(\.name)) == ["terms", "postings", "columns", "documents"])
    for part in statistics.bytes {
      let files = TemporaryFolder.names(in: corpus.indexPath).filter {
        $0.hasSuffix(".\(part.name)")
      }
      let sizes = files.map { TestFile.read("\(corpus.indexPath)/\($0)").count }
      #expect(part.bytes == sizes.reduce(0, +) && part.bytes > 0)
    }
    #expect(statistics.totalBytes == statistics.bytes.reduce(0) { $0 + $1.bytes })
    let line = JSONText.line(statistics.value)
    #expect(
      line.hasPrefix(
        #"{"documents":3,"kinds":{"course":2,"patent":1,"innovation":0,"knowledge":0,"#
          + #""craftsman":0,"other":0},"segments":1,"bytes":{"#))
    #expect(line.contains(#""total":\#(statistics.totalBytes)},"analyzer":"zhisou "#))
    #expect(line.hasSuffix(#","digest":"\#(statistics.digest)"}"#))
  }
}
