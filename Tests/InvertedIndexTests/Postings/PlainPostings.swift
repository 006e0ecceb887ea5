import Storage
import TestSupport

@testable import InvertedIndex

/// A postings list as two arrays.
struct PlainPostings: Equatable {
  var ids: [UInt32] = []
  var frequencies: [UInt32] = []

  /// So many documents of a segment at random; frequencies mostly 1, some large, a few enormous.
  static func random(
    _ count: Int, documents: Int, largest: UInt32 = .max, using generator: inout SeededGenerator
  ) -> PlainPostings {
    var ids = Set<UInt32>()
    if count > documents / 2 {
      ids = Set(0..<UInt32(documents))
      while ids.count > count { ids.remove(.random(in: 0..<UInt32(documents), using: &generator)) }
    }
    while ids.count < count { ids.insert(.random(in: 0..<UInt32(documents), using: &generator)) }
    let frequencies = (0..<count).map { _ in
      switch Int.random(in: 0..<100, using: &generator) {
      case 0: UInt32.random(in: 1...largest, using: &generator)
      case 1...5: UInt32.random(in: 1...min(largest, 3000), using: &generator)
      case 6...30: UInt32.random(in: 2...min(largest, 9), using: &generator)
      default: UInt32(1)
      }
    }
    return PlainPostings(ids: ids.sorted(), frequencies: frequencies)
  }

  /// All blocks of a list, one behind another.
  static func read(_ list: PostingsReader) throws -> PlainPostings {
    try collect(blocks: list.blocks) { block, ids, frequencies in
      try unsafe list.decode(block: block, ids: &ids, frequencies: &frequencies)
    }
  }

  /// The postings that `decode` gives block by block.
  static func collect(
    blocks: Int, _ decode: (Int, inout [UInt32], inout [UInt32]) throws -> Int
  ) rethrows -> PlainPostings {
    var found = PlainPostings()
    var ids = [UInt32](repeating: 0, count: PostingsReader.largestBlock)
    var frequencies = ids
    for block in 0..<blocks {
      let count = try decode(block, &ids, &frequencies)
      found.ids += ids[..<count]
      found.frequencies += frequencies[..<count]
    }
    return found
  }
}

/// A segment's documents, as far as postings depend on them: their lengths.
struct ListSegment {
  let code: ImpactCode
  let saturations: [UInt32]
  let norms: Norms
  private let file: SectionFile

  init(lengths: [UInt32]) throws {
    file = try ScratchFile.make { try Norms.write(lengths, to: $0) }
    norms = try unsafe Norms(
      lengths: file.section(SectionKind.norms), escapes: file.section(SectionKind.longNorms))
    let total = lengths.reduce(0 as UInt64) { $0 + UInt64($1) }
    let info = SegmentInfo(documents: lengths.count, totalLength: total, digest: .zero)
    let code = ImpactCode(averageLength: info.averageLength)
    self.code = code
    saturations = lengths.map { UInt32(clamping: code.saturation(length: $0)) }
  }

  /// Lengths as texts have them, and a few beyond what a norm of two bytes holds.
  static func random(
    _ documents: Int, using generator: inout SeededGenerator
  ) throws -> ListSegment {
    try ListSegment(
      lengths: (0..<documents).map { _ in
        Int.random(in: 0..<50, using: &generator) == 0
          ? .random(in: 60_000...200_000, using: &generator)
          : .random(in: 0...600, using: &generator)
      })
  }

  static let section = FileKind("PLS0")

  /// Writes lists one after another.
  func write(_ lists: [PlainPostings]) throws -> (file: SectionFile, infos: [TermInfo]) {
    var infos: [TermInfo] = []
    let file = try ScratchFile.make { file in
      try file.beginSection(Self.section)
      var writer = PostingsWriter(file: file, code: code, saturations: saturations)
      for list in lists {
        infos.append(try unsafe writer.append(list.ids, list.frequencies, count: list.ids.count))
      }
      try writer.finish()
      file.endSection()
    }
    return (file, infos)
  }

  /// Reads a list back from a section.
  func read(_ info: TermInfo, from bytes: UnsafeRawBufferPointer) throws -> PlainPostings {
    guard case .list(let offset, let count) = info.location else {
      return try PlainPostings.read(
        unsafe PostingsReader(
          info, list: UnsafeRawBufferPointer(start: nil, count: 0), sectionOffset: 0,
          documents: norms.count))
    }
    guard offset + count <= bytes.count else { throw ByteCursor.Fault.truncated }
    return try PlainPostings.read(
      unsafe PostingsReader(
        info, list: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]),
        sectionOffset: offset, documents: norms.count))
  }
}
