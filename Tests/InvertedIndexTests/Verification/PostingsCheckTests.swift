import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// ``PostingsCheck`` against a slow twin that takes everything from the decoded postings.
@Suite struct PostingsCheckTests {
  /// Whether a list says of itself what its postings say.
  private static func isRight(_ list: PostingsReader, _ segment: ListSegment) -> Bool {
    guard let postings = try? PlainPostings.read(list) else { return false }
    let codes = zip(postings.ids, postings.frequencies).map { id, frequency in
      segment.code.code(
        frequency: frequency,
        saturation: segment.code.saturation(length: segment.norms.length(of: id)))
    }
    guard postings.ids.count == list.count, !postings.frequencies.contains(0),
      zip(postings.ids, postings.ids.dropFirst()).allSatisfy(<)
    else { return false }
    var counts = [Int](repeating: 0, count: 256)
    for code in codes { counts[Int(code)] += 1 }
    if !list.notedImpacts.isEmpty, list.notedImpacts != PostingsFormat.bestImpacts(counts) {
      return false
    }
    guard case .dense(let dense) = list.form else { return true }
    var largest = [UInt32](repeating: 0, count: dense.blocks)
    for (id, code) in zip(postings.ids, codes) {
      largest[Int(id / 64)] = max(largest[Int(id / 64)], code)
    }
    return UInt32(dense.largestCode) == largest.max()
      && largest.indices.allSatisfy { block in
        dense.bound(ofBlock: block)
          == DenseList.bound(code: largest[block], largest: UInt32(dense.largestCode))
      }
  }

  /// Calls `body` with a reader of a list in bytes of its section; `nil` where it cannot be read.
  private static func withReader<Result>(
    _ info: TermInfo, _ bytes: [UInt8], documents: Int, _ body: (PostingsReader?) -> Result
  ) -> Result {
    guard case .list(let offset, let count) = info.location else {
      return body(
        try? unsafe PostingsReader(
          info, list: UnsafeRawBufferPointer(start: nil, count: 0), sectionOffset: 0,
          documents: documents))
    }
    return unsafe bytes.withUnsafeBytes { bytes in
      body(
        try? unsafe PostingsReader(
          info, list: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]),
          sectionOffset: offset, documents: documents))
    }
  }

  @Test(arguments: [3, 130, 700, 16_513, 20_000])
  func `what the twin refuses is refused`(documents: Int) throws {
    var generator = SeededGenerator(seed: UInt64(documents))
    let segment = try ListSegment.random(documents, using: &generator)
    let counts = [1, 2, 100, 127, 128, 129, 140, 300, documents / 2, documents]
    let lists = counts.filter { $0 > 0 && $0 <= documents }.map {
      PlainPostings.random($0, documents: documents, using: &generator)
    }
    let (file, infos) = try segment.write(lists)
    let intact = try unsafe Array(file.section(ListSegment.section))
    var check = PostingsCheck(codes: ImpactCodeTable(segment.code), norms: segment.norms)
    /// What the check says, and what the twin does.
    func verdicts(_ info: TermInfo, _ bytes: [UInt8]) -> (Bool, Bool) {
      Self.withReader(info, bytes, documents: documents) { reader in
        guard let reader else { return (false, false) }
        return ((try? check.verify(reader)) != nil, Self.isRight(reader, segment))
      }
    }
    for info in infos {
      #expect(verdicts(info, intact) == (true, true))
      guard case .list(let offset, let length) = info.location else { continue }
      var refused = 0
      let places = (offset..<(offset + length)).shuffled(using: &generator).prefix(60)
      for place in places {
        var bytes = intact
        bytes[place] ^= .random(in: 1...255, using: &generator)
        let (isAccepted, isRight) = verdicts(info, bytes)
        #expect(!isAccepted || isRight, "\(info.documentFrequency) at \(place - offset)")
        if !isAccepted { refused += 1 }
      }
      // Most bytes of a long list count.
      if info.documentFrequency >= 128 { #expect(refused > places.count / 2) }
    }
  }

  @Test func `codes are those of the formula`() {
    for average: UInt32 in [1, 300, 60_000, .max] {
      let code = ImpactCode(averageLength: average)
      let table = ImpactCodeTable(code)
      for frequency: UInt32 in [1, 2, 7, 8, 9, 300, .max] {
        for length: UInt32 in [0, 1, 100, 4095, 4096, 70_000, .max] {
          let expected = code.code(
            frequency: frequency, saturation: code.saturation(length: length))
          #expect(UInt32(table.code(frequency: frequency, length: length)) == expected)
        }
      }
    }
  }
}
