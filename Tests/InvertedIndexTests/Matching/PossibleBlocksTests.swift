import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct PossibleBlocksTests {
  @Test(arguments: [1, 64, 65, 4096, 4097, 20_000])
  func `possible blocks are those of documents that pass`(documents: Int) throws {
    var generator = SeededGenerator(seed: UInt64(documents))
    let folder = TemporaryFolder()
    var models = ModelDocument.random(
      documents, vocabulary: 20, meanLength: 3, using: &generator)
    let kinds = documents / 3..<(documents / 3 + documents / 5 + 1)
    for place in models.indices { models[place].kind = kinds.contains(place) ? 2 : 1 }
    try ModelIndex.build(models, in: folder)
    let segment = try ModelIndex.open(folder).segments[0]
    let blocks = PostingsFormat.blocks(documents: documents)
    let possible = PossibleBlocks(try BlockFilter(.kinds([2]), of: segment), blocks: blocks)
    let expected = Set(kinds.map { $0 / 64 })
    for block in 0..<blocks {
      #expect(possible.contains(block) == expected.contains(block))
      let bit = possible.blocks(inGroup: block / 16) >> UInt64(block % 16) & 1
      #expect((bit == 1) == expected.contains(block))
    }
    for _ in 0..<200 {
      let first = Int.random(in: 0..<documents, using: &generator)
      let last = Int.random(in: first..<documents, using: &generator)
      let isPossible = (first / 64...last / 64).contains(where: expected.contains)
      #expect(possible.contains(from: UInt32(first), through: UInt32(last)) == isPossible)
    }
    // Whoever reads such documents finds the damage.
    #expect(possible.contains(from: 1, through: UInt32(blocks * 64 + 4096)))
    #expect(possible.contains(from: UInt32(documents + 64), through: 0))
  }
}
