/// The folding of the characters beyond the basic plane.
struct WideCharacterTable {
  /// Letters and digits, and marks: sorted ranges of scalars.
  var words: [ClosedRange<UInt32>] = []
  var marks: [ClosedRange<UInt32>] = []
  /// Sorted but for those that came since `sort` was called.
  private var folded: [(scalar: UInt32, character: FoldedCharacter)] = []
  private var sortedCount = 0

  init() {
    folded.reserveCapacity(2560)
  }

  /// Folds a scalar to a character, once `sort` has been called.
  mutating func append(_ character: FoldedCharacter, for scalar: UInt32) {
    folded.append((scalar, character))
  }

  /// Takes up what was appended; cheap, for every table of the program is sorted in itself.
  mutating func sort() {
    folded.sort { $0.scalar < $1.scalar }
    sortedCount = folded.count
  }

  /// The folded character of a scalar from 0x10000 on; an invalid one is a separator.
  func character(of scalar: UInt32) -> FoldedCharacter {
    guard scalar < 0x11_0000 else { return .separator }
    let index = BinarySearch.firstIndex(below: sortedCount) { folded[$0].scalar >= scalar }
    if index < sortedCount, folded[index].scalar == scalar { return folded[index].character }
    let character = FoldedCharacter(code: scalar)
    if character.isOfRuns || WideCharacterTable.contains(scalar, in: words) { return character }
    return WideCharacterTable.contains(scalar, in: marks) ? .mark : .separator
  }

  private static func contains(_ scalar: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    let index = BinarySearch.firstIndex(below: ranges.count) { ranges[$0].upperBound >= scalar }
    return index < ranges.count && ranges[index].contains(scalar)
  }
}
