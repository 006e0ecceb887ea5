/// The constants of the postings file; see FileFormat.md, "Postings".
enum PostingsFormat {
  /// Lists shorter than this are short lists.
  static let shortest = 128
  /// Documents of a block in a dense list.
  static let blockSize = 64
  /// Blocks of a dense list whose place one record tells.
  static let blocksPerGroup = 16
  /// A segment of so many documents and more is large: most of what a search asks for at random in it
  /// waits for memory.
  static let largeSegment = 1 << 21
  /// Longer lists begin at a multiple of this.
  static let alignment = 8
  /// Ranks at which the best impacts of a long list are noted.
  static let impactRanks: [Int] = [10, 100, 1000]

  /// Whether a list of so many postings is dense in a segment of so many documents.
  ///
  /// That is when at least one document in 96 has the term, in a large segment one in 128: there a posting
  /// that is found only by decoding the whole list costs more than the bytes that it saves.
  static func isDense(frequency: Int, documents: Int) -> Bool {
    let divisor = documents < largeSegment ? 96 : 128
    return frequency >= shortest && frequency >= (documents + divisor - 1) / divisor
  }

  /// The impacts at the noted ranks, rounded down, given how many postings have each code.
  static func bestImpacts(_ counts: [Int]) -> [UInt8] {
    impactRanks.map { rank in
      var seen = 0
      var value = 255
      while value > 0 {
        seen += counts[value]
        if seen >= rank { break }
        value -= 1
      }
      return UInt8(max(0, value - 1))
    }
  }

  static func blocks(documents: Int) -> Int {
    (documents + blockSize - 1) / blockSize
  }

  static func groups(blocks: Int) -> Int {
    (blocks + blocksPerGroup - 1) / blocksPerGroup
  }
}
