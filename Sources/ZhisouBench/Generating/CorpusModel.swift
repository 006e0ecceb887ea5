import Zhisou

/// What all records of a corpus are made from; it never changes, so threads share it.
struct CorpusModel: Sendable {
  let copying: CopyingModel
  /// Where in the seed text each of `Subject.all` is at home.
  let neighbourhoods: [Range<Int>]
  /// The number that makes one corpus different from another.
  let seed: UInt64
  /// How many patents there are in all: their dates go from the first to the last.
  let patents: Int

  /// Every neighbourhood is at least one part in so many of the seed text.
  private static let leastPart = 24

  init(copying: CopyingModel, seed: UInt64, patents: Int) {
    self.copying = copying
    self.seed = seed
    self.patents = patents
    let count = copying.seed.count
    // A subject has a part of the text as large as its part of the patents, so that all parts are
    // copied from alike; a small one is widened.
    neighbourhoods = Subject.all.elements.indices.map { subject in
      let share = Subject.all.share(of: subject)
      let centre = (share.lowerBound + share.upperBound) * count / Subject.all.total / 2
      let half = max(share.count * count / Subject.all.total, count / Self.leastPart) / 2
      return max(0, centre - half)..<min(count - 1, centre + half)
    }
  }

  /// A record's own random numbers.
  func generator(of kind: DocumentKind, _ ordinal: Int) -> SplitMix64 {
    var mixer = SplitMix64(seed: seed &* 8 &+ UInt64(kind.rawValue))
    return SplitMix64(seed: mixer.next() ^ (UInt64(ordinal) &* 0xD1B5_4A32_D192_ED03))
  }
}
