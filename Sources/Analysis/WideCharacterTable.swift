/// The folding of the characters beyond the basic plane.
struct WideCharacterTable {
  /// Letters and digits, and marks: sorted ranges of scalars.
  var words: [ClosedRange<UInt32>] = []
  var marks: [ClosedRange<UInt32>] = []
  private var folded: [UInt32: FoldedCharacter] = [:]

  init() {
    folded.reserveCapacity(3072)
  }

  /// The folded character of a scalar from 0x10000 on; an invalid one is a separator.
  subscript(scalar: UInt32) -> FoldedCharacter {
    get {
      if let character = folded[scalar] { return character }
      let character = FoldedCharacter(code: scalar)
      if character.isOfRuns || WideCharacterTable.contains(scalar, in: words) { return character }
      return WideCharacterTable.contains(scalar, in: marks) ? .mark : .separator
    }
    set { folded[scalar] = newValue }
  }

  private static func contains(_ scalar: UInt32, in ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }
}
