import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// ``PostingsWriter`` and ``PostingsReader``, twins of each other.
@Suite struct PostingsReaderTests {
  @Test(arguments: [1, 128, 129, 16_383, 12_288, 12_289, 40_000])
  func `lists of every size come back from one section`(documents: Int) throws {
    var generator = SeededGenerator(seed: UInt64(documents))
    let segment = try ListSegment.random(documents, using: &generator)
    let threshold = (documents + 127) / 128
    let counts = [
      1, 2, 3, 126, 127, 128, 129, 130, 255, 256, threshold - 1, threshold, threshold + 1,
      documents / 2, documents - 1, documents,
    ].filter { (1...documents).contains($0) }
    let lists = (counts + counts.reversed()).map {
      PlainPostings.random($0, documents: documents, using: &generator)
    }
    let (file, infos) = try segment.write(lists)
    let bytes = try unsafe file.section(ListSegment.section)
    for (list, info) in zip(lists, infos) {
      #expect(Int(info.documentFrequency) == list.ids.count)
      #expect(try unsafe segment.read(info, from: bytes) == list)
    }
    // Lists follow one another without a gap.
    var end = 0
    for info in infos {
      if case .list(let offset, let count) = info.location {
        #expect(offset == end)
        end += count
      }
    }
    #expect(end == bytes.count)
  }

  @Test func `a term in one document needs no list`() throws {
    let segment = try ListSegment(lengths: [5, 5, 5])
    let list = PlainPostings(ids: [2], frequencies: [7])
    let (file, infos) = try segment.write([list])
    #expect(infos[0].location == .single(document: 2, frequency: 7))
    #expect(try file.copy("PLS0").isEmpty)
  }

  @Test func `the form follows count and density`() {
    #expect(!PostingsFormat.isDense(frequency: 127, documents: 127))
    #expect(PostingsFormat.isDense(frequency: 128, documents: 12_288))
    #expect(!PostingsFormat.isDense(frequency: 128, documents: 12_289))
    #expect(PostingsFormat.isDense(frequency: 129, documents: 12_289))
    #expect(!PostingsFormat.isDense(frequency: 21_845, documents: 2_097_151))
    #expect(PostingsFormat.isDense(frequency: 21_846, documents: 2_097_151))
    #expect(!PostingsFormat.isDense(frequency: 16_383, documents: 2_097_152))
    #expect(PostingsFormat.isDense(frequency: 16_384, documents: 2_097_152))
    #expect(!PostingsFormat.isDense(frequency: 226_562, documents: 29_000_000))
    #expect(PostingsFormat.isDense(frequency: 226_563, documents: 29_000_000))
  }

  @Test(arguments: [9, 10, 99, 100, 999, 1000, 1001])
  func `noted impacts are the best at their ranks, less one`(best: Int) throws {
    var generator = SeededGenerator(seed: UInt64(best))
    let segment = try ListSegment(lengths: .init(repeating: 100, count: 4000))
    let list = PlainPostings.random(1500, documents: 4000, largest: 50, using: &generator)
    let (file, _) = try segment.write([list])
    let codes = list.ids.indices.map { place in
      segment.code.code(
        frequency: list.frequencies[place],
        saturation: UInt64(segment.saturations[Int(list.ids[place])]))
    }.sorted(by: >)
    let bytes = try file.copy("PLS0")
    for (place, rank) in [10, 100, 1000].enumerated() {
      #expect(UInt32(bytes[place]) == codes[rank - 1] - 1)
    }
  }

  @Test func `more documents than the segment has are refused`() throws {
    let segment = try ListSegment(lengths: [5, 5, 5])
    let infos = [
      TermInfo(documentFrequency: 1, location: .single(document: 3, frequency: 1)),
      TermInfo(documentFrequency: 1, location: .single(document: 0, frequency: 0)),
      TermInfo(documentFrequency: 4, location: .list(offset: 0, count: 4)),
    ]
    let bytes: [UInt8] = [0, 0, 0, 0]
    for info in infos {
      #expect(throws: ByteCursor.Fault.self) {
        try unsafe bytes.withUnsafeBytes { try unsafe segment.read(info, from: $0) }
      }
    }
  }
}
