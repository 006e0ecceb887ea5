import Storage
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct FacetCounterTests {
  /// Documents of runs of one kind and of mixed ones, some without people or dates, some far off.
  private static func documents(
    _ count: Int, using generator: inout SeededGenerator
  ) -> [ModelDocument] {
    var documents = ModelDocument.random(
      count, vocabulary: 60, meanLength: 10, using: &generator)
    for place in documents.indices {
      if place % 6 == 0 { documents[place].people = [] }
      if place % 200 < 100 { documents[place].kind = 2 }
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: documents[place].date = .random(in: 0 ... .max, using: &generator)
      case 1...9: documents[place].date = UInt32(19_980_000 + place % 3 * 10_000)
      default: break
      }
    }
    return documents
  }

  /// A snapshot of a segment for each list of documents.
  private static func snapshot(
    _ segments: [[ModelDocument]], in folder: TemporaryFolder
  ) throws -> IndexSnapshot {
    try ModelIndex.build(segments[0], in: folder)
    let directory = Directory(path: folder.path)
    var manifest = try Manifest.read(from: directory)
    let builder = try SegmentBuilder(directory: directory, budget: 1 << 20)
    for (place, documents) in segments.enumerated().dropFirst() {
      let words = ListedWords()
      try builder.begin(SegmentFiles(number: UInt64(place + 10)))
      for document in documents { try builder.add(document, words: words) }
      try builder.flush(words: words, as: .finished)
      manifest.segments.append(
        Manifest.Segment(number: UInt64(place + 10), documents: documents.count))
    }
    try manifest.write(to: directory)
    return try ModelIndex.open(folder)
  }

  /// The most frequent of all values, ties in the order of their bytes.
  private static func top(_ counts: [[UInt8]: Int], _ limit: Int) -> [(
    value: [UInt8], documents: Int
  )] {
    let sorted = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    return sorted.prefix(limit).map { ($0.key, $0.value) }
  }

  private static func expect(
    _ found: ValueCounts, of counts: [[UInt8]: Int], limit: Int, at location: SourceLocation
  ) {
    let expected = top(counts, limit)
    #expect(found.distinct == counts.count, sourceLocation: location)
    #expect(found.top.map(\.value) == expected.map(\.value), sourceLocation: location)
    #expect(found.top.map(\.documents) == expected.map(\.documents), sourceLocation: location)
  }

  @Test(arguments: [[1], [130], [900], [300, 1, 500]], [1, 2] as [UInt64])
  func `counts are those of the documents themselves`(sizes: [Int], seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let segments = sizes.map { Self.documents($0, using: &generator) }
    let documents = segments.flatMap { $0 }
    let folder = TemporaryFolder()
    let scorer = SnapshotScorer(try Self.snapshot(segments, in: folder))
    #expect(scorer.snapshot.segments.count == sizes.count)
    let terms = Set(documents.prefix(3).compactMap { $0.terms.first })
    for term in terms.map(Optional.some) + [nil] {
      var request = SearchRequest(term.map { [QueryTerm($0.form)] } ?? [], limit: 0)
      if term == nil { request.needsTerm = false }
      request.collectsMatches = true
      let sets = try #require(try scorer.search(request).matched)
      let found = documents.filter { document in term.map { document.terms.contains($0) } ?? true }
      let counter = FacetCounter(scorer.snapshot, sets)
      #expect(counter.kinds() == Dictionary(grouping: found, by: \.kind).mapValues(\.count))
      #expect(
        counter.years() == Dictionary(grouping: found) { $0.date / 10_000 }.mapValues(\.count))
      var people: [[UInt8]: Int] = [:]
      var groups: [[UInt8]: Int] = [:]
      for document in found {
        for person in Set(document.people) { people[Array(person.utf8), default: 0] += 1 }
        for group in Set(document.people.compactMap { Self.group(Array($0.utf8)) }) {
          groups[group, default: 0] += 1
        }
      }
      for limit in [0, 1, 3, 40, .max] {
        Self.expect(
          try counter.values(of: .person, limit: limit), of: people, limit: limit,
          at: #_sourceLocation)
        Self.expect(
          try counter.groups(of: .person, limit: limit, by: Self.group), of: groups, limit: limit,
          at: #_sourceLocation)
        Self.expect(
          try counter.values(of: .region, limit: limit), of: [:], limit: limit,
          at: #_sourceLocation)
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the most frequent of many values are kept, the earlier of equals`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<Int.random(in: 0...700, using: &generator)).map { _ in
      Int.random(in: 1...Int(seed), using: &generator)
    }
    for limit in [0, 1, 7, 33, 64, 1000] {
      var found = MostFrequent<Int>(limit: limit)
      for (value, documents) in counts.enumerated() { found.append(value, documents: documents) }
      let top = found.finish { [UInt8($0 / 256), UInt8($0 % 256)] }
      let expected = counts.indices.sorted {
        counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
      }.prefix(limit)
      #expect(top.distinct == counts.count)
      #expect(top.top.map { Int($0.value[0]) * 256 + Int($0.value[1]) } == Array(expected))
      #expect(top.top.map(\.documents) == expected.map { counts[$0] })
    }
  }

  /// The last digit of a name; none for names that end with 0.
  private static func group(_ name: [UInt8]) -> [UInt8]? {
    name.last == UInt8(ascii: "0") ? nil : name.suffix(1)
  }
}
