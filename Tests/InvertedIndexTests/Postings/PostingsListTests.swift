import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The three forms of lists, each written and read alone.
@Suite struct PostingsListTests {
  private static func short(
    _ list: PlainPostings, documents: Int, after previous: UInt32?
  ) throws -> PlainPostings {
    let count = list.ids.count
    let lowBits = ShortList.lowBits(count: count, documents: documents)
    var output = ByteWriter()
    unsafe ShortList.encode(
      list.ids, list.frequencies, count: count, after: previous, lowBits: lowBits, into: &output)
    var found = PlainPostings(
      ids: .init(repeating: 0, count: count), frequencies: .init(repeating: 0, count: count))
    try output.array.reading { cursor in
      let read = try unsafe ShortList.decode(
        cursor.bytes(cursor.remaining), count: count, after: previous, lowBits: lowBits,
        documents: documents, ids: &found.ids, frequencies: &found.frequencies)
      #expect(read == output.count)
    }
    return found
  }

  private static func encodeRare(_ list: PlainPostings, documents: Int) -> [UInt8] {
    var output = ByteWriter()
    unsafe RareList.encode(
      list.ids, list.frequencies, count: list.ids.count, documents: documents, into: &output)
    return output.array
  }

  private static func encodeDense(_ list: PlainPostings, _ segment: ListSegment) -> [UInt8] {
    var output = ByteWriter()
    unsafe DenseList.encode(
      list.ids, list.frequencies, count: list.ids.count, code: segment.code,
      saturations: segment.saturations, into: &output)
    return output.array
  }

  private static func read(_ list: RareList) throws -> PlainPostings {
    try PlainPostings.collect(blocks: list.blocks) { block, ids, frequencies in
      try unsafe list.decode(block: block, ids: &ids, frequencies: &frequencies)
    }
  }

  private static func read(_ list: DenseList) throws -> PlainPostings {
    try PlainPostings.collect(blocks: list.groups) { group, ids, frequencies in
      try unsafe list.decode(group: group, ids: &ids, frequencies: &frequencies)
    }
  }

  /// The largest code of some postings.
  private static func largestCode(
    _ list: PlainPostings, _ range: Range<Int>, _ segment: ListSegment
  ) -> UInt8 {
    range.map { place in
      UInt8(
        segment.code.code(
          frequency: list.frequencies[place],
          saturation: UInt64(segment.saturations[Int(list.ids[place])])))
    }.max() ?? 0
  }

  @Test(arguments: [128, 300, 1280, 5000])
  func `of a rare list the blocks that are wanted come back whole`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let documents = 2_000_000
    let list = PlainPostings.random(count, documents: documents, using: &generator)
    let bytes = Self.encodeRare(list, documents: documents)
    try bytes.reading { cursor in
      let rare = try unsafe RareList(
        cursor.bytes(cursor.remaining), count: count, documents: documents)
      for _ in 0..<20 {
        let start = UInt32.random(in: 0..<UInt32(documents), using: &generator)
        let end = UInt32.random(in: start..<UInt32(documents), using: &generator)
        var ids = [UInt32](repeating: 0, count: count + PostingsReader.largestBlock)
        var frequencies = ids
        let read = try unsafe rare.decode(ids: &ids, frequencies: &frequencies) { first, last in
          first <= end && last >= start
        }
        let found = zip(ids[..<read], frequencies[..<read]).map { [$0, $1] }
        let all = zip(list.ids, list.frequencies).map { [$0, $1] }
        // Every wanted posting, and no other than of blocks of 128 that reach there.
        #expect(
          found.filter { (start...end).contains($0[0]) }
            == all.filter { (start...end).contains($0[0]) })
        let others = found.filter { !(start...end).contains($0[0]) }
        #expect(others.count < 2 * RareList.blockSize + 1 && others.allSatisfy(all.contains))
      }
    }
  }

  @Test func `a rare list whose blocks lead back is damaged`() throws {
    let documents = 1 << 30
    // The first gap of the second block wraps around.
    let back = (0..<128).map { UInt32($0 + 1000) } + (0..<127).map { UInt32($0) } + [5000]
    // The document before the second block is none of the segment.
    let behind = (0..<127).map { UInt32($0) } + [UInt32.max - 8] + (0..<128).map { UInt32($0) }
    for ids in [back, behind] {
      let list = PlainPostings(ids: ids, frequencies: .init(repeating: 1, count: 256))
      try Self.encodeRare(list, documents: documents).reading { cursor in
        let rare = try unsafe RareList(
          cursor.bytes(cursor.remaining), count: 256, documents: documents)
        var ids = [UInt32](repeating: 0, count: 128)
        var frequencies = ids
        #expect(throws: ByteCursor.Fault.malformed) {
          try unsafe rare.decode(block: 1, ids: &ids, frequencies: &frequencies)
        }
      }
    }
  }

  @Test func `short lists come back, from the start and behind a document`() throws {
    var generator = SeededGenerator(seed: 1)
    for count in 0...127 {
      let documents = Int.random(in: max(count, 1)...100_000, using: &generator)
      let list = PlainPostings.random(count, documents: documents, using: &generator)
      #expect(try Self.short(list, documents: documents, after: nil) == list)
      if count > 3 {
        let rest = PlainPostings(
          ids: Array(list.ids[1...]), frequencies: Array(list.frequencies[1...]))
        #expect(try Self.short(rest, documents: documents, after: list.ids[0]) == rest)
      }
    }
  }

  @Test func `short lists hold any gap and any frequency in few bits`() throws {
    for documents in [2, 200, 1 << 20, Int(UInt32.max)] {
      let last = UInt32(documents - 1)
      for ids in [[0, 1], [last - 1, last], [0, last]] as [[UInt32]] {
        for frequency: UInt32 in [1, 2, 255, .max] {
          let list = PlainPostings(ids: ids, frequencies: [frequency, 1])
          #expect(try Self.short(list, documents: documents, after: nil) == list)
        }
      }
    }
    // All documents close together at the end: the quotients of a list are bounded as a whole.
    let end = PlainPostings(
      ids: (0..<127).map { 999_873 + $0 }, frequencies: .init(repeating: 1, count: 127))
    #expect(try Self.short(end, documents: 1_000_000, after: nil) == end)
    let lowBits = ShortList.lowBits(count: 127, documents: 1_000_000)
    #expect(lowBits == 12 && 1_000_000 >> lowBits < 3 * 128)
  }

  @Test func `short lists never give a document that is not there`() {
    let list = PlainPostings(ids: [0, 99], frequencies: [1, 1])
    #expect(throws: ByteCursor.Fault.malformed) {
      try Self.short(list, documents: 99, after: nil)
    }
  }

  @Test(arguments: [1, 2, 127, 128, 129, 255, 256, 257, 1000, 5000])
  func `rare lists come back and their directory is right`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let list = PlainPostings.random(count, documents: 20_000, using: &generator)
    try Self.encodeRare(list, documents: 20_000).reading { cursor in
      let rare = try unsafe RareList(
        cursor.bytes(cursor.remaining), count: count, documents: 20_000)
      try #expect(Self.read(rare) == list)
      for block in 0..<rare.fullBlocks {
        #expect(rare.lastDocument(ofBlock: block) == list.ids[block * 128 + 127])
      }
    }
  }

  @Test(arguments: [1, 2, 63, 64, 65, 127, 128, 129, 700, 3000, 5001])
  func `dense lists come back and their blocks are right`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let documents = 5001
    let segment = try ListSegment.random(documents, using: &generator)
    let list = PlainPostings.random(count, documents: documents, using: &generator)
    try Self.encodeDense(list, segment).reading { cursor in
      let dense = try unsafe DenseList(
        cursor.bytes(cursor.remaining), count: count, documents: documents)
      try #expect(Self.read(dense) == list)
      let largest = Self.largestCode(list, list.ids.indices, segment)
      #expect(dense.largestCode == largest)
      var start = 0
      for block in 0..<dense.blocks {
        let end = start + list.ids[start...].prefix { Int($0) < (block + 1) * 64 }.count
        let code = Int(Self.largestCode(list, start..<end, segment))
        let bound = Int(dense.bound(ofBlock: block))
        #expect(bound * Int(largest) >= 15 * code && (bound - 1) * Int(largest) < 15 * code)
        start = end
      }
      for document in 0..<UInt32(documents) {
        let place = list.ids.firstIndex(of: document)
        try #expect(dense.frequency(of: document) == place.map { list.frequencies[$0] })
      }
    }
  }

  @Test func `frequencies of one, of two bytes and of an escape come back`() throws {
    let segment = try ListSegment(lengths: .init(repeating: 500, count: 640))
    let edges: [UInt32] = [1, 2, 3, 4, 5, 257, 258, 259, 260, 65_536, .max]
    for count in [1, 14, 15, 16, 64, 640] {
      let list = PlainPostings(
        ids: Array(0..<UInt32(count)), frequencies: (0..<count).map { edges[$0 % edges.count] })
      try Self.encodeDense(list, segment).reading { cursor in
        let dense = try unsafe DenseList(
          cursor.bytes(cursor.remaining), count: count, documents: 640)
        try #expect(Self.read(dense) == list)
        for (document, frequency) in zip(list.ids, list.frequencies) {
          try #expect(dense.frequency(of: document) == frequency)
        }
      }
    }
  }

  @Test func `frequencies come back where the length is far beyond the average`() throws {
    // One long document among very many empty ones: K leaves 32 bits.
    var lengths = [UInt32](repeating: 0, count: 80_000)
    lengths[70] = 4_000_000_000
    lengths[200] = 79_000
    let segment = try ListSegment(lengths: lengths)
    let short = try ListSegment(lengths: [UInt32](repeating: 0, count: 79_999) + [100_000])
    for segment in [segment, short] {
      let list = PlainPostings(ids: [3, 70, 200, 79_999], frequencies: [2, 900, 70_001, 123_456])
      try Self.encodeDense(list, segment).reading { cursor in
        let dense = try unsafe DenseList(
          cursor.bytes(cursor.remaining), count: 4, documents: lengths.count)
        try #expect(Self.read(dense) == list)
      }
    }
  }

  /// Every cut and every changed byte of a list, given to the reader.
  private static func damage(_ bytes: [UInt8], _ read: ([UInt8]) throws -> PlainPostings) {
    for length in bytes.indices {
      #expect(throws: ByteCursor.Fault.self) { try read(Array(bytes[..<length])) }
    }
    for place in bytes.indices {
      for bits: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= bits
        if let found = try? read(damaged) { #expect(found.ids.allSatisfy { $0 < 20_000 }) }
      }
    }
  }

  @Test func `damaged rare lists throw or give documents of the segment`() throws {
    var generator = SeededGenerator(seed: 3)
    for count in [3, 128, 150, 300] {
      let list = PlainPostings.random(count, documents: 20_000, using: &generator)
      Self.damage(Self.encodeRare(list, documents: 20_000)) { bytes in
        try bytes.reading { cursor in
          try Self.read(
            unsafe RareList(cursor.bytes(cursor.remaining), count: count, documents: 20_000))
        }
      }
    }
  }

  @Test func `damaged dense lists throw or give documents of the segment`() throws {
    var generator = SeededGenerator(seed: 4)
    let segment = try ListSegment.random(700, using: &generator)
    let list = PlainPostings.random(150, documents: 700, using: &generator)
    Self.damage(Self.encodeDense(list, segment)) { bytes in
      try bytes.reading { cursor in
        try Self.read(
          unsafe DenseList(cursor.bytes(cursor.remaining), count: 150, documents: 700))
      }
    }
  }
}
