import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct FacetCounterTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `counts are those of the documents themselves`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var documents = ModelDocument.random(
      [1, 130, 900][Int(seed) - 1], vocabulary: 60, meanLength: 10, using: &generator)
    for place in documents.indices where place % 6 == 0 {
      documents[place].people = []
      documents[place].date = UInt32(19_980_000 + place % 3 * 10_000)
    }
    let folder = TemporaryFolder()
    try ModelIndex.build(documents, in: folder)
    let scorer = try SnapshotScorer(ModelIndex.open(folder))
    let term = try #require(documents.lazy.compactMap { $0.terms.first }.first)
    var request = SearchRequest([QueryTerm(term.form)], limit: 0)
    request.collectsMatches = true
    let sets = try #require(try scorer.search(request).matched)
    let found = documents.filter { $0.terms.contains(term) }
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
    #expect(try counter.values(of: .person) { $0 } == people)
    #expect(try counter.values(of: .person, group: Self.group) == groups)
    #expect(try counter.values(of: .region) { $0 }.isEmpty)
  }

  /// The last digit of a name; none for names that end with 0.
  private static func group(_ name: [UInt8]) -> [UInt8]? {
    name.last == UInt8(ascii: "0") ? nil : name.suffix(1)
  }
}
