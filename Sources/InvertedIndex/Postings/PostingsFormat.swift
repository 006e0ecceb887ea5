/// The constants of the postings file; see FileFormat.md, "Postings".
enum PostingsFormat {
  /// Lists shorter than this are short lists.
  static let shortest = 128
  /// Documents of a block in a dense list.
  static let blockSize = 64
  /// Blocks of a dense list whose place one record tells.
  static let blocksPerGroup = 16
  /// A list is dense when at least one document in so many has the term.
  static let densityDivisor = 96
  /// Longer lists begin at a multiple of this.
  static let alignment = 8
  /// Ranks at which the best impacts of a long list are noted.
  static let impactRanks: [Int] = [10, 100, 1000]

  /// Whether a list of so many postings is dense in a segment of so many documents.
  static func isDense(frequency: Int, documents: Int) -> Bool {
    frequency >= shortest && frequency >= (documents + densityDivisor - 1) / densityDivisor
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
