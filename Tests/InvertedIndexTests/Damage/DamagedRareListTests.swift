import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// Rare lists need a segment of more than 12,288 documents.
@Suite struct DamagedRareListTests {
  private static func documents() -> [ModelDocument] {
    (0..<16_500).map { number in
      var document = ModelDocument()
      // Key 1 in every document, keys 2 and 3 in 128 of them, 4 in a few.
      document.terms = [.key(1)]
      if number % 129 == 5 { document.terms += [.key(2), .key(2)] }
      if number % 127 == 0, number < 127 * 128 { document.terms.append(.key(3)) }
      if number % 1000 == 9 { document.terms.append(.key(4)) }
      document.identifier = "\(number)"
      document.ordinal = UInt32(number + 1)
      return document
    }
  }

  private static func search(_ folder: TemporaryFolder) throws {
    let scorer = try SnapshotScorer(ModelIndex.open(folder))
    for key: UInt32 in 2...4 {
      _ = try? scorer.search(SearchRequest([QueryTerm(.key(key))], limit: 5))
    }
  }

  @Test func `damaged postings of a larger segment never trap and are found by verify`() throws {
    let index = try DamagedIndex(Self.documents())
    let segment = try ModelIndex.open(index.folder).segments[0]
    var rare: [Extent] = []
    for key: UInt32 in 2...4 {
      let info = try #require(try segment.find(key: key, in: .text))
      guard case .list(let offset, let count) = info.location else { continue }
      rare.append(Extent(offset: offset, count: count))
      #expect(!PostingsFormat.isDense(frequency: Int(info.documentFrequency), documents: 16_500))
    }
    #expect(try segment.find(key: 2, in: .text)?.documentFrequency == 128)
    let file = segment.postingsFile.file.path.split(separator: "/").last.map(String.init) ?? ""
    let section = try segment.postingsFile.extent(of: SectionKind.field("PLS", .text)).offset
    for extent in rare {
      for place in extent.offset..<extent.end {
        let damage = index.flip(file, at: section + place, UInt8(1 << (place % 8)))
        #expect(index.suffer(damage, DamagedIndex.verify), "\(damage)")
        if place % 3 == 0 { _ = index.suffer(damage, Self.search) }
      }
    }
  }
}
