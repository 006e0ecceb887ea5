import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The parts that the fast way is made of, each against the formula.
@Suite struct ScoreBoundTests {
  @Test(arguments: [1, 30, 200, 3000] as [UInt32])
  func `lengths are in the class of their borders, and classes are even`(largest: UInt32) throws {
    var generator = SeededGenerator(seed: UInt64(largest))
    let lengths = (0..<5000).map { _ in UInt32.random(in: 0...largest, using: &generator) }
    let total = lengths.reduce(0 as UInt64) { $0 + UInt64($1) }
    let info = SegmentInfo(documents: lengths.count, totalLength: total, digest: .zero)
    let file = try ScratchFile.make {
      try LengthClasses.write(lengths, averageLength: info.averageLength, to: $0)
    }
    let classes = try unsafe LengthClasses(
      borders: file.section(SectionKind.classBorders), classes: file.section(SectionKind.classes),
      leastClasses: file.section(SectionKind.leastClasses), documents: lengths.count)
    for (document, length) in lengths.enumerated() {
      let number = Int(classes.number(of: UInt32(document)))
      #expect(classes.borders[number] <= length && length < classes.borders[number + 1])
    }
    for first in stride(from: 0, to: lengths.count - 15, by: 16) {
      let near = (first..<(first + 16)).map { UInt32($0) }
      let least = near.map { classes.number(of: $0) }.min()
      #expect(near.allSatisfy { classes.leastNumber(near: $0) == least })
    }
    let ranking = BM25(documents: lengths.count, totalLength: total)
    let table = SaturationTable(classes, ranking: ranking)
    #expect(table.error < 0.01)
    for (document, length) in lengths.enumerated().prefix(500) {
      let number = classes.number(of: UInt32(document))
      for frequency: UInt32 in [1, 2, 3, 4, 14, 15, 16, 17, 300, 1 << 20] {
        let value = Float(table.value(frequency: frequency, class: number)) / 65_536
        let exact = ranking.saturation(frequency: frequency, length: length)
        #expect(value >= min(exact, 65_535 / 65_536) - 1e-6 && value <= exact + table.error)
      }
      // Damaged lists may have it.
      #expect(table.value(frequency: 0, class: number) == 0)
    }
    // So may classes that no document has.
    #expect(table.value(frequency: 0, class: .max) == 0)
  }

  @Test func `bounds behind the last block of a damaged list are none`() throws {
    let documents = 200
    let folder = TemporaryFolder()
    let key = ModelDocument.Term.key(1)
    try ModelIndex.build(
      (0..<documents).map { number in
        var document = ModelDocument()
        document.terms = [key]
        document.identifier = "\(number)"
        document.ordinal = UInt32(number + 1)
        return document
      }, in: folder)
    let snapshot = try ModelIndex.open(folder)
    let segment = snapshot.segments[0]
    let lists = try ListSegment(lengths: .init(repeating: 1, count: documents))
    var output = ByteWriter()
    unsafe DenseList.encode(
      Array(0..<UInt32(documents)), [UInt32](repeating: 1, count: documents), count: documents,
      code: lists.code, saturations: lists.saturations, into: &output)
    var bytes = output.array
    // The bounds of the only group, four blocks of which exist.
    for place in 8..<16 { bytes[place] = .max }
    try bytes.reading { cursor in
      let list = try unsafe DenseList(
        cursor.bytes(cursor.remaining), count: documents, documents: documents)
      let term = ScoringTerm(
        .dense(list), count: documents, weight: 100, exactWeight: 1, isRequired: false,
        inflation: 1)
      let part = ScoringPart(
        segment: segment, table: snapshot.saturationTables[0], terms: [term], filter: nil,
        possible: nil)
      let bounds = BlockBounds([term], of: part, groups: 0..<part.groups)
      #expect(bounds.ordered(reaching: 1).sorted() == [0, 1, 2, 3])
    }
  }

  @Test func `a threshold stays below the best by no more than its margin`() throws {
    var generator = SeededGenerator(seed: 9)
    for wanted in [1, 7, 100] {
      let units = try #require(ScoreUnits([3, 2, 0.5], inflation: 1))
      var threshold = ScoreThreshold(wanted: wanted, units: units, error: 0.004, initial: 0)
      var scores: [Int] = []
      let margin = units.excess(error: 0.004) + units.slack
      for _ in 0..<2000 {
        let score = Int.random(in: 1...30_000, using: &generator)
        scores.append(score)
        threshold.insert(score)
        let best = scores.sorted(by: >)
        if scores.count >= wanted {
          let last = best[wanted - 1]
          #expect(threshold.best <= last && threshold.best > last - 16)
          #expect(threshold.value <= max(1, last - margin))
          #expect(threshold.value > last - margin - 16)
        } else {
          #expect(threshold.value == 1)
        }
        if scores.count > 300 { break }
      }
    }
  }

  @Test func `a threshold takes any integer of 16 bits`() throws {
    let units = try #require(ScoreUnits([1], inflation: 1))
    var threshold = ScoreThreshold(wanted: 1, units: units, error: 0, initial: 0)
    threshold.insert(Int(UInt16.max))
    #expect(threshold.best == Int(UInt16.max) & ~15)
  }

  @Test func `an initial threshold allows for what integers lose`() throws {
    let units = try #require(ScoreUnits([1, 1], inflation: 1))
    let threshold = ScoreThreshold(wanted: 10, units: units, error: 0, initial: 500)
    #expect(threshold.value == 500 - units.slack)
  }

  @Test func `units are 15 bits, whatever the weights`() throws {
    for weights: [Float] in [[1], [1e-9, 1e9], [Float](repeating: 0.3, count: 128)] {
      let units = try #require(ScoreUnits(weights, inflation: 1))
      #expect(units.weights.allSatisfy { $0 > 0 })
      #expect(units.weights.reduce(0, +) < 30_200)
    }
    #expect(ScoreUnits([1], inflation: 2)?.weights == [15_000])
    for weights: [Float] in [
      [0], [1, -1], [1, .nan], [.infinity], [1e38, 3e38], [.leastNonzeroMagnitude],
    ] {
      #expect(ScoreUnits(weights, inflation: 1) == nil)
    }
    #expect(ScoreUnits([1], inflation: 1e6) == nil)
    #expect(ScoreUnits(.init(repeating: 1, count: 128), inflation: 20) == nil)
  }

  @Test(arguments: [0, 1, 127, 128, 129, 1000, 5000])
  func `documents by score come as comparisons would have them`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for distinct in [3, 100, 1_000_000] {
      var documents = (0..<count).map { _ in
        ScoredDocument(
          segment: .random(in: 0...3, using: &generator),
          document: .random(in: 0...UInt32.max, using: &generator),
          rank: SortOrder.score.rank(
            score: Float(Int.random(in: 0...distinct, using: &generator)) / 7, date: 0))
      }
      let expected = documents.sorted { ScoredDocument.precedes($0, $1) }
      ScoredDocument.sortByScore(&documents)
      #expect(documents == expected)
    }
  }

  @Test func `terms that a document must have are taken out of a condition`() {
    let terms = [QueryTerm(.key(1)), QueryTerm(.key(2)), QueryTerm(.key(3), in: .title)]
    func split(_ condition: Condition) -> (Set<Int>, String) {
      let parts = condition.conjunction(of: terms)
      return (parts.required, "\(parts.rest)")
    }
    #expect(split(.everything) == ([], "everything"))
    #expect(split(.term(.key(2), in: .text)) == ([1], "everything"))
    #expect(
      split(.all([.term(.key(1), in: .text), .all([.term(.key(2), in: .text)])]))
        == ([0, 1], "everything"))
    let other = Condition.term(.key(3), in: .text)
    #expect(split(.all([.term(.key(1), in: .text), other])) == ([0], "\(other)"))
    #expect(split(.any([.term(.key(1), in: .text)])).0.isEmpty)
    #expect(split(.not(.term(.key(1), in: .text))).0.isEmpty)
  }
}
