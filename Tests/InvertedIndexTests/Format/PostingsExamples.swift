import Storage
import Testing

@testable import InvertedIndex

extension FormatExample {
  /// The postings file.
  static let postingsExamples = [
    FormatExample("Impact codes") { bytes in
      let code = ImpactCode(averageLength: 100 << 8)
      let saturation = code.saturation(length: 100)
      for frequency: UInt32 in [1, 2, 3, 1000] {
        bytes.append(UInt8(code.code(frequency: frequency, saturation: saturation)))
      }
    } read: { cursor in
      let code = ImpactCode(averageLength: 100 << 8)
      let saturation = code.saturation(length: 100)
      #expect(saturation == 78_642)
      for frequency: UInt32 in [1, 2, 3, 1000] {
        let value = Double(try cursor.read(UInt8.self))
        let exact = 255 * Double(frequency) / (Double(frequency) + Double(saturation) / 65_536)
        #expect(value >= exact && value < exact + 1)
      }
    },
    FormatExample("Postings", sections: ["PLS0"]) { file in
      let segment = try ListSegment(lengths: .init(repeating: 10, count: 16_513))
      try file.beginSection(ListSegment.section)
      var writer = PostingsWriter(
        file: file, code: segment.code, saturations: segment.saturations)
      for list in [shortPostings, longPostings] {
        _ = try unsafe writer.append(list.ids, list.frequencies, count: list.ids.count)
      }
      try writer.finish()
      file.endSection()
    } read: { file in
      let segment = try ListSegment(lengths: .init(repeating: 10, count: 16_513))
      let short = TermInfo(documentFrequency: 3, location: .list(offset: 0, count: 6))
      let long = TermInfo(documentFrequency: 128, location: .list(offset: 6, count: 18))
      let bytes = try unsafe file.section(ListSegment.section)
      try #expect(unsafe segment.read(short, from: bytes) == shortPostings)
      try #expect(unsafe segment.read(long, from: bytes) == longPostings)
    },
    FormatExample("Short list") { bytes in
      let list = shortPostings
      unsafe ShortList.encode(
        list.ids, list.frequencies, count: 3, after: nil,
        lowBits: ShortList.lowBits(count: 3, documents: 201), into: &bytes)
    } read: { cursor in
      var found = PlainPostings(ids: [0, 0, 0], frequencies: [0, 0, 0])
      #expect(ShortList.lowBits(count: 3, documents: 201) == 5)
      try unsafe ShortList.decode(
        cursor.bytes(cursor.remaining), count: 3, after: nil, lowBits: 5, documents: 201,
        ids: &found.ids, frequencies: &found.frequencies)
      #expect(found == shortPostings)
    },
    FormatExample("Intermediate list") { bytes in
      let list = shortPostings
      unsafe IntermediateList.encode(list.ids, list.frequencies, count: 3, into: &bytes)
    } read: { cursor in
      var found = PlainPostings(ids: [0, 0, 0], frequencies: [0, 0, 0])
      try unsafe IntermediateList.decode(
        &cursor, count: 3, documents: 201, ids: &found.ids, frequencies: &found.frequencies)
      #expect(found == shortPostings)
    },
    FormatExample("Rare list") { bytes in
      let list = rarePostings
      unsafe RareList.encode(
        list.ids, list.frequencies, count: list.ids.count, documents: 400, into: &bytes)
    } read: { cursor in
      let list = try unsafe RareList(
        cursor.bytes(cursor.remaining), count: 130, documents: 400)
      #expect(list.lastDocument(ofBlock: 0) == 127)
      let found = try PlainPostings.collect(blocks: list.blocks) { block, ids, frequencies in
        try unsafe list.decode(block: block, ids: &ids, frequencies: &frequencies)
      }
      #expect(found == rarePostings)
    },
    FormatExample("Dense list") { bytes in
      let segment = try ListSegment(lengths: .init(repeating: 10, count: 70))
      let list = densePostings
      unsafe DenseList.encode(
        list.ids, list.frequencies, count: list.ids.count, code: segment.code,
        saturations: segment.saturations, into: &bytes)
    } read: { cursor in
      let list = try unsafe DenseList(cursor.bytes(cursor.remaining), count: 3, documents: 70)
      let found = try PlainPostings.collect(blocks: list.groups) { group, ids, frequencies in
        try unsafe list.decode(group: group, ids: &ids, frequencies: &frequencies)
      }
      #expect(found == densePostings)
    },
    FormatExample("Packed integers") { bytes in
      unsafe bytes.append(upTo: BlockPacking.size(width: 1)) { space in
        if let base = space.baseAddress { unsafe BlockPacking.pack(integers, width: 1, into: base) }
        return space.count
      }
    } read: { cursor in
      var found = [UInt32](repeating: 9, count: BlockPacking.count)
      let bytes = try unsafe cursor.bytes(16)
      if let base = bytes.baseAddress { unsafe BlockPacking.unpack(base, width: 1, into: &found) }
      #expect(found == integers.map { $0 & 1 })
    },
    FormatExample("Patched block") { bytes in
      unsafe PatchedBlock.encode(integers, into: &bytes)
    } read: { cursor in
      var found = [UInt32](repeating: 9, count: BlockPacking.count)
      try unsafe PatchedBlock.decode(&cursor, into: &found)
      #expect(found == integers)
    },
  ]

  private static let shortPostings = PlainPostings(ids: [3, 4, 200], frequencies: [1, 5, 1])

  /// Documents 0 to 127.
  private static let longPostings = PlainPostings(
    ids: Array(0..<128), frequencies: .init(repeating: 1, count: 128))

  /// Documents 0 to 127, once each but three times in document 5; then two more.
  private static let rarePostings = PlainPostings(
    ids: Array(0..<128) + [200, 300],
    frequencies: (0..<128).map { $0 == 5 ? 3 : 1 } + [1, 2])

  private static let densePostings = PlainPostings(ids: [1, 63, 66], frequencies: [1, 6, 1000])

  /// Every third integer is 1, the one at 100 is 1000.
  private static let integers = (0..<128).map { (place: Int) -> UInt32 in
    place == 100 ? 1000 : place % 3 == 0 ? 1 : 0
  }
}
