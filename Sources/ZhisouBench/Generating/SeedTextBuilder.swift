import Zhisou

/// Collects the characters of a seed text.
///
/// White space inside records is left out between two characters that are not ASCII and is one blank
/// elsewhere; characters that JSON or XML would escape, controls, and those beyond 16 bits are left
/// out.
struct SeedTextBuilder {
  /// UTF-16 code units, 0x0A behind each record.
  private(set) var characters: [UInt16] = []
  /// How many characters are enough.
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Reads the records of files and folders, an equal share of the limit from each path.
  static func read(_ paths: [String], limit: Int) throws -> SeedTextBuilder {
    var builder = SeedTextBuilder(limit: limit)
    for (place, path) in paths.enumerated() {
      let share = limit / paths.count * (place + 1)
      try CorpusTexts.forEach(in: [path]) { text in
        builder.append(text)
        return builder.characters.count < share
      }
    }
    return builder
  }

  /// Adds a record's text in UTF-8.
  mutating func append(_ text: Span<UInt8>) {
    var place = 0
    var blanks = false
    let start = characters.count
    while place < text.count, characters.count < limit {
      let (scalar, width) = HanBigrams.scalar(at: place, of: text)
      place += width
      switch scalar {
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000:
        blanks = true
      case 0...0x1F, 0x7F...0x9F, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0xD800...0xDFFF, 0xFFFE...:
        break
      default:
        if blanks, scalar < 0x80, characters.count > start, characters[characters.count - 1] < 0x80
        {
          characters.append(0x20)
        }
        blanks = false
        characters.append(UInt16(scalar))
      }
    }
    if characters.count > start { characters.append(0x0A) }
  }
}
